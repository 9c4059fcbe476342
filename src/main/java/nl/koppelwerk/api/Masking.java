package nl.koppelwerk.api;

import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;

/** Hides personal numbers and birth dates from those who have no need of them. */
enum Masking {
    ON,
    OFF;

    private static final String MASK = "***";

    String text(Field<?> field, String text) { return this == ON && field.sensitive() && text != null && !text.isEmpty() ? MASK : text; }

    /** @param subject as reasons and holds name it: {@code birthDate}, {@code contact:7/birthDate} */
    String text(String subject, String text) {
        var field = Fields.named(subject.substring(subject.lastIndexOf('/') + 1));
        return field.isPresent() ? text(field.get(), text) : text;
    }

    Both both(String subject, Both both) { return new Both(text(subject, both.source()), text(subject, both.target())); }
}
