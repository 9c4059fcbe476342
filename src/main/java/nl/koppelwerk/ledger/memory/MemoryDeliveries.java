package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Values;

final class MemoryDeliveries implements Deliveries {

    private final MemoryState state;
    private final Map<String, DeliveryRow> byKey = new HashMap<>();

    private final MemoryNotices notices;

    MemoryDeliveries(MemoryState state, MemoryNotices notices) {
        this.state = state;
        this.notices = notices;
    }

    @Override public int sentSince(String link, Instant since) {
        return (int) byKey.values().stream().filter(delivery -> delivery.relation.link.equals(link) && !delivery.startedAt.isBefore(since)).count();
    }

    @Override public Intent intend(Claim claim, String relation, long revision, Step.Write write, List<MatchKey> identity, Set<String> found, byte[] request) {
        var row = state.relations.find(relation);
        if (!isOurs(claim, row)) return new Intent.LeaseLost();
        var key = key(row, revision, write);
        var before = unlessAnswered(byKey.get(key), claim, write);
        if (before != null && before.state == DeliveryRow.State.DONE) return new Intent.AlreadyDone(before.shown());
        if (before != null) requireResolved(before, claim);
        boolean isCreate = write.action() == Step.Action.CREATE;
        if (isCreate && OpenCreates.rival(state, row, write.side(), identity, found)) return new Intent.Rival();
        if (isCreate && OpenCreates.isMadeBeside(state, row, write.side(), identity, found)) return new Intent.RivalBeside(state.now().plusSeconds(30));
        boolean isNew = before == null || before.state == DeliveryRow.State.REFUSED;
        if (isNew && isOverBrake(row, write)) return new Intent.OverBrake();
        var delivery = before != null ? before : begun(key, row, write, identity);
        if (isNew && write.destructive() > 0)
            state.links.get(row.link).brake.add(new LinkRow.Effect(delivery.id, state.now(), write.destructive()));
        if (!isCreate) state.observations.gain(new RootId(row.link, write.side(), write.root()), identity, state.now());
        delivery.sends(claim.token(), write, request);
        return new Intent.Granted(delivery.id, delivery.id);
    }

    @Override public Request request(String delivery) {
        var row = state.deliveries.get(delivery);
        return new Request(row.request, row.id);
    }

    /** A look that has had its answer and writes there again has another value to write. */
    private static DeliveryRow unlessAnswered(DeliveryRow before, Claim claim, Step.Write write) {
        boolean isAnswered = before != null && write.action() == Step.Action.UPDATE && before.state == DeliveryRow.State.DONE && before.token == claim.token();
        return isAnswered ? null : before;
    }

    private boolean isOurs(Claim claim, RelationRow relation) {
        var notice = state.claimed(claim);
        return notice != null && relation != null && relation.leaseToken == claim.token()
            && notice.leaseEnds.isAfter(state.now().plus(MemoryState.CALL_DEADLINE));
    }

    /** An update of a look that died may be sent again at the same revision; a create only after a verdict. */
    private static void requireResolved(DeliveryRow before, Claim claim) {
        boolean isFree = before.state == DeliveryRow.State.REFUSED || before.token != claim.token();
        if (before.write.action() == Step.Action.CREATE || !isFree) throw new IllegalStateException("the outcome of this write is still open");
    }

    private boolean isOverBrake(RelationRow relation, Step.Write write) {
        var link = state.links.get(relation.link);
        return write.destructive() > 0 && link.brakeUsed(state.now()) + write.destructive() > MemoryLinks.brake(state, link);
    }

    private DeliveryRow begun(String key, RelationRow relation, Step.Write write, List<MatchKey> identity) {
        var row = new DeliveryRow(state.id("delivery"), key, relation, write, identity, state.now());
        state.deliveries.put(row.id, row);
        byKey.put(key, row);
        relation.deliveries.add(row);
        if (write.action() == Step.Action.CREATE && (write.root().isEmpty() || !identity.isEmpty())) state.openCreates.add(row);
        return row;
    }

    private String key(RelationRow relation, long revision, Step.Write write) {
        if (write.action() == Step.Action.UPDATE)
            return String.join("|", relation.id, write.side().name(), "" + revision, write.target());
        var bornFrom = relation.pair.root(write.side().other()).orElse(relation.id);
        var base = String.join("|", relation.link, write.side().name(), bornFrom, relation.pair.facet(), write.target());
        return base + "|" + attempt(base);
    }

    /** A create starts anew only after what came before was refused, given up or settled; a reused id had one of another relation before. */
    private int attempt(String base) {
        int attempt = 0;
        while (byKey.containsKey(base + "|" + attempt) && !byKey.get(base + "|" + attempt).isOpen()) attempt++;
        return attempt;
    }

    @Override public void answered(String delivery, Outcome outcome) {
        var row = state.deliveries.get(delivery);
        // an answer that comes a second time, or after what was found by reading, tells nothing new
        if (row != null && row.isGivenUp() && outcome instanceof Outcome.Done late) tell(row, late);
        if (row == null || !row.isUnknown()) return;
        row.ends(state.now());
        if (outcome instanceof Outcome.Done done) row.done(done);
        if (outcome instanceof Outcome.InDoubt) row.state = DeliveryRow.State.IN_DOUBT;
        if (outcome instanceof Outcome.Refused) refused(row);
        if (outcome instanceof Outcome.NotSent) remove(row);
        else wrote(row, outcome);
    }

    /** What was given up was made after all: it may be a twin by now, and its root is looked at. */
    private void tell(DeliveryRow row, Outcome.Done late) {
        var root = row.write.root().isEmpty() ? late.madeId() : row.write.root();
        boolean isCreate = row.write.action() == Step.Action.CREATE && !root.isEmpty();
        if (isCreate) notices.place(new RootId(row.relation.link, row.write.side(), root), Hint.of(row.relation.link, row.write.side(), root, "twin"), false, "");
    }

    private void wrote(DeliveryRow row, Outcome outcome) {
        var made = outcome instanceof Outcome.Done done ? done.madeId() : "";
        var root = row.write.root().isEmpty() ? made : row.write.root();
        if (!root.isEmpty()) state.observations.wrote(new RootId(row.relation.link, row.write.side(), root), state.now());
        if (outcome instanceof Outcome.Done done && !root.isEmpty()) know(row, new RootId(row.relation.link, row.write.side(), root), done);
    }

    /** Ids that a write made are known from its answer on, so that the vendor's own word of them is led to their root. */
    private void know(DeliveryRow row, RootId root, Outcome.Done done) {
        boolean isFree = row.relation.pair.root(root.side()).isEmpty() && state.relations.find(root, row.relation.pair.facet()) == null;
        if (row.write.root().isEmpty() && isFree) state.relations.change(row.relation, row.relation.pair.withRoot(root.side(), root.root()));
        done.handles().values().forEach(id -> state.observations.isPartOf(root, id));
        if (row.write.action() == Step.Action.CREATE) state.observations.isPartOf(root, done.madeId());
    }

    /** Nothing was destroyed, so the brake has it back. */
    private void refused(DeliveryRow row) {
        close(row, DeliveryRow.State.REFUSED);
        release(row);
    }

    private void release(DeliveryRow row) { state.links.get(row.relation.link).brake.removeIf(effect -> effect.delivery().equals(row.id)); }

    private void close(DeliveryRow row, DeliveryRow.State end) {
        row.state = end;
        state.openCreates.remove(row);
    }

    private void remove(DeliveryRow row) {
        byKey.remove(row.key);
        state.deliveries.remove(row.id);
        row.relation.deliveries.remove(row);
        state.openCreates.remove(row);
        release(row);
    }

    void judge(Settlement.Verdict verdict) {
        var row = state.deliveries.get(verdict.deliveryId());
        // an answer that came meanwhile is a fact, and stronger than not having found it
        if (row == null || !row.isUnknown()) return;
        if (row.write.action() == Step.Action.CREATE && verdict.fate() != Settlement.Fate.MISSED) watch(row, verdict.fate());
        switch (verdict.fate()) {
            case DONE -> found(row, verdict.madeId());
            case MISSED -> row.missed(state.now());
            case ABANDONED -> close(row, DeliveryRow.State.ABANDONED);
            case FORESTALLED -> close(row, DeliveryRow.State.FORESTALLED);
        }
    }

    private void watch(DeliveryRow row, Settlement.Fate fate) {
        var now = state.now();
        var given = new ArrayList<>(row.relation.given(row.write.side(), row.write.part()));
        if (fate == Settlement.Fate.ABANDONED) given.add(row.write.sent(row.startedAt));
        row.relation.watch(new Watch(row.write.side(), row.write.part(), now, now.plus(MemoryState.WATCH), now, given));
    }

    private void found(DeliveryRow row, String madeId) {
        row.ends(state.now());
        row.done(new Outcome.Done(madeId, "", Values.NONE, Map.of()));
        settle(row);
    }

    void settleKnown(RelationRow relation, Claim claim) {
        relation.deliveries.stream().filter(row -> row.isKnownTo(claim.token())).forEach(this::settle);
    }

    private void settle(DeliveryRow row) {
        row.settled = true;
        if (state.openCreates.remove(row)) row.made().map(id -> new RootId(row.relation.link, row.write.side(), id)).ifPresent(made -> keepKeys(row, made));
    }

    /** Those under which nobody else might be made, also while its system does not show it yet; who sees it writes them anew. */
    private void keepKeys(DeliveryRow row, RootId made) {
        var keys = row.identity.stream().filter(key -> !key.kind().equals("name") && !MatchKey.isAlong(key.kind())).toList();
        if (row.write.root().isEmpty() && state.observations.keysOf(made).isEmpty()) state.observations.gain(made, keys, state.now());
    }
}
