package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The field table of one kind of wire record: what is read from it and what is written to it, from the same lines. */
public final class RecordMapping {

    private final TableLines table;
    private final Map<Field<?>, Member<?>> byField = new HashMap<>();
    private final Set<Field<?>> fields = new LinkedHashSet<>();
    private final List<List<Field<?>>> groups;

    RecordMapping(TableLines table) {
        this.table = table;
        this.groups = table.members().stream().map(member -> List.<Field<?>>copyOf(member.fields())).toList();
        table.members().forEach(member -> member.fields().forEach(field -> byField.putIfAbsent(field, member)));
        groups.forEach(fields::addAll);
    }

    private Optional<Member<?>> member(Field<?> field) { return Optional.ofNullable(byField.get(field)); }

    public static RecordMappingBuilder record(String name) { return new RecordMappingBuilder(name); }

    @SafeVarargs
    public static <T> List<Field<T>> of(Field<T>... fields) { return List.of(fields); }

    public String name() { return table.name(); }

    /** The same table for a road on which a missing member means something else. */
    public RecordMapping onRoadWhere(Missing missing) { return new RecordMapping(table.with(missing)); }

    /**
     * What the record says; a member that cannot be used becomes an invalid value.
     *
     * @throws Unreadable where the record has no id or another shape than the table
     */
    public Reading read(JsonNode wire) {
        if (!wire.isObject()) throw new Unreadable(name(), "", "an object");
        var id = table.root().id(wire);
        if (id.isBlank()) throw new Unreadable(name(), "/" + table.root().idMember(), "an id");
        return new Reading(id, wire.path(table.version()).asText(""), table.moment().read(wire.path(table.modified())),
            table.referenceAt().in(wire, name()).path(table.reference()).asText(""), values(wire), handles(wire));
    }

    private Values values(JsonNode wire) {
        var values = Values.NONE;
        for (var member : table.members())
            values = member.read(member.resource().in(wire, name()), table.missing(), values);
        return values;
    }

    private Map<String, String> handles(JsonNode wire) {
        var handles = new LinkedHashMap<String, String>();
        for (var resource : table.resources()) {
            var id = resource.id(resource.in(wire, name()));
            if (!id.isEmpty()) handles.put(resource.name(), id);
        }
        return handles;
    }

    /** Bodies with the changed members only, by resource (empty for the record itself); none where nothing is sent. */
    public Map<String, ObjectNode> update(Values changed, References references) { return update(changed, Values.NONE, references); }

    /** The same, where it is known what the fields hold now: what is empty and stays empty is not sent. */
    public Map<String, ObjectNode> update(Values changed, Values before, References references) {
        var bodies = new LinkedHashMap<String, ObjectNode>();
        for (var member : table.members()) {
            var sent = member.write(changed, table.emptyWrites(), references);
            if (sent.isMissingNode()) continue;
            var body = bodies.computeIfAbsent(member.resource().name(), name -> JsonNodeFactory.instance.objectNode());
            member.put(body, sent, member.write(before, EmptyWrites.NULL, references));
        }
        bodies.values().removeIf(JsonNode::isEmpty);
        return bodies;
    }

    /** A new record as one tree, with what is filled only; our own reference goes where the table has a member for it. */
    public ObjectNode create(Values all, String ownReference, References references) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var entry : update(all.only((field, value) -> value instanceof Value.Present), references).entrySet())
            table.resource(entry.getKey()).make(tree).setAll(entry.getValue());
        if (!ownReference.isEmpty() && !table.reference().isEmpty()) table.referenceAt().make(tree).put(table.reference(), ownReference);
        Empties.strip(tree);
        return tree;
    }

    /** The value as this system would show it after taking it over; absent where the table does not write the field. */
    public Value<?> form(Field<?> field, Value<?> value) {
        return member(field).<Value<?>>map(member -> member.form(value, table.missing(), table.emptyWrites())).orElse(Value.absent());
    }

    /** Why this system would not take the value; all reasons at once, with the field as their subject. */
    public List<Reason> problems(Field<?> field, Value<?> value, References references) {
        return member(field).map(member -> member.problems(field, value, references)).orElse(List.of());
    }

    public Set<Field<?>> fields() { return Collections.unmodifiableSet(fields); }

    /** What a new record must have. */
    public Set<Field<?>> required() { return table.required(); }

    /** The wire record that carries the field: empty for the record itself, and for a field that the table does not name. */
    public String resourceOf(Field<?> field) { return member(field).map(member -> member.resource().name()).orElse(""); }

    /** All fields, those that one member feeds together; a field on its own is a group of one. */
    public List<List<Field<?>>> groups() { return groups; }

    public List<Line> lines() {
        return table.members().stream().flatMap(member -> member.fields().stream()
            .map(field -> new Line(field, member.path(), member.codec().name(), member.readOnly()))).toList();
    }

    /** The member that keeps our own reference, as a path; empty where there is none. */
    public Optional<String> referenceMember() {
        var at = table.referenceAt();
        if (table.reference().isEmpty()) return Optional.empty();
        return Optional.of(at.isRecord() ? table.reference() : at.name() + "/" + table.reference());
    }
}
