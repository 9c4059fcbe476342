package nl.koppelwerk.sandbox.clickmate;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented names, streets, places and numbers of Denmark, with the letters that break naive code; the same seed gives the same ones. */
final class CmNames {

    private static final List<String> FIRST = List.of("Mette", "Søren", "Jørgen", "Åse", "Pernille", "Lærke", "Bjørn", "Zoë", "Anders", "Kirsten",
            "Frederik", "Ida", "Mikkel", "Signe", "Øjvind", "Rasmus", "Gülsüm", "Niels-Jørgen", "Astrid", "Thorbjørn", "Maj-Britt", "René");
    private static final List<String> LAST = List.of("Sørensen", "Hansen", "Møller", "Østergaard", "Ågård", "Kjær", "Lærkesø", "Nygaard", "Rasmussen",
            "Çelik", "Bjerregaard", "Schrøder", "Aaen", "Friis", "Højlund", "Thorsøe", "O'Brien", "Skov-Petersen", "Dalgas", "Bruun", "Lund", "Æbelø");
    private static final List<String> TRADES = List.of("Bageri", "VVS", "Tømrer", "Byg", "Transport", "Gartneri", "Revision", "Smedje", "Vinhandel",
            "Møbler", "Røgeri", "Cykler", "El-teknik", "Planteskole", "Bådeværft", "Konsulent", "Børnetøj", "Mølle");
    private static final List<String> FORMS = List.of("ApS", "ApS", "ApS", "A/S", "A/S", "I/S", "P/S", "Holding ApS");
    private static final List<String> PUBLIC = List.of("Skole", "Bibliotek", "Plejehjem", "Børnehave", "Jobcenter");
    private static final List<String> STREETS = List.of("Nørregade", "Østergade", "H.C. Andersens Boulevard", "Åboulevarden", "Søndre Ringvej",
            "Vestre Skibbrogade", "Kongens Nytorv", "2. Tværvej", "Møllevej", "Æblehaven", "Ny Banegårdsgade", "Gl. Kongevej", "Store Kongensgade");
    private static final List<String> PLACES = List.of("1165 København K", "2100 København Ø", "8000 Aarhus C", "8210 Århus V", "5000 Odense C",
            "9000 Aalborg", "5970 Ærøskøbing", "6700 Esbjerg", "4000 Roskilde", "3700 Rønne", "7600 Struer", "5700 Svendborg", "0999 København C", "6950 Ringkøbing");
    private static final List<String> TITLES = List.of("Direktør", "Indehaver", "Bogholder", "Salgschef", "Økonomichef", "Kontorleder", "Indkøber", "Driftsleder");
    /** Numbers that begin so are given out. */
    private static final List<String> LINES = List.of("20", "23", "28", "31", "40", "42", "50", "60", "33", "35", "44", "48", "62", "66", "75", "86", "87", "98");

    private final Random random;

    CmNames(Random random) {
        this.random = random;
    }

    String person() {
        return pick(FIRST) + " " + (chance(20) ? pick(LAST) + " " : "") + pick(LAST);
    }

    String company() {
        return (chance(30) ? pick(LAST) + " & " + pick(LAST) : pick(LAST) + "s " + pick(TRADES)) + " " + pick(FORMS);
    }

    String publicBody() {
        return town(pick(PLACES)) + " " + pick(PUBLIC);
    }

    /** Street and number in one line, as people of the country write it. */
    String street() {
        var number = 1 + random.nextInt(250) + (chance(15) ? pick(List.of("A", "B", "C")) : "");
        return pick(STREETS) + " " + number + (chance(30) ? ", " + (1 + random.nextInt(5)) + pick(List.of(".", ". tv.", ". th.", ". sal")) : "");
    }

    /** Postal code, a space, the town. */
    String place() {
        return pick(PLACES);
    }

    String title() {
        return pick(TITLES);
    }

    static String town(String place) {
        return place.substring(5).replaceAll(" [A-ZØ]$", "");
    }

    /** A number as people type it. */
    String phone() {
        var digits = pick(LINES) + String.format("%06d", random.nextInt(1_000_000));
        return switch (random.nextInt(4)) {
            case 0 -> digits;
            case 1 -> digits.replaceAll("(..)(?=.)", "$1 ");
            case 2 -> "+45 " + digits.substring(0, 4) + " " + digits.substring(4);
            default -> "+45" + digits;
        };
    }

    /** Eight digits, valid by modulus 11. */
    String cvr() {
        var weights = new int[] {2, 7, 6, 5, 4, 3, 2};
        while (true) {
            var digits = String.valueOf(1_000_000 + random.nextInt(9_000_000));
            var sum = 0;
            for (var i = 0; i < weights.length; i++) {
                sum += weights[i] * (digits.charAt(i) - '0');
            }
            var check = (11 - sum % 11) % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    /** A Danish location number, thirteen digits with a check digit. */
    String ean() {
        var digits = "579800" + String.format("%06d", random.nextInt(1_000_000));
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** What remains of a name in an address on the web. */
    static String ascii(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("ç", "c").replace("ü", "u").replace("ë", "e").replace("é", "e");
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
