package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/**
 * Parts that a side holds twice because a create in doubt came through late: a question at every look, in scope or not, until one of
 * the two is gone or a person says that they are two.
 */
final class PartTwins {

    /** Between twins where there are several. */
    private static final String BESIDES = ", ";

    private final Knowledge known;
    private final Pair pair;
    private final Map<String, Reason> standing = new TreeMap<>();
    private final List<Question> questions = new ArrayList<>();
    private boolean needsWhole;

    PartTwins(Knowledge known, Pair pair) {
        this.known = known;
        this.pair = pair;
        if (known.situation.watches().isEmpty()) return;
        known.seen.forEach((side, seen) -> seen.relation().parts().forEach(part -> find(side, seen.relation(), part)));
        known.pair.standing().forEach(this::keepUnseen);
    }

    private void find(Side side, Relation mine, Part part) {
        if (part.kind() == PartKind.ROLE) role(side, part);
        else pair.partners(side.other(), part.kind(), part.reference()).filter(partners -> !part.reference().isEmpty())
            .filter(partners -> !partners.on(side).equals(part.id()) && holds(mine, part.kind(), partners.on(side)) && isWatched(known, side, partners.key()))
            .ifPresent(partners -> stand(PartPairing.key(side, part).toString(), twin(known, side, partners.on(side), part.id())));
    }

    /** All records of one role are one part to both sides, so more than one show only in how many records stand for it. */
    private void role(Side side, Part part) {
        var key = new PartKey(PartKind.ROLE, part.id());
        if (part.handles().size() < 2 || !isWatched(known, side, key)) return;
        var records = part.handles().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
        stand(key.toString(), twin(known, side, records.get(0), String.join(BESIDES, records.subList(1, records.size()))));
    }

    /** What this look does not show stands as it stood. */
    private void keepUnseen(String subject, Reason reason) {
        if (!isTwin(reason) || subject.isEmpty()) return;
        var side = Stream.of(Side.values()).filter(each -> known.named(ReasonCode.LATE_TWIN, each).details().get("system").equals(reason.details().get("system")))
            .findFirst().orElse(Side.TARGET);
        var kind = PartKey.parse(subject).kind();
        boolean isSeen = known.gone.contains(side) || known.seen.containsKey(side) && Laying.sees(known.seen.get(side), kind);
        if (isSeen) return;
        needsWhole |= reason.code() == ReasonCode.LATE_TWIN && known.seen.containsKey(side);
        stand(subject, twin(known, side, reason.details().get("first"), reason.details().get("twin")));
    }

    private void stand(String subject, Reason asked) {
        var stands = known.pair.standing().get(subject);
        boolean isSettled = stands != null && stands.code() == ReasonCode.NO_TWIN && stands.details().equals(asked.details()) || known.isReleased(ReasonCode.LATE_TWIN, subject);
        var reason = new Reason(isSettled ? ReasonCode.NO_TWIN : ReasonCode.LATE_TWIN, subject, asked.details());
        standing.put(subject, reason);
        if (!isSettled) questions.add(question(reason, subject));
    }

    static Question question(Reason reason, String other) {
        var both = new LinkedHashMap<String, Both>();
        for (var record : records(reason)) both.put(record, new Both(other, record));
        return new Question(reason, both);
    }

    private static List<String> records(Reason reason) {
        return Stream.concat(Stream.of(reason.details().get("first")), Stream.of(reason.details().get("twin").split(BESIDES))).toList();
    }

    static Reason twin(Knowledge known, Side side, String first, String twin) {
        return known.named(ReasonCode.LATE_TWIN, side).with("first", first).with("twin", twin);
    }

    boolean has(String subject) { return standing.containsKey(subject); }

    /** Whether one of two roles is gone shows only in a whole read. */
    boolean needsWhole() { return needsWhole; }

    List<Question> questions() { return questions; }

    List<Reason> reasons() { return List.copyOf(standing.values()); }

    /** Over what stood before. */
    Map<String, Reason> over(Map<String, Reason> before) {
        var all = new TreeMap<>(before);
        all.entrySet().removeIf(entry -> isTwin(entry.getValue()) && !entry.getKey().isEmpty());
        all.putAll(standing);
        return all;
    }

    private static boolean isTwin(Reason reason) { return reason.code() == ReasonCode.LATE_TWIN || reason.code() == ReasonCode.NO_TWIN; }

    /** Of two that were asked about the first is gone: the other takes its place, and nothing is agreed with it yet. */
    static boolean takesPlace(Knowledge known) {
        boolean isTaken = false;
        for (var side : known.seen.keySet())
            for (var partners : known.pair.partners())
                if (isWatched(known, side, partners.key())) isTaken |= takesPlace(known, side, partners);
        return isTaken;
    }

    private static boolean takesPlace(Knowledge known, Side side, Partners partners) {
        var kind = partners.key().kind();
        var seen = known.seen.get(side).relation();
        if (!seen.partsSeen().contains(kind) || holds(seen, kind, partners.on(side))) return false;
        var left = seen.parts().stream().filter(part -> part.kind() == kind && part.reference().equals(partners.on(side.other())))
            .filter(part -> wasAsked(known, partners.on(side), part.id())).findFirst();
        left.ifPresent(part -> known.pair = Cutting.part(known.pair, side == Side.TARGET
            ? new Partners(partners.key(), partners.source(), part.id()) : new Partners(partners.key(), part.id(), partners.target())));
        return left.isPresent();
    }

    private static boolean wasAsked(Knowledge known, String first, String twin) {
        return known.pair.standing().values().stream().anyMatch(reason -> reason.code() == ReasonCode.LATE_TWIN
            && first.equals(reason.details().get("first")) && twin.equals(reason.details().get("twin")));
    }

    private static boolean isWatched(Knowledge known, Side side, PartKey part) {
        return known.situation.watches().stream().anyMatch(watch -> watch.side() == side && watch.part().equals(part));
    }

    private static boolean holds(Relation relation, PartKind kind, String id) {
        return relation.parts().stream().anyMatch(part -> part.kind() == kind && part.id().equals(id));
    }
}
