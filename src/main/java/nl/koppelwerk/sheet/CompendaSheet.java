package nl.koppelwerk.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CSV or XLSX of Compenda's relations, read row by row into the relations that its API would give. */
public final class CompendaSheet implements BroughtSheet {

    private static final Set<String> REQUIRED = Set.of(CompendaColumns.ID.name(), CompendaColumns.NAME_COLUMN.column().name());

    private final Sheet sheet;
    private final Map<String, Integer> places;
    private final RelationReading reading = new RelationReading();

    private CompendaSheet(Sheet sheet) {
        this.sheet = sheet;
        this.places = Headers.places(sheet, CompendaColumns.LAYOUT, REQUIRED);
    }

    /** @throws SheetRefused where it is no sheet, or its columns are not those of Compenda's relations */
    public static CompendaSheet open(Path file) throws IOException {
        var sheet = Sheet.open(file);
        try {
            return new CompendaSheet(sheet);
        } catch (RuntimeException refused) {
            sheet.close();
            throw refused;
        }
    }

    public SheetFormat format() { return sheet.format(); }

    /** The columns that the sheet has, by their own names. */
    public List<String> columns() { return places.keySet().stream().sorted().toList(); }

    @Override public boolean hasNext() { return sheet.hasNext(); }

    /** @throws SheetRefused where the rest of the sheet cannot be read */
    @Override public BroughtRow next() {
        var row = sheet.next();
        return row instanceof BadRow bad ? bad : reading.read(new RowCells((Row) row, places, sheet.header()));
    }

    @Override public void close() throws IOException { sheet.close(); }
}
