package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Shown;
import nl.koppelwerk.reconcile.Readiness.Verdict;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/**
 * What an import would do with each relation (IM-10 to IM-16): nothing of it is done before a person chooses it.
 *
 * @param taskflows names of those whose customers are meant; none for all customers (IM-04)
 * @param reads     the run that reads both systems for it, and nothing is planned before it has ended
 * @param since     when that began, or when the sheet was brought: what the source did not show since is not in the import
 * @param ofSheet   the source is what was brought, so no answer of it shows who stands in the newest sheet: its stamps do
 */
public record Preview(Set<String> taskflows, String reads, Instant since, boolean ofSheet) implements Planner {

    public Preview {
        taskflows = Set.copyOf(taskflows);
    }

    /** Of a source that is read. */
    public Preview(Set<String> taskflows, String reads, Instant since) { this(taskflows, reads, since, false); }

    /** Who stands in a sheet was meant to go over, so that it hears why not; of a whole administration only those are told whom the target has. */
    @Override public Optional<Plan> plan(Past past, Rules rules) {
        var target = shown(past, Side.TARGET);
        var source = shown(past, Side.SOURCE).filter(this::isInImport);
        if (source.isEmpty()) return target.map(seen -> only(new Reason(ReasonCode.NOT_IN_SOURCE, "", Map.of("system", rules.dialect(Side.SOURCE).label()))));
        var aside = aside(rules, source.get());
        if (!aside.isEmpty()) return target.map(seen -> new Plan(Bucket.ONLY_IN_TARGET, Optional.empty(), List.of(), aside)).or(() -> ofSheet ? invalid(aside) : Optional.empty());
        return target.isPresent() ? both(past, rules, source.get(), target.get()) : alone(past, rules, source.get());
    }

    private boolean isInImport(Sighting seen) {
        var shown = ofSheet ? seen.modifiedAt() : seen.askedAt();
        return shown != null && !shown.isBefore(since);
    }

    private static Optional<Sighting> shown(Past past, Side side) {
        return past.pair().gone().contains(side) ? Optional.empty() : Optional.ofNullable(past.seen().get(side));
    }

    private static Plan only(Reason reason) { return new Plan(Bucket.ONLY_IN_TARGET, Optional.empty(), List.of(), List.of(reason)); }

    private List<Reason> aside(Rules rules, Sighting seen) {
        var reasons = new ArrayList<>(rules.outOfScope(Side.SOURCE, seen.relation()));
        if (reasons.isEmpty() && !isMeant(seen)) reasons.add(new Reason(ReasonCode.NOT_IN_TASKFLOW, "", Map.of("taskflows", String.join(", ", taskflows.stream().sorted().toList()))));
        return reasons;
    }

    private boolean isMeant(Sighting seen) {
        if (taskflows.isEmpty()) return true;
        return seen.relation().values().get(Fields.RELATION_TYPES) instanceof Value.Present<Codes> present && taskflows.stream().anyMatch(present.value()::contains);
    }

    /** Only one that the target lacks is ever made in another's record, or held along by one. */
    @Override public List<Along> along(Past past, Rules rules) {
        if (shown(past, Side.TARGET).isPresent()) return List.of();
        return shown(past, Side.SOURCE).map(seen -> Stream.concat(
            rules.mayGoAlongWith(Side.SOURCE, seen.relation()).stream().map(key -> new Along(Side.SOURCE, key)),
            rules.identity(Side.SOURCE, seen.root(), seen.relation()).stream().filter(key -> MatchKey.isAlong(key.kind())).map(key -> new Along(Side.TARGET, key))).toList()).orElse(List.of());
    }

    private boolean isAlong(Sighting source, Sighting other, Rules rules) {
        if (other.side() == Side.TARGET) return !other.askedAt().isBefore(since);
        return !other.root().equals(source.root()) && isInImport(other) && aside(rules, other).isEmpty() && rules.takesAlong(other.relation(), source.relation());
    }

    /** What is invalid is said even where there is a partner: nothing of it may go over. */
    private static Optional<Plan> both(Past past, Rules rules, Sighting source, Sighting target) {
        var readiness = Readiness.judged(rules, source);
        if (isInvalid(readiness)) return invalid(readiness.reasons());
        var comparison = new ImportFields(rules, source, target, past.before());
        return Optional.of(new Plan(Bucket.DUPLICATE, Optional.empty(), comparison.differing(), List.of(), comparison.shown()));
    }

    private Optional<Plan> alone(Past past, Rules rules, Sighting source) {
        if (past.along().stream().anyMatch(other -> isAlong(source, other, rules))) return Optional.empty();
        var readiness = Readiness.of(rules, source);
        if (readiness.verdict() == Verdict.OUT_OF_SCOPE) return Optional.empty();
        if (isInvalid(readiness)) return invalid(readiness.reasons());
        var asked = past.said().stream().filter(reason -> ASKED.contains(reason.code())).toList();
        if (!asked.isEmpty()) return invalid(asked);
        var births = new ImportFields(rules, source, null, past.before());
        return Optional.of(new Plan(Bucket.ONLY_IN_IMPORT, Optional.empty(), births.made(), List.of(), births.shown()));
    }

    /** Whatever is said of a field stops the whole, also where nothing of that field would go over. */
    private static boolean isInvalid(Readiness readiness) { return readiness.verdict() == Verdict.REFUSED || readiness.verdict() == Verdict.INCOMPLETE; }

    private static final Set<ReasonCode> ASKED = Set.of(ReasonCode.AMBIGUOUS_MATCH, ReasonCode.DUPLICATE_AT_SOURCE, ReasonCode.KIND_CHANGED, ReasonCode.ID_REUSED,
        ReasonCode.PARTNER_GONE, ReasonCode.LATE_TWIN, ReasonCode.CREATE_UNKNOWN, ReasonCode.CREATE_IN_DOUBT_TWICE);

    private static Optional<Plan> invalid(List<Reason> reasons) { return Optional.of(new Plan(Bucket.INVALID, Optional.empty(), List.of(), reasons, Shown.NOTHING)); }
}
