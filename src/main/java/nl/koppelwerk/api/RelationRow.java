package nl.koppelwerk.api;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.ledger.Views.Row;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A relation in a list; an id of a side is null while it has no partner there. */
@Schema(name = "RelationRow")
record RelationRow(String id, String state, @Schema(nullable = true) String kind, String name, SideId source, SideId target, List<ReasonView> reasons, Instant changedAt) {

    record SideId(@Schema(nullable = true) String id) {
        static SideId of(String root) { return new SideId(root.isEmpty() ? null : root); }
    }

    static RelationRow of(Row row, Wording wording) {
        return new RelationRow(row.id(), Words.of(row.state()), row.kind() == null ? null : Words.of(row.kind()), row.name(), SideId.of(row.source()),
            SideId.of(row.target()), ReasonView.all(row.reasons(), wording), row.changedAt());
    }
}
