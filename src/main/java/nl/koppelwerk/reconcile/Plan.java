package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * What would become of one relation if a person applied it: shown first, carried out only where it still fits.
 *
 * @param made    the side whose record the hub made; its pair may be cut
 * @param reasons what stays as it is, as a whole
 * @param shown   of an import: what both sides held of the fields that the link compares; nothing elsewhere
 */
public record Plan(Bucket bucket, Optional<Side> made, List<Planned> fields, List<Reason> reasons, Shown shown) {

    /**
     * Where people look for it. Of a restore: something is written; nothing is, with the reason; or the record was made and stays. Of an import
     * (IM-10 to IM-16): the target has no such record, the source has none, both have one, or it cannot go over.
     */
    public enum Bucket { TO_RESTORE, KEPT, CREATED, ONLY_IN_IMPORT, ONLY_IN_TARGET, DUPLICATE, INVALID }

    /** @param target nothing where it had no such record */
    public record Shown(Values source, Values target) {

        static final Shown NOTHING = new Shown(Values.NONE, Values.NONE);
    }

    public Plan(Bucket bucket, Optional<Side> made, List<Planned> fields, List<Reason> reasons) { this(bucket, made, fields, reasons, Shown.NOTHING); }

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

        /** It is not written by itself, and is where a person names it. */
        public boolean isLeft() { return kept.filter(reason -> reason.code() == ReasonCode.LEFT_BEFORE).isPresent(); }

        public String subject() { return part.subject(field); }
    }

    /** The same, with why it stays where it is: nobody chose a questionnaire for its language. */
    public Plan withoutQuestionnaire() {
        var language = shown.source().get(Fields.LANGUAGE).text();
        return new Plan(bucket, made, fields, List.of(new Reason(ReasonCode.QUESTIONNAIRE_MISSING, "", Map.of("language", Said.word("language." + language)))), shown);
    }

    static Plan of(Optional<Side> made, List<Planned> fields, List<Reason> reasons) {
        var bucket = made.isPresent() ? Bucket.CREATED : fields.stream().anyMatch(Planned::isWritten) ? Bucket.TO_RESTORE : Bucket.KEPT;
        return new Plan(bucket, made, fields, reasons);
    }
}
