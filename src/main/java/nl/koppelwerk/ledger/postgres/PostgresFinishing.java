package nl.koppelwerk.ledger.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Visit;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** Hands a settlement, sealed, to the function {@code finish_look}, which is the transaction. */
final class PostgresFinishing implements Finishing {

    /** Retries of one outage spread by this much, so that they do not come all at once. */
    private static final double LEAST_JITTER = 0.9;
    private static final double MOST_JITTER = 1.2;

    private final Database database;
    private final Secrets secrets;
    private final RelationKeys keys;
    private final PostgresDeliveries deliveries;
    private final Timing timing;
    private final Column retries;

    PostgresFinishing(Database database, Secrets secrets, RelationKeys keys, PostgresDeliveries deliveries, Timing timing) {
        this.database = database;
        this.secrets = secrets;
        this.keys = keys;
        this.deliveries = deliveries;
        this.timing = timing;
        this.retries = Column.of("interval", timing.retries(), Statements::text);
    }

    @Override public boolean finish(Finish finish) {
        var values = values(finish);
        var call = "SELECT finish_look(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ") AS ours";
        return database.row(call, row -> row.flag("ours"), values.toArray()).orElse(false);
    }

    /** In the order of the function's parameters. */
    private List<Object> values(Finish finish) {
        var claim = finish.claim();
        var settlement = finish.settlement();
        var values = new ArrayList<>(Arrays.<Object>asList(claim.token(), claim.link(), claim.side(), claim.root(), claim.generation(),
            Database.id(finish.relation()), finish.revision(), settlement.state(), settlement.outcome(),
            LedgerJson.reasons(settlement.reasons()), new Json(finish.decision())));
        var sealed = new SealedSettlement(finish, keys.of(Database.id(finish.relation())), secrets);
        values.addAll(sealed.pair());
        values.add(settlement.foldsIn().map(Database::id).orElse(null));
        values.add(Column.texts(settlement.moved(), root -> root));
        values.addAll(sealed.sightings());
        values.addAll(sealed.index());
        values.addAll(sealed.questions());
        values.addAll(verdicts(settlement.deliveries()));
        values.addAll(sealed.changes());
        values.addAll(ending(finish));
        values.addAll(answer(finish));
        values.addAll(watch(settlement));
        values.addAll(wanted(settlement.wanted()));
        values.add(Column.texts(settlement.followed(), answer -> answer.code().name()));
        values.add(Column.texts(settlement.followed(), Question.Answered::subject));
        return values;
    }

    private List<Object> watch(Settlement settlement) {
        var looked = settlement.looked();
        var visits = settlement.visits();
        return List.of(timing.watch(), Column.sides(looked, Watch::side), Column.texts(looked, watch -> watch.part().toString()),
            Column.sides(visits, Visit::side), Column.texts(visits, Visit::root), Column.moments(visits, Visit::at));
    }

    private static List<Object> wanted(Map<String, Settlement.Outcome> wanted) {
        var done = List.copyOf(wanted.entrySet());
        return List.of(Column.numbers(done, one -> Database.id(one.getKey())), Column.texts(done, one -> one.getValue().name()));
    }

    private static List<Object> verdicts(List<Settlement.Verdict> verdicts) {
        return List.of(Column.numbers(verdicts, verdict -> DeliveryId.of(verdict.deliveryId()).number()),
            Column.texts(verdicts, verdict -> verdict.fate().name()), Column.texts(verdicts, verdict -> verdict.madeId() == null ? "" : verdict.madeId()));
    }

    private List<Object> ending(Finish finish) {
        var again = finish.settlement().again().orElse(null);
        var reasons = reasonsOfDeath(finish);
        var first = reasons.isEmpty() ? "" : reasons.get(0).code().name();
        return Arrays.asList(again == null ? null : again.cause(), again == null ? null : again.at(), again == null ? null : again.atLeast(),
            retries, ThreadLocalRandom.current().nextDouble(LEAST_JITTER, MOST_JITTER),
            timing.probe(), first, answerOf(reasons), LedgerJson.reasons(reasons));
    }

    private List<Reason> reasonsOfDeath(Finish finish) {
        var reasons = new ArrayList<>(finish.settlement().reasons());
        int attempts = finish.claim().attempts() + 1;
        if (finish.settlement().again().filter(again -> again.cause() == Cause.MAY_HEAL).isPresent())
            reasons.add(new Reason(ReasonCode.TRIED_TOO_OFTEN, "", Map.of("attempts", "" + attempts)));
        return reasons;
    }

    private static String answerOf(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.details().get("answer")).filter(java.util.Objects::nonNull).findFirst().orElse("");
    }

    private List<Object> answer(Finish finish) {
        return finish.answer().map(answer -> Arrays.asList(deliveries.answer(answer.delivery(), answer.outcome())))
            .orElse(Arrays.asList(null, null, null, null, null, null, null));
    }
}
