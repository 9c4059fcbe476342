package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.koppelwerk.ledger.Accounts.Permit;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** The hub's login at one vendor: what it asks leave for, and what the vendor counts and refuses by itself. */
final class SimulatedAccount {

    /** As in production: {@code koppelwerk.account.backoff}. */
    private static final Duration BACK_OFF = Duration.ofMinutes(15);
    private final World world;
    private final String id;
    /** Every call that reached the vendor, in the order in which they began. */
    final List<Call> calls = new ArrayList<>();
    /** Until then its credentials count no more. */
    private Instant revokedUntil = Instant.MIN;

    record Call(Instant began, Instant ended) {}

    SimulatedAccount(World world, String id) {
        this.world = world;
        this.id = id;
    }

    Permit take(Lane lane) { return world.ledger.accounts().take(id, lane); }

    /** The call begins now and takes so long. */
    void called(Duration span) { calls.add(new Call(world.time.instant(), world.time.instant().plus(span))); }

    void ended(Permit.Granted permit) { world.ledger.accounts().ended(permit, Optional.empty()); }

    void revoke(Duration span) { revokedUntil = world.time.instant().plus(span); }

    /** New credentials. */
    void renew() {
        revokedUntil = Instant.MIN;
        world.ledger.accounts().wake(id);
    }

    boolean isRevoked() { return revokedUntil.isAfter(world.time.instant()); }

    Answer denied() { return new Answer.Denied(new Reason(ReasonCode.CREDENTIALS_REFUSED)); }

    /** The hub leaves a vendor alone that refuses it. */
    void rest() {
        if (world.ledger.accounts().find(id).backOffUntil() == null) world.ledger.accounts().backOff(id, BACK_OFF, "refused");
    }
}
