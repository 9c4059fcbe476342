package nl.koppelwerk.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.sheet.BadRow;
import nl.koppelwerk.sheet.CompendaSheet;
import nl.koppelwerk.sheet.RelationRow;
import nl.koppelwerk.systems.Connector.Page;

/** The rows of a sheet in pages, each relation under its hats, as its system's own listing shows it. */
final class ImportedPages {

    private final CompendaSheet sheet;
    private final List<String> facets;
    private final long after;
    private final int size;
    /** Rows are counted, for a bad one may be named by a line beyond those that follow it. */
    private long count;

    /**
     * @param facets the hats under which each relation may have a partner
     * @param after  how many rows were read before, or empty
     */
    ImportedPages(CompendaSheet sheet, List<String> facets, String after, int size) {
        this.sheet = sheet;
        this.facets = facets;
        this.after = after.isEmpty() ? 0 : Long.parseLong(after);
        this.size = size;
    }

    /** @param rows its position is how many rows were read with it, empty at the end */
    record Imported(Page rows, List<BadRow> bad) {}

    Imported next(Instant now) {
        var rows = new ArrayList<Sighting>();
        var bad = new ArrayList<BadRow>();
        for (int taken = 0; taken < size && sheet.hasNext(); ) {
            var row = sheet.next();
            if (++count <= after) continue;
            taken++;
            if (row instanceof BadRow wrong) bad.add(wrong);
            else hats((RelationRow) row, now).forEach(rows::add);
        }
        return new Imported(new Page(List.copyOf(rows), sheet.hasNext() ? Long.toString(count) : "", "", null), bad);
    }

    private Stream<Sighting> hats(RelationRow row, Instant now) {
        return facets.stream().map(hat -> {
            var values = row.relation().values().with(Fields.RELATION_TYPES, hat.toUpperCase(java.util.Locale.ROOT));
            return new Sighting(Side.SOURCE, new Hat(row.id(), hat).root(), row.relation().with(values), "", null, now);
        });
    }
}
