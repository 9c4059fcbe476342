package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/** Where the same field of the same relation stands on the other side. */
final class Twins {

    private final World world;
    private final Kin kin;

    Twins(World world) {
        this.world = world;
        this.kin = world.cast.kin();
    }

    /** Roots of the other side that are, or ever were, the same relation. */
    List<String> roots(Side side, String root) { return kin.roots(side, root); }

    /** Those of them that exist now. */
    List<String> living(Side side, String root) {
        return roots(side, root).stream().filter(twin -> world.vendor(side.other()).history.now(twin) != null).toList();
    }

    /** The values of one field that the other side held at some time in that span, with those of fields that one member feeds. */
    boolean held(Side side, String root, String partId, Field<?> field, Instant from, Instant to, Predicate<Value<?>> wanted) {
        var vendor = world.vendor(side.other());
        for (var twin : roots(side, root)) {
            var states = vendor.history.of(twin);
            for (int i = 0; i < states.size(); i++) {
                boolean over = i + 1 < states.size() && states.get(i + 1).at().isBefore(from);
                if (over || states.get(i).at().isAfter(to) || states.get(i).relation() == null) continue;
                if (values(side, states.get(i).relation(), root, partId, field).stream().anyMatch(wanted)) return true;
            }
        }
        return false;
    }

    private List<Value<?>> values(Side side, Relation held, String root, String partId, Field<?> field) {
        var twin = world.cast.taken(side.other(), held);
        var values = new ArrayList<Value<?>>();
        for (var twinPart : partId.isEmpty() ? List.of("") : parts(side, twin, root, partId))
            for (var each : together(twin, partId, field)) values.add(Held.value(twin, twinPart, each));
        return values;
    }

    /** The field and those that one member feeds with it on either side. */
    Set<Field<?>> together(Relation relation, String partId, Field<?> field) {
        var fields = new LinkedHashSet<Field<?>>(List.of(field));
        var kind = partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT;
        for (var side : Side.values())
            world.vendor(side).dialect().groups(relation.kind(), kind).stream().filter(group -> group.contains(field)).forEach(fields::addAll);
        return fields;
    }

    /** More than one where a person brought in, or a late create made, the same contact person once more. */
    List<String> parts(Side side, Relation twin, String root, String partId) { return kin.parts(side, twin, root, partId); }

    /** What a record was at any time to a root of the other side; null where it was nobody. */
    String recordOn(Side side, String root, String partId, String twin) { return partId.isEmpty() ? "" : kin.partOf(side, root, partId, twin); }

    /** What the hub last wrote of a field to either side; null where it never did. */
    Value<?> lastAgreed(Side side, String root, String partId, Field<?> field, Instant before) {
        var last = lastAgreement(side, root, partId, field, before);
        if (last == null) return null;
        var written = last.write().values();
        return together(last.relation(), partId, field).stream().filter(written.fields()::contains).findFirst().<Value<?>>map(written::get).orElseThrow();
    }

    /** The last write that both sides held afterwards, or null. */
    History.State lastAgreement(Side side, String root, String partId, Field<?> field, Instant before) {
        var last = lastWritten(side, root, partId, field, before);
        for (var twin : roots(side, root)) {
            var parts = world.vendor(side.other()).history.of(twin).stream().filter(state -> state.relation() != null)
                .flatMap(state -> partId.isEmpty() ? Stream.of("") : parts(side, state.relation(), root, partId).stream()).findFirst();
            var there = parts.map(part -> lastWritten(side.other(), twin, part, field, before)).orElse(null);
            if (there != null && (last == null || there.at().isAfter(last.at()))) last = there;
        }
        return last;
    }

    /** When the partner that it had then became it. */
    Instant pairedSince(String root, Instant then) {
        return world.pairedSince.entrySet().stream().filter(one -> List.of(one.getKey().split(" ")).contains(root) && !one.getValue().isAfter(then))
            .map(java.util.Map.Entry::getValue).max(Instant::compareTo).orElse(Instant.MIN);
    }

    private History.State lastWritten(Side side, String root, String partId, Field<?> field, Instant before) {
        History.State last = null;
        for (var state : world.vendor(side).history.of(root))
            if (state.isByHub() && state.at().isBefore(before) && !java.util.Collections.disjoint(state.write().values().fields(), together(state.relation(), partId, field))
                && (state.write().partId().equals(partId) || partId.isEmpty() && state.write().part().equals(PartKey.ROOT) || isBornBy(state, partId))) last = state;
        return last;
    }

    /** A contact person that has no id yet when it is written. */
    private static boolean isBornBy(History.State state, String partId) {
        return Held.made(state).equals(partId) || Held.part(state.relation(), partId).filter(part -> part.reference().equals(state.write().part().key())).isPresent();
    }

    /** How reasons name a contact person of the target that the source does not show. */
    String name(String sourceRoot, Part atTarget) { return kin.name(sourceRoot, atTarget); }

    /** How questions and reasons name a field of that side's root. */
    String subject(Side side, String root, String partId, Field<?> field) { return subjects(side, root, partId, field).get(0); }

    List<String> subjects(Side side, String root, String partId, Field<?> field) {
        if (partId.isEmpty()) return List.of(field.name());
        return names(side, root, partId).stream().map(name -> name.isEmpty() ? "" : name + "/" + field.name()).toList();
    }

    List<String> names(Side side, String root, String partId) { return kin.names(side, root, partId); }
}
