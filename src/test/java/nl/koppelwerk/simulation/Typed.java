package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Random;

import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.BtwNummer;
import nl.koppelwerk.relation.CvrNummer;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Value;

/** Values as people type them; each new one is told apart from all others by its number. */
class Typed {

    private static final List<String> NAMES = List.of("Çelik", "Sørensen", "van 's-Gravenhage", "IJsselstein", "de Vries", "Ó Briain");
    private final Random random;
    private int count = 100;

    Typed(Random random) { this.random = random; }

    Value<?> fresh(Field<?> field) {
        int nr = count++;
        if (field.equals(Fields.VISIT_ADDRESS) || field.equals(Fields.POSTAL_ADDRESS) || field.equals(Fields.PRIVATE_ADDRESS))
            return Address.TYPE.of(Address.of("Coolsingel", nr + "", "3011 AD", "Rotterdam", "NL"));
        return field.type().parse(text(field, nr));
    }

    private String text(Field<?> field, int nr) {
        return switch (field.name()) {
            case "phone", "mobile", "businessPhone", "privatePhone" -> "+312061%05d".formatted(nr);
            case "businessMobile", "privateMobile" -> "+316121%05d".formatted(nr);
            case "email", "businessEmail", "privateEmail" -> "nr%d@kantoor.example".formatted(nr);
            case "emails" -> "nr%d@kantoor.example".formatted(nr) + (nr % 9 == 0 ? ";tweede%d@kantoor.example".formatted(nr) : "");
            case "btwNummer" -> btw(nr);
            case "paymentDays" -> "" + nr % 1000;
            case "creditLimit" -> nr + ".5";
            case "website" -> "https://nr%d.example".formatted(nr);
            case "cvrNummer" -> cvr(nr);
            case "eanNummer" -> "579800%06d".formatted(nr) + digit("579800%06d".formatted(nr));
            case "pNummer" -> "10%08d".formatted(nr);
            case "kvkNummer" -> "%08d".formatted(68_000_000 + nr);
            case "birthDate" -> "19%02d-%02d-%02d".formatted(20 + nr % 80, 1 + nr % 12, 1 + nr % 28);
            case "gender" -> List.of("MALE", "FEMALE", "UNSPECIFIED").get(nr % 3);
            case "function" -> nr % 7 == 0 ? "Tovenaar " + nr : SimulatedDialect.FUNCTIONS.get(nr % 3);
            case "initials" -> "A.B." + nr;
            default -> NAMES.get(nr % NAMES.size()) + " " + nr;
        };
    }

    /** The next one from there whose digits fit each other, told apart by the first five. */
    private static String cvr(int nr) {
        for (int tail = 0; ; tail++) {
            var digits = "%05d%03d".formatted(10_000 + nr, tail);
            if (CvrNummer.TYPE.parse(digits).isValid()) return digits;
        }
    }

    private static String btw(int nr) {
        for (int tail = 0; ; tail++) {
            var number = "NL8%05d%03dB01".formatted(nr, tail);
            if (BtwNummer.TYPE.parse(number).isValid()) return number;
        }
    }

    private static int digit(String first) {
        int sum = 0;
        for (int i = 0; i < first.length(); i++) sum += (first.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return (10 - sum % 10) % 10;
    }

    /** What its type refuses, where it refuses anything. */
    Value<?> invalid(Field<?> field) {
        return switch (field.name()) {
            case "phone", "mobile", "businessPhone", "privatePhone", "businessMobile", "privateMobile" -> field.type().parse("bel " + count++);
            case "email", "emails", "businessEmail", "privateEmail" -> field.type().parse("apenstaart " + count++);
            default -> fresh(field);
        };
    }

    /** What somebody who edits this field leaves in it. */
    Value<?> next(Field<?> field, Value<?> now, Value<?> before) {
        int chance = random.nextInt(100);
        if (chance < 15) return Value.empty();
        if (chance < 19) return invalid(field);
        if (chance < 27) return before.isAbsent() ? fresh(field) : before;
        return chance < 31 ? now : fresh(field);
    }
}
