package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Random;

import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;

/** What people type of Belgian clients: national numbers, right and wrong, and languages. */
final class BelgianTyped extends Typed {

    private static final List<String> LANGUAGES = List.of("nl", "fr", "nl", "en", "nl", "de");
    private int people = 1;

    BelgianTyped(Random random) { super(random); }

    @Override Value<?> fresh(Field<?> field) {
        if (field.equals(Fields.RIJKSREGISTERNUMMER) || field.equals(Fields.PARTNER_RIJKSREGISTERNUMMER)) return field.type().parse(number(people++));
        return field.equals(Fields.LANGUAGE) ? field.type().parse(LANGUAGES.get(people++ % LANGUAGES.size())) : super.fresh(field);
    }

    @Override Value<?> invalid(Field<?> field) {
        if (field.equals(Fields.RIJKSREGISTERNUMMER) || field.equals(Fields.PARTNER_RIJKSREGISTERNUMMER)) return field.type().parse(slipped(number(people++)));
        return field.equals(Fields.LANGUAGE) ? field.type().parse("Frans") : super.invalid(field);
    }

    private static String number(int nr) {
        var first = "%02d%02d%02d%03d".formatted(40 + nr % 59, 1 + nr % 12, 1 + nr % 28, 1 + nr % 997);
        return first + "%02d".formatted(97 - Long.parseLong(first) % 97);
    }

    /** The next one whose digits do not fit each other. */
    private static String slipped(String number) {
        for (int last = 1; ; last++) {
            var typed = number.substring(0, 9) + "%02d".formatted(last);
            if (!Rijksregisternummer.TYPE.parse(typed).isValid()) return typed;
        }
    }
}
