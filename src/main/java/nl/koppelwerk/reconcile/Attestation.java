package nl.koppelwerk.reconcile;

import java.util.List;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * What a certificate says of one relation.
 *
 * @param subjects what differs, or was written since the run began
 * @param reasons  why; never empty where it is not simply equal
 * @param content  the compared values of both sides as one text, for the keyed content id; empty where nothing could be compared
 */
public record Attestation(Kind kind, List<String> subjects, List<Reason> reasons, String content) {

    /** {@code REPAIRED} is equal now and was not when the run read it. */
    public enum Kind { EQUAL, REPAIRED, DIFFERS, UNREAD, ALONE }

    public Attestation {
        subjects = List.copyOf(subjects);
        reasons = List.copyOf(reasons);
    }

    /** Another look may change the answer: it was not read, or nothing says why it differs. */
    public boolean mayImprove() {
        return reasons.stream().map(Reason::code).anyMatch(code -> code == ReasonCode.NOT_READ || code == ReasonCode.DIFFERS_UNEXPLAINED || code == ReasonCode.STILL_WORKED);
    }
}
