package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/**
 * What would become of one relation if a person applied it: shown first, carried out only where it still fits.
 *
 * @param made    the side whose record the hub made; its pair may be cut
 * @param reasons what stays as it is, as a whole
 */
public record Plan(Bucket bucket, Optional<Side> made, List<Planned> fields, List<Reason> reasons) {

    /** Where people look for it: something is written; nothing is, with the reason; or the record was made and stays. */
    public enum Bucket { TO_RESTORE, KEPT, CREATED }

    /**
     * One field of one side.
     *
     * @param record the id of the record or contact person that holds it: what comes in its place is not written
     * @param held  what stands there
     * @param other what stands on the other side
     * @param value what is to stand there, in the form of that side
     * @param kept  why it stays as it is; empty where it is to be written
     */
    public record Planned(Side side, String record, PartKey part, Field<?> field, Value<?> held, Value<?> other, Value<?> value, Optional<Reason> kept) {

        public boolean isWritten() { return kept.isEmpty(); }

        public String subject() { return part.subject(field); }
    }

    static Plan of(Optional<Side> made, List<Planned> fields, List<Reason> reasons) {
        var bucket = made.isPresent() ? Bucket.CREATED : fields.stream().anyMatch(Planned::isWritten) ? Bucket.TO_RESTORE : Bucket.KEPT;
        return new Plan(bucket, made, fields, reasons);
    }
}
