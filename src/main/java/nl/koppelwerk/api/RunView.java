package nl.koppelwerk.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A pass over many records.
 *
 * @param endedAt null while it goes on or can still be applied
 * @param total   how many records there are, null while nobody knows
 * @param balance by outcome; together with {@code waiting} it is what was read
 * @param why     while it can do nothing, what it waits for: its link, an account that a vendor refuses, quiet hours, or calls that are used up; else why it stands or ended so
 * @param walked  every page was read; the run ends when nothing waits any more
 * @param size    of a sample: after how many relations it ends; null for others
 * @param expectedEnd when it is done at this pace, within its link's quiet hours; null while nobody can say
 * @param verify  it ends with a certificate of the link
 * @param certificate how far the certificate is; null before it begins, and for runs that make none
 */
@Schema(name = "Run")
record RunView(String id, String link, String kind, String state, String startedBy, Instant startedAt, @Schema(nullable = true) Instant endedAt,
               int read, @Schema(nullable = true) Integer total, @Schema(description = BALANCE) Map<String, Integer> balance, int waiting, boolean walked, String why,
               boolean verify, @Schema(nullable = true) Certificates.Progress certificate, @Schema(nullable = true) Integer size, @Schema(nullable = true) Instant expectedEnd) {

    static final String BALANCE = "What became of what was read, by outcome. Of a checklist or an export, which only look, what would become of it: equal goes over whole or is the same already, "
        + "held goes over without the fields that the checklist names, refused does not go over, out-of-scope is no matter of this link. A backup judges nothing: all is equal. Of an import each bad row is refused.";

    /** Of one that was just begun. */
    static RunView of(Run run, Rests.Why rests, Wording wording) { return of(run, rests, null, null, wording); }

    /** @param rests why its link or its runs do nothing now */
    static RunView of(Run run, Rests.Why rests, Certificates.Progress certificate, Instant expectedEnd, Wording wording) {
        var waits = isAtWork(run) ? rests.of(run.kind()) : "";
        var why = waits.isEmpty() ? wording.told(run.why()) : waits;
        return new RunView(run.id(), run.link(), Words.of(run.kind() == Kind.VERIFY ? Kind.FULL : run.kind()), Words.of(run.state()), run.by(), run.startedAt(), run.endedAt(), run.read(),
            run.total(), balance(run), run.waiting(), run.walked(), why,
            run.kind() == Kind.VERIFY, certificate, run.size() == 0 ? null : run.size(), expectedEnd);
    }

    /** Also a preview whose systems are still being read for it. */
    private static boolean isAtWork(Run run) { return run.goesOn() || run.state() == State.PLANNING && run.kind() == Kind.PREVIEW; }

    private static Map<String, Integer> balance(Run run) {
        var balance = new LinkedHashMap<String, Integer>();
        for (var outcome : Outcome.values()) balance.put(Words.of(outcome), run.balance().getOrDefault(outcome, 0));
        return balance;
    }
}
