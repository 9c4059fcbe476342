package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import nl.koppelwerk.ledger.Questions.Held;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/**
 * One record per identity, which is the reference that the target keeps: never two roots with one, two contacts with one in an organisation, two equal roles; but a create
 * that landed late is reported within a day by a question that names both records, and stays open until a person says that they are two.
 */
final class ReferenceJudge {

    private static final String NAME = "one record per identity";
    private static final Duration A_DAY = Duration.ofDays(1);
    private final World world;
    private final SimulatedVendor source;
    private final SimulatedVendor target;
    private final List<Question> open;

    ReferenceJudge(World world, SimulatedVendor source, SimulatedVendor target) {
        this.world = world;
        this.source = source;
        this.target = target;
        this.open = world.ledger.questions().open(world.link, "", 1000).stream().map(Held::question).toList();
    }

    void judge() {
        var roots = new LinkedHashMap<String, List<String>>();
        for (var root : target.history.living()) {
            var reference = target.history.now(root).relation().reference();
            if (!reference.isEmpty()) roots.computeIfAbsent(reference, absent -> new ArrayList<>()).add(root);
            parts(root).forEach((identity, parts) -> {
                if (!hasEnded(reference, parts, part -> madeAt(root, part))) one(root, identity, parts, part -> madeAt(root, part));
            });
        }
        roots.forEach((reference, same) -> {
            if (!hasEnded(reference, same, this::madeAt)) one(reference, "ROOT " + reference, same, this::madeAt);
        });
        world.hub.counted.twins += (int) world.told.stream().flatMap(told -> told.settlement().reasons().stream())
            .filter(reason -> reason.code() == ReasonCode.LATE_TWIN).map(reason -> reason.details().get("twin")).distinct().count();
    }

    /** Its source was deleted, before a day had gone by or after a person was asked: nothing is kept the same any more. */
    private boolean hasEnded(String reference, List<String> same, Function<String, Instant> madeAt) {
        var states = source.history.of(reference);
        if (states.isEmpty() || states.get(states.size() - 1).relation() != null) return false;
        var last = same.stream().map(madeAt).max(Instant::compareTo).orElseThrow();
        return states.get(states.size() - 1).at().isBefore(last.plus(A_DAY)) || same.stream().allMatch(record -> isTold(record, last.plus(A_DAY)));
    }

    /** The records of each part, by its identity. */
    private Map<String, List<String>> parts(String root) {
        var records = new LinkedHashMap<String, List<String>>();
        for (var part : target.history.now(root).relation().parts())
            records.computeIfAbsent(part.kind() + " " + (part.reference().isEmpty() || isBrought(root, part) ? part.id() : part.reference()), absent -> new ArrayList<>())
                .add(part.kind() == PartKind.ROLE ? part.handles().get("") : part.id());
        return records;
    }

    /** People who merge two organisations bring contact persons of one into the other. */
    private boolean isBrought(String root, Part part) {
        return part.kind() == PartKind.CONTACT && target.history.roots().stream().filter(other -> !other.equals(root))
            .flatMap(other -> target.history.of(other).stream()).anyMatch(state -> state.relation() != null && holds(state.relation(), part.id()));
    }

    private Instant madeAt(String root) { return target.history.of(root).get(0).at(); }

    private Instant madeAt(String root, String record) {
        return target.history.of(root).stream().filter(state -> state.relation() != null && holds(state.relation(), record)).findFirst().orElseThrow().at();
    }

    private static boolean holds(Relation relation, String record) {
        return relation.parts().stream().anyMatch(part -> part.id().equals(record) || record.equals(part.handles().get("")));
    }

    /** What a person called another one counts no more, be it that the first of the two is gone by now. */
    private void one(String about, String identity, List<String> all, Function<String, Instant> madeAt) {
        var last = all.stream().map(madeAt).max(Instant::compareTo).orElseThrow();
        var records = all.stream().filter(record -> !isAnother(record)).toList();
        for (var record : records)
            if (records.size() > 1 && !isReported(record, last.plus(A_DAY)))
                world.failures.add(new Finding(NAME, about, "has two of " + identity + ": " + all + " and nobody was asked in time about " + record));
    }

    private boolean isReported(String record, Instant until) { return isTold(record, until) && open.stream().anyMatch(namesBoth(record)); }

    private boolean isTold(String record, Instant until) {
        return world.told.stream().filter(told -> !told.at().isAfter(until)).anyMatch(told -> told.settlement().questions().stream().anyMatch(namesBoth(record)));
    }

    /** Of three records the first may be gone by now, with which each of the others was named. */
    private static Predicate<Question> namesBoth(String record) {
        return asked -> asked.values().containsKey(record) && asked.values().size() > 1;
    }

    private boolean isAnother(String record) {
        return world.told.stream().flatMap(told -> told.settlement().reasons().stream())
            .anyMatch(reason -> reason.code() == ReasonCode.NO_TWIN && List.of(reason.details().get("twin").split(", ")).contains(record));
    }
}
