package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** Invented names, places, numbers and functions of the Netherlands, with the letters that break naive code; the same seed gives the same ones. */
public final class DutchNames {

    /** The functions that occur; Tribe keeps them as a list to choose from. */
    public static final List<String> FUNCTIONS = List.of("Directeur", "Algemeen directeur", "Bedrijfsjurist", "Hoofd financiën", "Controller",
            "Office manager", "Eigenaar", "Secretaresse", "Inkoper", "HR-adviseur", "Vestigingsmanager", "Bestuurder", "Commercieel manager",
            "Coördinator", "Penningmeester", "Juridisch medewerker");

    private static final List<String> CURATED_LAST = List.of("Sørensen", "Çelik", "IJsselstein", "'s-Gravesande", "Müller", "Núñez", "O'Neill", "Åkesson",
            "Ömer-de Graaf", "Yılmaz", "D'Hondt", "Łukasz", "Van Brederode-'t Hooft", "Berg", "Vries", "Dijk");
    private static final List<String> CURATED_CITY = List.of("'s-Gravenhage", "'s-Hertogenbosch", "IJsselstein", "IJmuiden", "Súdwest-Fryslân",
            "Nieuwerkerk aan den IJssel", "Århus", "Rotterdam", "Amsterdam", "Utrecht", "Capelle aan den IJssel", "Hoek van Holland");
    private static final List<String> PREFIXES = List.of("van", "de", "van der", "van den", "van de", "den", "ter", "'t", "in 't");
    private static final List<String> FORMS = List.of("B.V.", "B.V.", "B.V.", "N.V.", "V.O.F.", "Holding B.V.", "Stichting", "& Zonen", "Advies", "Groep");

    private final Random random;
    private final List<String> first;
    private final List<String> last;
    private final List<String> streets;
    private final List<String> cities;

    public DutchNames(Random random) {
        this.random = random;
        var faker = new Faker(Locale.forLanguageTag("nl-NL"), new Random(random.nextLong()));
        // Drawn into pools once: the library takes too long for 50,000 relations one by one.
        first = pool(List.of("Zoë", "Søren", "Renée", "Anaïs", "Jürgen", "Ömer", "IJsbrand"), 300, () -> faker.name().firstName());
        last = pool(CURATED_LAST, 400, () -> faker.name().lastName());
        streets = pool(List.of("Coolsingel", "Plein 1944", "2e Jan van der Heijdenstraat", "'s-Gravendijkwal", "Kade", "IJsbaanpad"), 300, () -> faker.address().streetName());
        cities = pool(CURATED_CITY, 150, () -> faker.address().cityName());
    }

    public String firstName() {
        return pick(first);
    }

    public String lastName() {
        return pick(last);
    }

    public String street() {
        return pick(streets);
    }

    public String city() {
        return pick(cities);
    }

    public String prefix() {
        return chance(35) ? pick(PREFIXES) : null;
    }

    /** A whole name: first name, prefix if there is one, last name. */
    public String person() {
        var prefix = prefix();
        return firstName() + " " + (prefix == null ? "" : prefix + " ") + lastName();
    }

    public String function() {
        return pick(FUNCTIONS);
    }

    public String company() {
        var form = pick(FORMS);
        var name = chance(30) ? lastName() + " & " + lastName() : lastName() + " " + pick(List.of("Advies", "Bouw", "Transport", "Zorg", "Vastgoed", "Techniek", "Handel"));
        return form.equals("Stichting") ? "Stichting " + name : name + " " + form;
    }

    /** As the country has it: NL, BE, DE or LU. */
    public String postcode(String country) {
        return switch (country) {
            case "NL" -> postcode();
            case "DE" -> String.format("%05d", 1067 + random.nextInt(98_000));
            default -> "" + (1000 + random.nextInt(8999));
        };
    }

    private String postcode() {
        return (1000 + random.nextInt(8999)) + (chance(80) ? " " : "") + letter() + "BCEGHJKLMNPRTVWXZ".charAt(random.nextInt(17));
    }

    /** A number as people type it: a fixed line or a mobile one, in one of many spellings. */
    public String phone(boolean mobile) {
        // Of the mobile numbers only 061 to 065 and 068 are given to people.
        var rest = (mobile ? pick(List.of("1", "2", "3", "4", "5", "8")) : "" + (1 + random.nextInt(9))) + String.format("%07d", random.nextInt(10_000_000));
        var area = mobile ? "6" : pick(List.of("10", "20", "30", "40", "70", "88"));
        var number = mobile ? rest : rest.substring(0, 7);
        return switch (random.nextInt(5)) {
            case 0 -> "0" + area + number;
            case 1 -> "0" + area + "-" + number;
            case 2 -> "+31 " + area + " " + number.substring(0, 3) + " " + number.substring(3);
            case 3 -> "+31 (0)" + area + " " + number.substring(0, 3) + " " + number.substring(3);
            default -> "0" + area + " " + number.substring(0, 3) + " " + number.substring(3, 5) + " " + number.substring(5);
        };
    }

    /** What remains of a name in an e-mail address. */
    public static String ascii(String name) {
        var plain = Normalizer.normalize(name.replace("ø", "o").replace("Ł", "L").replace("ı", "i"), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "").replaceAll("^\\.+|\\.+$", "").replaceAll("\\.{2,}", ".");
    }

    /** Draws whether or not, so that a share can change without changing all that follows. */
    public void maybe(int percent, ObjectNode record, String member, String value) {
        if (chance(percent) && value != null) {
            record.put(member, value);
        }
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

    private char letter() {
        return (char) ('A' + random.nextInt(18));
    }

    private static List<String> pool(List<String> curated, int size, Supplier<String> more) {
        return Stream.concat(curated.stream(), IntStream.range(0, size).mapToObj(i -> more.get())).distinct().toList();
    }
}
