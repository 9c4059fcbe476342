package nl.koppelwerk.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.Map;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Values;

/** Writes to the target as a test intends them. */
final class Writes {

    static final byte[] BYTES = "{\"Name\":\"'s-Gravenhage\"}".getBytes(UTF_8);

    private Writes() { }

    static Step.Write create(String name) { return write("", Step.Action.CREATE, name, 0); }

    static Step.Write update(String root, String name, int destructive) { return write(root, Step.Action.UPDATE, name, destructive); }

    private static Step.Write write(String root, Step.Action action, String name, int destructive) {
        return new Step.Write(Side.TARGET, root, Kind.ORGANISATION, PartKey.ROOT, root, "", "", action, Seen.named(name), Values.NONE,
            Values.NONE, "", "", destructive);
    }

    static MatchKey key(String value) { return new MatchKey("ac-id", value); }

    static Intent intend(LedgerFixture ledger, Look look, Step.Write write, MatchKey... identity) {
        return ledger.deliveries().intend(look.claim, look.dossier.relation(), look.dossier.revision(), write, List.of(identity), Set.of(), BYTES);
    }

    /** The delivery of a write that must be granted. */
    static String sent(LedgerFixture ledger, Look look, Step.Write write, MatchKey... identity) {
        return ((Intent.Granted) intend(ledger, look, write, identity)).delivery();
    }

    static Deliveries.Outcome done(String madeId) { return new Deliveries.Outcome.Done(madeId, "v1", Values.NONE, Map.of()); }
}
