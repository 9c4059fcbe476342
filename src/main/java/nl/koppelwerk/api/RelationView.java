package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.ledger.Views.Sent;
import nl.koppelwerk.ledger.Views.Whole;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One relation whole.
 *
 * @param source null while nothing was seen there; {@code target} likewise
 * @param fields both records field by field, with what each side held when they last agreed
 */
@Schema(name = "Relation")
record RelationView(String id, String link, String state, @Schema(nullable = true) String kind, String name, List<ReasonView> reasons, Instant changedAt, long revision,
                    @Schema(nullable = true) RecordView source, @Schema(nullable = true) RecordView target,
                    @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY, implementation = Object.class) List<ObjectNode> fields,
                    List<DeliveryView> deliveries) {

    /** @param askedAt when it was seen to be so */
    record RecordView(String id, String version, @Schema(nullable = true) Instant modifiedAt, @Schema(nullable = true) Instant askedAt, List<String> marks) {}

    /** @param target the part and its resource, empty for the root */
    record DeliveryView(String id, String side, String action, String target, String state, List<ReasonView> reasons, Instant sentAt, @Schema(nullable = true) Instant endedAt) {
        static DeliveryView of(Sent sent, Wording wording) {
            return new DeliveryView(sent.id(), Words.of(sent.side()), sent.create() ? "create" : "update", sent.target(),
                sent.state().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), ReasonView.all(sent.reasons(), wording), sent.sentAt(), sent.endedAt());
        }
    }

    static RelationView of(Whole whole, Masking masking, Wording wording) {
        var row = whole.row();
        return new RelationView(row.id(), row.link(), Words.of(row.state()), row.kind() == null ? null : Words.of(row.kind()), row.name(),
            ReasonView.all(row.reasons(), wording), row.changedAt(), whole.revision(), side(whole, Side.SOURCE), side(whole, Side.TARGET),
            new FieldRows(whole, masking).all(wording), whole.deliveries().stream().map(sent -> DeliveryView.of(sent, wording)).toList());
    }

    private static RecordView side(Whole whole, Side side) {
        var seen = whole.seen().get(side);
        return seen == null ? whole.pair().root(side).map(root -> new RecordView(root, "", null, null, List.of())).orElse(null)
            : new RecordView(seen.root(), seen.version(), seen.modifiedAt(), seen.askedAt(), seen.relation().marks().stream().map(Words::of).sorted().toList());
    }
}
