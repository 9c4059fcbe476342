package nl.koppelwerk.ledger;

import nl.koppelwerk.link.Side;

/**
 * Something may have changed: the input of a notice, never data.
 *
 * @param record   the id as the system named it; where the part index knows it, the notice is that of its roots
 * @param why      webhook, poll, sync, retry, answer, run, full: short and stable, shown by explain
 * @param observed the stored observation of this root is newer than the hint: no read is needed
 * @param was      the id that the record is claimed to have had before, or empty
 * @param run      the run that placed it and counts its outcome, or empty
 */
public record Hint(String link, Side side, String record, Lane lane, String why, boolean observed, String was, String run) {

    public static Hint of(String link, Side side, String record, String why) {
        return new Hint(link, side, record, Lane.LIVE, why, false, "", "");
    }

    /** A vendor's webhook told of it. */
    public static Hint told(String link, Side side, String record) {
        return new Hint(link, side, record, Lane.COLLECTED, "webhook", false, "", "");
    }

    /** The same record, under the id that it is said to have had before. */
    public Hint was(String before) { return new Hint(link, side, record, lane, why, observed, before, run); }
}
