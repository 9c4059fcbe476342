package nl.koppelwerk.api;

import java.util.List;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a plan has for one relation.
 *
 * @param bucket   {@code to-restore}, {@code kept} or {@code created}; of a preview {@code only-in-import}, {@code only-in-target}, {@code duplicate} or {@code invalid}
 * @param created  the side whose record the hub made; null where it made none
 * @param selected it was applied
 * @param outcome  what the look that carried it out came to; null before
 */
@Schema(name = "PlanItem")
record PlanItemView(String id, String relation, String name, String bucket, @Schema(nullable = true) String created, List<FieldView> fields, List<ReasonView> reasons,
                    boolean selected, @Schema(nullable = true) String outcome) {

    /**
     * @param label what the field is called in the language that the request asked for
     * @param now   what stands there, and {@code other} what stands on the other side; null where it is empty
     * @param value what is to stand there
     * @param kept  why it stays as it is; null where it is to be written
     */
    @Schema(name = "PlannedField")
    record FieldView(String side, String field, String label, @Schema(nullable = true) String now, @Schema(nullable = true) String other,
                     @Schema(nullable = true, description = "What is to stand there. An address is one text, with a line such as street=Nieuwstraat for each of its members that is filled.") String value,
                     @Schema(nullable = true) ReasonView kept) {

        static FieldView of(Planned planned, Masking masking, Wording wording) {
            return new FieldView(Words.of(planned.side()), planned.subject(), wording.label(planned.subject()), text(planned, planned.held(), masking),
                text(planned, planned.other(), masking), text(planned, planned.value(), masking), planned.kept().map(kept -> ReasonView.of(kept, wording)).orElse(null));
        }

        private static String text(Planned planned, Value<?> value, Masking masking) {
            return value.isFilled() ? masking.text(planned.field(), value.text()) : null;
        }
    }

    static PlanItemView of(Item item, Masking masking, Wording wording) {
        return new PlanItemView(item.id(), item.relation(), item.name(), Words.of(item.plan().bucket()), item.plan().made().map(Words::of).orElse(null),
            item.plan().fields().stream().map(planned -> FieldView.of(planned, masking, wording)).toList(), ReasonView.all(item.plan().reasons(), wording), item.selected(),
            item.outcome() == null ? null : Words.of(item.outcome()));
    }
}
