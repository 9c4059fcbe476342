package nl.koppelwerk.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/**
 * One relation where nothing refers to the other side for sure: what the hub made from a record is the same as that one, and what it
 * paired is, which {@link KeysJudge} judges by itself. Contact persons likewise.
 */
final class Lineage implements Kin {

    private final Map<String, Set<String>> roots = new HashMap<>();
    private final Map<String, Set<String>> parts = new HashMap<>();
    /** The newest first. */
    private final Map<String, Deque<String>> names = new HashMap<>();
    private final Map<String, String> from = new HashMap<>();

    /** A vendor that can hold a value in a form of its own only. */
    static Value<?> formed(SimulatedDialect dialect, Field<?> field, Value<?> value) {
        if (!(value instanceof Value.Present<?>)) return value;
        var kind = dialect.knows(Kind.ORGANISATION, PartKind.ROOT, field) ? PartKind.ROOT : PartKind.CONTACT;
        var formed = dialect.form(Kind.ORGANISATION, kind, field, value);
        return formed.isAbsent() ? value : formed;
    }

    void born(String made, String bornFrom) {
        from.put(made, bornFrom);
        join(roots, made, bornFrom);
    }

    void bornPart(String made, String bornFrom) { join(parts, made, bornFrom); }

    /** The record of the other side that the hub made it from; null where a person made it. */
    String bornFrom(String made) { return from.get(made); }

    private static void join(Map<String, Set<String>> all, String one, String other) {
        all.computeIfAbsent(one, absent -> new LinkedHashSet<>()).add(other);
        all.computeIfAbsent(other, absent -> new LinkedHashSet<>()).add(one);
    }

    /** While it asks whether a number is another customer's by now, or who is meant, it has not said that the two are one. */
    static boolean doubts(Settlement settlement) { return settlement.questions().stream().anyMatch(question -> question.code() == ReasonCode.ID_REUSED); }

    @Override public void learn(Settlement settlement) {
        var pair = settlement.pair();
        if (!pair.isPaired() || doubts(settlement)) return;
        join(roots, pair.source(), pair.target());
        pair.partners().stream().filter(partners -> partners.key().kind() == PartKind.CONTACT).forEach(this::learn);
    }

    private void learn(Partners partners) {
        if (!partners.source().isEmpty() && !partners.target().isEmpty()) join(parts, partners.source(), partners.target());
        for (var side : Side.values()) {
            var known = names.computeIfAbsent(partners.on(side), absent -> new ArrayDeque<>());
            known.remove(partners.key().toString());
            known.addFirst(partners.key().toString());
        }
    }

    @Override public List<String> roots(Side side, String root) { return List.copyOf(roots.getOrDefault(root, Set.of())); }

    @Override public List<String> parts(Side side, Relation twin, String root, String partId) {
        return parts.getOrDefault(partId, Set.of()).stream().filter(part -> Held.part(twin, part).isPresent()).toList();
    }

    @Override public String partOf(Side side, String root, String partId, String twin) { return parts.getOrDefault(partId, Set.of()).stream().findFirst().orElse(null); }

    @Override public List<String> names(Side side, String root, String partId) {
        var all = new LinkedHashSet<String>(names.getOrDefault(partId, new ArrayDeque<>()));
        all.add("contact:" + (side == Side.SOURCE ? "" : "t:") + partId);
        return List.copyOf(all);
    }

    @Override public String name(String sourceRoot, Part atTarget) { return names(Side.TARGET, "", atTarget.id()).get(0); }
}
