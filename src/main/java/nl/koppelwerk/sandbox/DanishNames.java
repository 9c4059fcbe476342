package nl.koppelwerk.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Invented names, places and numbers of Denmark, with the letters that break naive code; the same seed gives the same ones. */
public final class DanishNames {

    private static final List<String> FIRST = List.of("Søren", "Åse", "Bjørn", "Kirsten", "Mette", "Jørgen", "Lærke", "Anne-Grethe", "Rasmus", "Ida", "Malthe", "Øjvind",
            "Freja", "Niels", "Zoë", "Aage", "Karen Margrethe", "Håkon", "Pia", "Torben", "Ümit", "Łukasz", "Birthe", "Frederik");
    private static final List<String> LAST = List.of("Sørensen", "Ågård", "Kjær", "Nørgaard", "Møller", "Østergaard", "Bæk", "Thygesen", "Krogh", "Ægidius", "Lund", "Holm-Petersen",
            "Skovgaard", "Brøndum", "Dalsgård", "Çelik", "Jensen", "Hansen", "von Bülow", "Lindegård", "Friis", "Rømer", "Vestergaard", "Aabenraa");
    private static final List<String> STREETS = List.of("Havnegade", "Søndergade", "Åboulevarden", "Østergade", "Ærøvej", "Gl. Kongevej", "Nørre Allé", "Kirkestræde", "Møllevangen",
            "Strandvejen", "H.C. Ørsteds Vej", "Vester Voldgade", "Kærvej", "Rådhuspladsen");
    private static final List<String[]> TOWNS = List.of(new String[] {"8000", "Århus C"}, new String[] {"5970", "Ærøskøbing"}, new String[] {"1620", "København V"},
            new String[] {"9000", "Aalborg"}, new String[] {"5000", "Odense C"}, new String[] {"4600", "Køge"}, new String[] {"6200", "Aabenraa"},
            new String[] {"7100", "Vejle"}, new String[] {"3700", "Rønne"}, new String[] {"8600", "Silkeborg"}, new String[] {"4930", "Maribo"}, new String[] {"6700", "Esbjerg"});
    private static final List<String> TRADES = List.of("Cykler", "Tømrer & Snedker", "El", "Revision", "Bageri", "Vognmandsforretning", "Rådgivning", "VVS", "Fiskeeksport", "Blomster",
            "Ejendomme", "Smede- og Maskinværksted", "Film & Lyd", "Køkkener");
    private static final List<String> FORMS = List.of("ApS", "ApS", "ApS", "A/S", "I/S", "v/", "Holding ApS", "IVS");
    private static final int[] CVR_WEIGHTS = {2, 7, 6, 5, 4, 3, 2};

    private final Random random;

    public DanishNames(Random random) {
        this.random = random;
    }

    public String firstName() {
        return pick(FIRST);
    }

    public String lastName() {
        return pick(LAST);
    }

    public String fullName() {
        return firstName() + " " + (chance(20) ? lastName() + " " + lastName() : lastName());
    }

    public String company() {
        var form = pick(FORMS);
        var name = lastName() + (chance(15) ? " & " + lastName() : "") + " " + pick(TRADES);
        return form.equals("v/") ? name + " v/" + fullName() : name + " " + form;
    }

    /** Street and number, now and then with a floor, as it stands on a letter. */
    public String street() {
        var floor = chance(20) ? ", " + (1 + below(4)) + ". " + pick(List.of("tv.", "th.", "mf.")) : "";
        return pick(STREETS) + " " + (1 + below(180)) + (chance(15) ? pick(List.of("A", "B", "C")) : "") + floor;
    }

    /** Postal code and town that belong together. */
    public String[] town() {
        return pick(TOWNS);
    }

    /** Eight digits in one of the spellings that people use. */
    public String phone() {
        var digits = String.format("%08d", 20_000_000 + below(79_000_000));
        return switch (below(4)) {
            case 0 -> digits;
            case 1 -> "+45 " + pairs(digits);
            case 2 -> "0045" + digits;
            default -> pairs(digits);
        };
    }

    /** Valid by its check digit. */
    public String cvr() {
        while (true) {
            var digits = String.valueOf(1_000_000 + below(8_999_999));
            var sum = IntStream.range(0, 7).map(at -> CVR_WEIGHTS[at] * (digits.charAt(at) - '0')).sum();
            var check = (11 - sum % 11) % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    /** Thirteen digits of a Danish public body, valid by the check digit. */
    public String ean() {
        var digits = "57980" + String.format("%07d", below(10_000_000));
        var sum = IntStream.range(0, 12).map(at -> (at % 2 == 0 ? 1 : 3) * (digits.charAt(at) - '0')).sum();
        return digits + (10 - sum % 10) % 10;
    }

    /** A word for the name of a domain. */
    public static String ascii(String text) {
        return text.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("ü", "u").replace("ç", "c").replace("ë", "e").replace("ł", "l")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String pairs(String digits) {
        return digits.replaceAll("(\\d\\d)(?=\\d)", "$1 ");
    }
}
