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
import nl.koppelwerk.sheet.BroughtSheet;
import nl.koppelwerk.sheet.RelationRow;
import nl.koppelwerk.systems.Connector.Page;

/** The rows of a sheet in pages, as the listing of their system would show them: each relation under its hats, and a client as it is. */
final class ImportedPages {

    private final BroughtSheet sheet;
    private final Shown shown;
    private final long after;
    private final int size;
    /** Rows are counted, for a bad one may be named by a line beyond those that follow it. */
    private long count;

    /**
     * @param facets the hats under which each relation may have a partner
     * @param after  how many rows were read before, or empty
     */
    ImportedPages(BroughtSheet sheet, List<String> facets, String after, int size) { this(sheet, (row, now) -> hats(row, facets, now), after, size); }

    private ImportedPages(BroughtSheet sheet, Shown shown, String after, int size) {
        this.sheet = sheet;
        this.shown = shown;
        this.after = after.isEmpty() ? 0 : Long.parseLong(after);
        this.size = size;
    }

    /** @param stamp the moment of the import, by which those who stand in it are told from those of earlier sheets */
    static ImportedPages ofClients(BroughtSheet sheet, Instant stamp, String after, int size) {
        return new ImportedPages(sheet, (row, now) -> Stream.of(new Sighting(Side.SOURCE, row.id(), row.relation(), "", stamp, now)), after, size);
    }

    /** What a row is to the ledger. */
    private interface Shown {
        Stream<Sighting> of(RelationRow row, Instant now);
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
            else shown.of((RelationRow) row, now).forEach(rows::add);
        }
        return new Imported(new Page(List.copyOf(rows), sheet.hasNext() ? Long.toString(count) : "", "", null), bad);
    }

    private static Stream<Sighting> hats(RelationRow row, List<String> facets, Instant now) {
        return facets.stream().map(hat -> {
            var values = row.relation().values().with(Fields.RELATION_TYPES, hat.toUpperCase(java.util.Locale.ROOT));
            return new Sighting(Side.SOURCE, new Hat(row.id(), hat).root(), row.relation().with(values), "", null, now);
        });
    }
}
