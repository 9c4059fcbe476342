package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.DutchNumbers;

/** The VAT number: its form, its country against that of the address, and its check digits where the Netherlands and Belgium have them. */
final class SnVat {

    private static final Pattern NL = Pattern.compile("NL(\\d{9})B(\\d{2})");
    private static final Pattern BE = Pattern.compile("BE([01]\\d{9})");
    private static final Pattern EU = Pattern.compile("([A-Z]{2})[0-9A-Z]{2,13}");
    private static final Set<String> PREFIXES = Set.of("AT", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
            "PL", "PT", "RO", "SE", "SI", "SK", "XI", "GB", "CH", "NO");

    private SnVat() {
    }

    /** After the addresses, for the country is a code by then. */
    static void judge(ObjectNode relatie, SnFlaws flaws) {
        if (!relatie.hasNonNull("btwNummer") || relatie.get("btwNummer").textValue().isEmpty()) {
            return;
        }
        var number = relatie.get("btwNummer").textValue();
        var formed = flaws.check(number.length() <= 50, "REL-0057", "BtwNummer is langer dan 50")
                & flaws.check(number.length() >= 2, "REL-0058", "BtwNummer is korter dan 2")
                & flaws.check(number.matches("[0-9A-Za-z]*"), "REL-0059", "BtwNummer heeft andere tekens dan cijfers en letters");
        if (formed) {
            country(relatie, number.toUpperCase(), flaws);
            flaws.check(isValid(number.toUpperCase()), "REL-0088", "BtwNummer klopt niet");
        }
    }

    static boolean isValid(String number) {
        var dutch = NL.matcher(number);
        var belgian = BE.matcher(number);
        if (dutch.matches()) {
            return !dutch.group(2).equals("00") && !dutch.group(1).equals("000000000") && (DutchNumbers.isRsin(dutch.group(1)) || DutchNumbers.remainder(number) == 1);
        }
        if (belgian.matches()) {
            return 97 - Long.parseLong(belgian.group(1).substring(0, 8)) % 97 == Long.parseLong(belgian.group(1).substring(8));
        }
        var other = EU.matcher(number);
        return other.matches() && PREFIXES.contains(other.group(1));
    }

    private static void country(ObjectNode relatie, String number, SnFlaws flaws) {
        var land = relatie.at("/vestigingsAdres/land");
        flaws.check(!land.isTextual() || SnBinding.isId(land.textValue()) || number.startsWith(SnLanden.vatPrefix(land.textValue())),
                "REL-0087", "BtwNummer is van een ander land dan het vestigingsAdres");
    }
}
