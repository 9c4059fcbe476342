package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.KVK_FORMAT;

/** A number of the Dutch trade register: 8 digits, leading zeros kept, no check digit (none is published). */
public record KvkNummer(String digits) {

    public static final ValueType<KvkNummer> TYPE = Checked.of(Blanks::compact, KvkNummer::fits, KVK_FORMAT, KvkNummer::new);

    public KvkNummer {
        Checked.require(fits(digits), KVK_FORMAT);
    }

    private static boolean fits(String digits) { return Digits.are(digits, 8); }

    @Override public String toString() { return digits; }
}
