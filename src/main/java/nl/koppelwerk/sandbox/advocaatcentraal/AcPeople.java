package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.sandbox.DutchNames;
import nl.koppelwerk.sandbox.Json;

/** Invents the contact persons and addresses of a relation. */
final class AcPeople {

    private static final List<String> NUMBER_ADDITIONS = List.of("A", "b", "II", "bis", "-3", "hs");
    private static final List<String> ODD_NUMBERS = List.of("12-14", "7 bis", "3a", "100 t/m 104", "t.o. 5");

    private final DutchNames names;
    private int contacts = 5000;

    AcPeople(DutchNames names) {
        this.names = names;
    }

    ObjectNode contact(String domain) {
        var first = names.firstName();
        var second = names.chance(30) ? names.firstName() : null;
        var last = names.lastName();
        var mobile = names.chance(70) ? names.phone(true) : null;
        return Json.object().put("id", "AC-C-" + ++contacts).put("voornamen", second == null ? first : first + " " + second)
                .put("voorletters", initial(first) + (second == null ? "" : initial(second))).put("tussenvoegsels", names.prefix()).put("achternaam", last)
                .put("geslacht", gender()).put("geboortedatum", names.chance(60) ? birthDate() : null)
                .put("functie", names.chance(80) ? names.function() : null).put("doorkiesnummer", names.chance(60) ? names.phone(false) : null)
                .put("mobiel", mobile).put("priveTelefoon", names.chance(20) ? names.phone(false) : null)
                .put("email", names.chance(85) ? DutchNames.ascii(first.substring(0, 1) + "." + last) + "@" + domain : null);
    }

    String fullName() {
        var prefix = names.prefix();
        var name = (prefix == null ? "" : prefix + " ") + names.lastName();
        return names.chance(60) ? names.firstName() + " " + name : name;
    }

    ObjectNode address(String type) {
        var box = type.equals("POSTADRES") && names.chance(60);
        var number = names.chance(4) ? names.pick(ODD_NUMBERS) : String.valueOf(1 + names.below(400));
        var country = names.chance(95) ? "NL" : names.pick(List.of("BE", "DE", "LU"));
        return Json.object().put("type", type).put("straat", box ? "Postbus" : names.street()).put("huisnummer", box ? String.valueOf(1 + names.below(9000)) : number)
                .put("toevoeging", !box && names.chance(15) ? names.pick(NUMBER_ADDITIONS) : null).put("postcode", names.postcode(country)).put("plaats", names.city())
                .put("land", country);
    }

    private String gender() {
        return names.chance(90) ? names.pick(List.of("M", "V", "M", "V", "X")) : null;
    }

    private String birthDate() {
        return LocalDate.of(1945, 1, 1).plusDays(names.below(22_000)).toString();
    }

    private static String initial(String name) {
        return name.startsWith("IJ") ? "IJ." : name.substring(0, 1) + ".";
    }
}
