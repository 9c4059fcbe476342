package nl.koppelwerk.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;

/** A CSV or XLSX of clients: Accounton's template, or any sheet whose columns are told; nothing that is said of it holds a national number. */
public final class ClientSheet implements BroughtSheet {

    /** Accounton marks these with a star. */
    private static final Set<String> REQUIRED = Set.of(ClientColumns.FIRST_NAME.column().name(), ClientColumns.LAST.column().name(), ClientColumns.MAIL.column().name(),
        ClientColumns.SPOKEN.column().name());
    private static final Set<Field<?>> PERSONAL = Set.of(Fields.RIJKSREGISTERNUMMER, Fields.PARTNER_RIJKSREGISTERNUMMER, Fields.BIRTH_DATE);

    private final Sheet sheet;
    private final Map<String, Integer> places;
    private final ClientReading reading;

    private ClientSheet(Sheet sheet, Map<String, String> columns, ClientIds ids) {
        this.sheet = sheet;
        this.places = Headers.places(sheet, ClientColumns.LAYOUT, REQUIRED, named(columns));
        this.reading = new ClientReading(ids);
    }

    /**
     * @param columns the sheet's own names of columns, to what they hold by {@link #fields}; with any of them a column that is not known is left aside
     * @param keyed   what stands for a text in the ids of clients, the same in every sheet of a link
     * @throws SheetRefused where it is no sheet, or its columns are not those of clients
     */
    public static ClientSheet open(Path file, Map<String, String> columns, UnaryOperator<String> keyed) throws IOException {
        Sheet opened = null;
        try {
            opened = Sheet.open(file);
            return new ClientSheet(opened, columns, new ClientIds(keyed));
        } catch (RuntimeException refused) {
            if (opened != null) opened.close();
            throw refused instanceof SheetRefused told ? new SheetRefused(told.problems().stream().map(NationalNumber::hiddenIn).toList()) : refused;
        }
    }

    /** What a column may hold, as a link's settings name it. */
    public static Set<String> fields() { return ClientColumns.byField().keySet(); }

    private static Map<String, String> named(Map<String, String> columns) {
        var named = new LinkedHashMap<String, String>();
        var known = ClientColumns.byField();
        columns.forEach((header, field) -> { if (known.containsKey(field)) named.put(header, known.get(field).name()); });
        return named;
    }

    @Override public boolean hasNext() { return sheet.hasNext(); }

    /** @throws SheetRefused where the rest of the sheet cannot be read */
    @Override public BroughtRow next() {
        var row = sheet.next();
        return row instanceof BadRow bad ? new BadRow(bad.line(), bad.problems().stream().map(this::hidden).toList()) : reading.read(new RowCells((Row) row, places, sheet.header()));
    }

    /** A cell that cannot be read is shown, unless it is of a column that nobody may read. */
    private RowProblem hidden(RowProblem problem) {
        boolean isPersonal = ClientColumns.FIELDS.stream().filter(field -> PERSONAL.contains(field.field())).map(field -> places.get(field.column().name()))
            .anyMatch(place -> place != null && sheet.header().get(place).equals(problem.column()));
        return isPersonal ? new RowProblem(problem.line(), problem.column(), NationalNumber.HIDDEN, problem.reason(), problem.remedy()) : NationalNumber.hiddenIn(problem);
    }

    @Override public void close() throws IOException { sheet.close(); }
}
