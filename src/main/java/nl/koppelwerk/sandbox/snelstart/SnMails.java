package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** E-mail addresses: of the relation, and of the six sorts of mail. One alone and several with a semicolon between them have codes of their own. */
final class SnMails {

    /** One text: the code for an address that is none, for a list with one that is none, and for too much of it. */
    private record Codes(int invalid, int list, int tooLong) {
    }

    private record Setting(int missing, Codes email, Codes cc) {
    }

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s;,]+@[^@\\s;,]+\\.[^@\\s;,.]+");
    private static final int LONGEST = 250;
    private static final Map<String, Setting> SETTINGS = Map.of(
            "aanmaningEmailVersturen", new Setting(29, new Codes(30, 68, 69), new Codes(31, 70, 71)),
            "factuurEmailVersturen", new Setting(32, new Codes(33, 72, 73), new Codes(34, 74, 75)),
            "bevestigingsEmailVersturen", new Setting(38, new Codes(39, 76, 77), new Codes(40, 78, 79)),
            "offerteEmailVersturen", new Setting(44, new Codes(45, 80, 81), new Codes(46, 82, 83)),
            "offerteAanvraagEmailVersturen", new Setting(89, new Codes(90, 91, 92), new Codes(93, 94, 95)),
            "bestellingEmailVersturen", new Setting(96, new Codes(97, 98, 99), new Codes(100, 101, 102)));

    private SnMails() {
    }

    static void judge(ObjectNode relatie, SnFlaws flaws) {
        text("email", relatie.path("email"), new Codes(61, 84, 85), flaws);
        SnModel.MAILS.forEach(name -> setting(name, relatie.path(name), SETTINGS.get(name), flaws));
    }

    private static void setting(String name, JsonNode mail, Setting codes, SnFlaws flaws) {
        flaws.check(!mail.path("shouldSend").asBoolean() || !SnRules.blank(mail, "email"), code(codes.missing()), name + " heeft geen email om naar te sturen");
        text(name + ".email", mail.path("email"), codes.email(), flaws);
        text(name + ".ccEmail", mail.path("ccEmail"), codes.cc(), flaws);
    }

    private static void text(String name, JsonNode value, Codes codes, SnFlaws flaws) {
        var text = value.asText("").strip();
        if (value.isNull() || text.isEmpty()) {
            return;
        }
        flaws.check(text.length() <= LONGEST, code(codes.tooLong()), name + " is langer dan " + LONGEST);
        if (text.contains(";")) {
            flaws.check(Arrays.stream(text.split(";")).allMatch(one -> ADDRESS.matcher(one.strip()).matches()), code(codes.list()), name + " heeft een adres dat niet klopt");
        } else {
            flaws.check(ADDRESS.matcher(text).matches(), code(codes.invalid()), name + " is geen emailadres");
        }
    }

    private static String code(int number) {
        return String.format("REL-%04d", number);
    }
}
