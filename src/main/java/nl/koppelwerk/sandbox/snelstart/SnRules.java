package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.DutchNumbers;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What a relation must hold to be kept; each rule by its code. */
final class SnRules {

    private static final Pattern URL = Pattern.compile("(?iU)(https?://)?[\\w-]+(\\.[\\w-]+)+(:\\d+)?([/?#]\\S*)?");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private final SnAddressRules addresses;
    private final SwitchPanel switches;

    SnRules(SnLanden landen, SwitchPanel switches) {
        this.addresses = new SnAddressRules(landen);
        this.switches = switches;
    }

    /** Looks at all rules but those that need other relations; puts the countries of the addresses in place. */
    void judge(ObjectNode relatie, SnFlaws flaws) {
        kinds(relatie, flaws);
        flaws.check(!blank(relatie, "naam"), "REL-0007", "Naam ontbreekt");
        onlyOfCustomers(relatie, flaws);
        var days = relatie.path("krediettermijn").asInt();
        flaws.check(days >= -365 && days <= 1000, "REL-0003", "Krediettermijn ligt niet tussen -365 en 1000");
        flaws.check(relatie.path("mobieleTelefoon").asText().length() <= 25, "REL-0012", "MobieleTelefoon is langer dan 25");
        flaws.check(relatie.path("telefoon").asText().length() <= 25, "REL-0013", "Telefoon is langer dan 25");
        flaws.check(blank(relatie, "websiteUrl") || URL.matcher(relatie.get("websiteUrl").textValue()).matches(), "REL-0015", "WebsiteUrl is geen adres");
        flaws.check(blank(relatie, "oin") || relatie.get("oin").textValue().matches("\\d{20}"), "REL-0086", "Oin heeft geen 20 cijfers");
        addresses.judge(relatie, flaws);
        flaws.check(isKvk(relatie), "REL-0006", "KvkNummer klopt niet");
        bank(relatie, flaws);
        SnVat.judge(relatie, flaws);
        SnMails.judge(relatie, flaws);
    }

    static boolean isKind(JsonNode relatie, String kind) {
        for (var one : relatie.path("relatiesoort")) {
            if (one.asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    static boolean blank(JsonNode relatie, String name) {
        return !relatie.hasNonNull(name) || relatie.get(name).asText().isBlank();
    }

    private static void kinds(ObjectNode relatie, SnFlaws flaws) {
        flaws.check(!relatie.path("relatiesoort").isEmpty() && !isKind(relatie, "Geen"), "REL-0001", "Relatiesoort ontbreekt");
        flaws.check(!isKind(relatie, "Eigen"), "REL-0048", "Relatiesoort Eigen is niet te kiezen");
        flaws.check(!(isKind(relatie, "Klant") && isKind(relatie, "Leverancier")), "REL-0065", "Relatiesoort is klant of leverancier, niet beide");
    }

    private static void onlyOfCustomers(ObjectNode relatie, SnFlaws flaws) {
        var customer = isKind(relatie, "Klant");
        flaws.check(customer || relatie.path("aanmaningsoort").asText("Nee").equals("Nee"), "REL-0002", "Aanmanen kan alleen bij een klant");
        flaws.check(customer || relatie.path("factuurkorting").asDouble() == 0, "REL-0004", "Factuurkorting kan alleen bij een klant");
        flaws.check(customer || relatie.path("incassoSoort").asText("Geen").equals("Geen"), "REL-0016", "Incasso kan alleen bij een klant");
        flaws.check(customer || !relatie.hasNonNull("kredietLimiet"), "REL-0062", "KredietLimiet kan alleen bij een klant");
        flaws.check(isKind(relatie, "Leverancier") || !relatie.path("bankieren").asBoolean(), "REL-0014", "Bankieren kan alleen bij een leverancier");
    }

    private boolean isKvk(ObjectNode relatie) {
        if (blank(relatie, "kvkNummer")) {
            return true;
        }
        var number = relatie.get("kvkNummer").textValue();
        var country = relatie.at("/vestigingsAdres/land").asText("NL");
        return switch (switches.get("kvk-rule")) {
            case "max-12-any" -> number.length() <= 12;
            case "8-digits-if-NL" -> country.equals("NL") ? number.matches("\\d{8}") : number.length() <= 12;
            default -> number.matches("\\d{8}");
        };
    }

    private static void bank(ObjectNode relatie, SnFlaws flaws) {
        var needed = relatie.path("bankieren").asBoolean() || !relatie.path("incassoSoort").asText("Geen").equals("Geen");
        flaws.check(!needed || !blank(relatie, "iban"), "REL-0009", "Iban ontbreekt bij bankieren of incasso");
        flaws.check(blank(relatie, "iban") || isIban(relatie.get("iban").textValue()), "REL-0011", "Iban klopt niet");
        flaws.check(blank(relatie, "bic") || BIC.matcher(relatie.get("bic").textValue()).matches(), "REL-0010", "Bic klopt niet");
    }

    private static boolean isIban(String text) {
        var plain = text.replace(" ", "");
        var length = switch (plain.substring(0, Math.min(2, plain.length()))) {
            case "NL", "DK" -> plain.length() == 18;
            case "BE" -> plain.length() == 16;
            default -> true;
        };
        return length && IBAN.matcher(plain).matches() && DutchNumbers.remainder(plain.substring(4) + plain.substring(0, 4)) == 1;
    }
}
