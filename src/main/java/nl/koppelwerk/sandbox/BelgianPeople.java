package nl.koppelwerk.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.sandbox.BelgianPerson.Home;
import nl.koppelwerk.sandbox.BelgianPerson.Kind;

/**
 * The clients of an invented Belgian office, with the letters that break naive code. The same seed and number give the same person, so that
 * systems which know some of the same people need not know each other.
 */
public final class BelgianPeople {

    private static final LocalDate OLDEST = LocalDate.of(1937, 1, 1);
    /** Every birth date is one person's alone among so many, and so is every national number. */
    private static final int DATES = 25_000;
    private static final int STEP = 7_919;
    private static final List<String> LANGUAGES = List.of("nl", "nl", "nl", "nl", "nl", "fr", "fr", "fr", "en", "de");
    private static final Map<String, List<String>> WOMEN = Map.of("nl", List.of("An", "Lotte", "Marieke", "Zoë", "Griet", "Fien", "Yasmina", "Noor"),
            "fr", List.of("Amélie", "Chloé", "Gaëlle", "Françoise", "Inès", "Maïté", "Aurélie", "Héloïse"), "de", List.of("Käthe", "Heike", "Jördis", "Ute"),
            "en", List.of("Siobhán", "Grace", "Çiğdem", "Renée"));
    private static final Map<String, List<String>> MEN = Map.of("nl", List.of("Wout", "Jef", "Bart", "Pieter-Jan", "Stijn", "Daniël", "Rik", "Mehmet"),
            "fr", List.of("Benoît", "François", "Jérôme", "Loïc", "Théo", "Noël", "Jean-Marc", "Cédric"), "de", List.of("Jürgen", "Björn", "Günther", "Götz"),
            "en", List.of("Liam", "Łukasz", "Ömer", "José"));
    private static final List<String> LAST = List.of("Peeters", "Janssens", "De Smet", "D'Hondt", "Van den Broeck", "Vandenbossche", "Lefèvre", "Dubois", "Çelik", "Núñez",
            "Van Hoof", "'t Kint", "Maes", "Claes", "Goossens", "Lambert", "Dupont-Müller", "Verstraete", "Ní Bhriain", "El Amrani", "Sørensen", "Pauwels", "Wouters", "De Clercq");
    private static final List<String> STREETS = List.of("Dorpsstraat", "Kerkstraat", "Rue de l'Église", "Avenue des Érables", "Stationsplein", "'t Zand", "Chaussée de Liège", "Groenstraat",
            "Koningin Astridlaan", "Hauptstraße");
    private static final List<String[]> TOWNS = List.of(new String[] {"8500", "Kortrijk"}, new String[] {"1000", "Brussel"}, new String[] {"4000", "Liège"}, new String[] {"2018", "Antwerpen"},
            new String[] {"9000", "Gent"}, new String[] {"4700", "Eupen"}, new String[] {"6000", "Charleroi"}, new String[] {"8310", "Sint-Kruis"}, new String[] {"1348", "Ottignies-Louvain-la-Neuve"},
            new String[] {"3290", "Diest"});
    private static final List<String> TRADES = List.of("Boekhouding", "Bakkerij", "Garage", "Construct", "Consulting", "Café", "Traiteur", "Immo");
    private static final List<String> FORMS = List.of("BV", "NV", "SRL", "SA", "CV", "VZW");

    private final long seed;

    public BelgianPeople(long seed) {
        this.seed = seed;
    }

    /** Of ten numbers in a row the first two are a couple, the ninth is a company; of twenty the fifth is self-employed. */
    public BelgianPerson person(int number) {
        var random = new Random((seed * 31 + number) * 1_000_003);
        var kind = number % 10 == 9 ? Kind.COMPANY : number % 20 == 5 ? Kind.SELF_EMPLOYED : Kind.PERSON;
        var language = pick(random, LANGUAGES);
        var enterprise = kind == Kind.PERSON ? null : enterpriseNumber(number);
        var home = home(isSecond(number) ? new Random((seed * 31 + number - 1) * 7) : new Random((seed * 31 + number) * 7));
        return kind == Kind.COMPANY ? company(random, number, language, enterprise, home) : natural(random, number, kind, language, enterprise, home);
    }

    private static BelgianPerson company(Random random, int number, String language, String enterprise, Home home) {
        var name = pick(random, LAST) + " " + pick(random, TRADES) + " " + pick(random, FORMS);
        return new BelgianPerson(number, Kind.COMPANY, null, name, false, null, null, enterprise, "info@" + DutchNames.ascii(name) + number + ".example", phone(random), mobile(random),
                language, home, 0);
    }

    private static BelgianPerson natural(Random random, int number, Kind kind, String language, String enterprise, Home home) {
        var isMale = random.nextBoolean();
        var first = pick(random, (isMale ? MEN : WOMEN).get(language));
        var last = pick(random, LAST);
        var born = OLDEST.plusDays((long) number * STEP % DATES);
        var email = DutchNames.ascii(first) + "." + DutchNames.ascii(last) + number + "@mail.example";
        return new BelgianPerson(number, kind, first, last, isMale, born, nationalNumber(random, born, isMale), enterprise, email, phone(random), mobile(random), language, home, partner(number));
    }

    private static int partner(int number) {
        return number % 10 == 1 ? number + 1 : isSecond(number) ? number - 1 : 0;
    }

    private static boolean isSecond(int number) {
        return number % 10 == 2;
    }

    /** Of a hundred, four have a number of BIS; a BIS number whose month is raised by 20 knows no sex. */
    private static String nationalNumber(Random random, LocalDate born, boolean isMale) {
        var chance = random.nextInt(100);
        var month = born.getMonthValue() + (chance < 3 ? 40 : chance == 3 ? 20 : 0);
        var serial = 1 + 2 * random.nextInt(498) + (isMale ? 0 : 1);
        var nine = String.format("%02d%02d%02d%03d", born.getYear() % 100, month, born.getDayOfMonth(), serial);
        return nine + String.format("%02d", 97 - Long.parseLong((born.getYear() >= 2000 ? "2" : "") + nine) % 97);
    }

    private static String enterpriseNumber(int number) {
        var eight = 4_000_000L + number * 13L;
        return String.format("%08d%02d", eight, 97 - eight % 97);
    }

    /** The two of a couple live in one house. */
    private static Home home(Random shared) {
        var town = pick(shared, TOWNS);
        return new Home(pick(shared, STREETS), (1 + shared.nextInt(240)) + (shared.nextInt(10) == 0 ? "bis" : ""), shared.nextInt(4) == 0 ? "" + (1 + shared.nextInt(30)) : null, town[0], town[1]);
    }

    private static String phone(Random random) {
        return String.format("056 %02d %02d %02d", 20 + random.nextInt(70), random.nextInt(100), random.nextInt(100));
    }

    private static String mobile(Random random) {
        return "+32" + (470 + random.nextInt(30)) + String.format("%06d", random.nextInt(1_000_000));
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
