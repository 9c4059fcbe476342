package nl.koppelwerk.link;

import java.util.HashSet;
import java.util.Set;

import nl.koppelwerk.relation.BirthDate;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * A client as an import looks at it: with what the settings add, and without a number that its own birth date gives the lie.
 *
 * @param label       empty where labels are left alone
 * @param responsible empty where there is no usual one
 */
record ClientView(String label, String responsible) {

    /** What the settings say in the place of the source. */
    Set<Field<?>> supplied() {
        var supplied = new HashSet<Field<?>>();
        if (!label.isEmpty()) supplied.add(Fields.LABEL);
        if (!responsible.isEmpty()) supplied.add(Fields.RESPONSIBLE);
        return supplied;
    }

    Relation of(Relation seen) {
        var values = agreeing(seen.values());
        if (!label.isEmpty()) values = values.with(Fields.LABEL, label);
        if (!responsible.isEmpty() && !values.get(Fields.RESPONSIBLE).isFilled()) values = values.with(Fields.RESPONSIBLE, responsible);
        return seen.with(values);
    }

    private static Values agreeing(Values values) {
        boolean differs = values.get(Fields.RIJKSREGISTERNUMMER) instanceof Value.Present<Rijksregisternummer> number
            && values.get(Fields.BIRTH_DATE) instanceof Value.Present<BirthDate> born && !number.value().agreesWith(born.value().day());
        return differs ? values.with(Fields.RIJKSREGISTERNUMMER, new Value.Invalid<>(values.get(Fields.RIJKSREGISTERNUMMER).text(), ReasonCode.RRN_BIRTH_DATE)) : values;
    }
}
