package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/** The listing of a vendor whose every record has one stamp. */
final class StampedRows {

    private final SimulatedVendor vendor;

    StampedRows(SimulatedVendor vendor) { this.vendor = vendor; }

    List<Sighting> of(Instant since, Instant asOf, Instant askedAt) {
        return vendor.history.living().stream().filter(root -> vendor.history.asOf(root, asOf) != null && vendor.isSince(vendor.stamps.get(root), since))
            .map(root -> seen(root, vendor.history.asOf(root, asOf), askedAt)).toList();
    }

    Sighting seen(String root, History.State state, Instant askedAt) { return vendor.sighting(root, state, state.relation(), vendor.stamps.get(root), askedAt); }

    /** The cursor is the last row: what changed since stands behind it, and comes again. */
    Page page(PageRequest asked, Instant asOf, Instant askedAt) {
        var since = asked.since().isEmpty() ? Instant.MIN : Instant.parse(asked.since());
        var left = of(since, asOf, askedAt).stream().filter(row -> cursor(row).compareTo(asked.position()) > 0).sorted(Comparator.comparing(StampedRows::cursor)).toList();
        return SimulatedVendor.page(left, asked.limit(), left.size() > asked.limit() ? cursor(left.get(asked.limit() - 1)) : "");
    }

    private static String cursor(Sighting row) { return row.modifiedAt() + " " + row.root(); }
}
