package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.ClientColumns.ADDRESS;
import static nl.koppelwerk.sheet.ClientColumns.FIELDS;
import static nl.koppelwerk.sheet.ClientColumns.LAST;
import static nl.koppelwerk.sheet.ClientColumns.TYPE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Makes a client of a row. What is wrong in it stays in it as invalid, for a preview to show; only a row that names nobody is bad. */
final class ClientReading {

    private final ClientIds ids;
    private final Map<String, Long> lineOfId = new HashMap<>();

    ClientReading(ClientIds ids) { this.ids = ids; }

    BroughtRow read(RowCells row) {
        var kind = ClientWords.kind(row.cell(TYPE).text());
        var values = values(row);
        var problems = new ArrayList<RowProblem>();
        if (kind.isEmpty()) problems.add(NationalNumber.hiddenIn(row.problem(TYPE, "It is no type of client.", "Write person.")));
        if (isNobody(values)) problems.add(row.problem(LAST.column(), "The row has neither a name, nor an e-mail address, nor a number.", "Fill in who it is, or take the row out."));
        var id = ids.of(values, row.row().line());
        if (problems.isEmpty()) twice(row, id).ifPresent(problems::add);
        return problems.isEmpty() ? new RelationRow(row.row().line(), id.root(), new Relation(kind.get(), ids.kept(values), List.of())) : new BadRow(row.row().line(), problems);
    }

    private static Values values(RowCells row) {
        var values = Values.NONE;
        for (var field : FIELDS) values = read(values, field, row);
        return values.with(Fields.PRIVATE_ADDRESS, ADDRESS.read(row));
    }

    private static <T> Values read(Values values, FieldColumn<T> field, RowCells row) {
        return row.has(field.column()) ? values.with(field.field(), field.read().apply(row.cell(field.column()))) : values;
    }

    private static boolean isNobody(Values values) {
        return Stream.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.RIJKSREGISTERNUMMER, Fields.NUMBER).noneMatch(field -> values.get(field).isFilled());
    }

    /** What makes two rows one may be a national number, so it is not told. */
    private Optional<RowProblem> twice(RowCells row, ClientIds.Id id) {
        var first = lineOfId.putIfAbsent(id.root(), row.row().line());
        if (first == null) return Optional.empty();
        var here = row.problem(id.column(), "The same client stands in line " + first + ".", "Leave one of the two rows, or correct what is the same in both.");
        return Optional.of(new RowProblem(here.line(), here.column(), id.isTold() ? here.given() : NationalNumber.HIDDEN, here.reason(), here.remedy()));
    }
}
