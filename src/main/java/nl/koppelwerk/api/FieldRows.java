package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.ledger.Views.Whole;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.Wording;

/** Both records of a relation field by field, parts too, and what each side held when they last agreed. */
record FieldRows(Whole whole, Masking masking) {

    /** As its link looks at it: without what the settings leave out. */
    FieldRows under(Rules rules) {
        var seen = new java.util.EnumMap<Side, Sighting>(Side.class);
        whole.seen().forEach((side, one) -> seen.put(side, one.with(rules.view(side, whole.pair().facet(), one.relation()))));
        return new FieldRows(new Whole(whole.row(), whole.revision(), whole.pair(), seen, whole.deliveries()), masking);
    }

    Kind kind() { return whole.row().kind() == null ? Kind.ORGANISATION : whole.row().kind(); }

    /** Null is empty; a member that is missing is one of which that system cannot say anything. */
    List<ObjectNode> all(Wording wording) {
        var rows = new ArrayList<ObjectNode>();
        for (var part : parts()) for (var field : fields(part)) rows.add(row(part, field, wording));
        return rows;
    }

    /** A person cut the pair: its two records are left apart. */
    boolean isCut() { return whole.pair().standing().values().stream().anyMatch(reason -> reason.code() == ReasonCode.PAIR_CUT); }

    /** The part of which it names a field; empty where it names none. */
    static Optional<PartKey> part(String subject) {
        int slash = subject.lastIndexOf('/');
        return slash == 0 ? Optional.empty() : PartKey.named(slash < 0 ? "" : subject.substring(0, slash));
    }

    static Optional<Field<?>> field(String subject) { return Fields.named(subject.substring(subject.lastIndexOf('/') + 1)); }

    /** What a side was last seen to hold. */
    Value<?> held(Side side, String subject) {
        var part = part(subject);
        var field = field(subject);
        return part.isEmpty() || field.isEmpty() ? Value.absent() : seen(side, part.get()).get(field.get());
    }

    private ObjectNode row(PartKey part, Field<?> field, Wording wording) {
        var row = JsonNodeFactory.instance.objectNode().put("field", part.subject(field)).put("label", wording.label(part.subject(field)));
        put(row, "source", field, seen(Side.SOURCE, part).get(field));
        put(row, "target", field, seen(Side.TARGET, part).get(field));
        var agreed = row.putObject("agreed");
        put(agreed, "source", field, whole.pair().baseline(Side.SOURCE).of(part).get(field));
        put(agreed, "target", field, whole.pair().baseline(Side.TARGET).of(part).get(field));
        return row;
    }

    private void put(ObjectNode node, String name, Field<?> field, Value<?> value) {
        if (value.isEmpty()) node.putNull(name);
        else if (!value.isAbsent()) node.put(name, masking.text(field, value.text()));
    }

    private Set<PartKey> parts() {
        var parts = new TreeSet<PartKey>();
        parts.add(PartKey.ROOT);
        whole.pair().partners().forEach(partners -> parts.add(partners.key()));
        for (var side : Side.values()) {
            if (whole.seen().containsKey(side)) whole.seen().get(side).relation().parts().forEach(part -> parts.add(key(side, part)));
            parts.addAll(whole.pair().baseline(side).parts().keySet());
        }
        return parts;
    }

    /** A part without a partner is named after itself. */
    private PartKey key(Side side, Part part) {
        return whole.pair().partners(side, part.kind(), part.id()).map(Partners::key).orElse(new PartKey(part.kind(), part.id()));
    }

    private List<Field<?>> fields(PartKey part) {
        var fields = new LinkedHashSet<Field<?>>();
        for (var side : Side.values()) {
            fields.addAll(seen(side, part).fields());
            fields.addAll(whole.pair().baseline(side).of(part).fields());
        }
        return fields.stream().sorted(java.util.Comparator.comparing(Field::name)).toList();
    }

    private Values seen(Side side, PartKey key) {
        var sighting = Optional.ofNullable(whole.seen().get(side)).map(seen -> seen.relation());
        if (key.equals(PartKey.ROOT)) return sighting.map(relation -> relation.values()).orElse(Values.NONE);
        return sighting.flatMap(relation -> relation.parts().stream().filter(part -> key(side, part).equals(key)).findFirst())
            .map(Part::values).orElse(Values.NONE);
    }
}
