package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.CompendaColumns.ADDRESSES;
import static nl.koppelwerk.sheet.CompendaColumns.ARCHIVED;
import static nl.koppelwerk.sheet.CompendaColumns.FIELDS;
import static nl.koppelwerk.sheet.CompendaColumns.ID;
import static nl.koppelwerk.sheet.CompendaColumns.KIND;
import static nl.koppelwerk.sheet.CompendaColumns.NAME_COLUMN;
import static nl.koppelwerk.sheet.CompendaColumns.ROLES;
import static nl.koppelwerk.sheet.CompendaColumns.TERMS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Values;

/** Makes a relation of a row, as Compenda's own records make one; a column that the sheet does not have leaves its field absent. */
final class RelationReading {

    private static final int LONGEST_ID = 100;

    private final Map<String, Long> lineOfId = new HashMap<>();

    BroughtRow read(RowCells row) {
        var id = Text.TYPE.parse(row.cell(ID).text());
        var kind = CompendaWords.kind(row.cell(KIND).text());
        var roles = CompendaWords.roles(row.cell(ROLES).text());
        var archived = CompendaWords.archived(row.cell(ARCHIVED).text());
        var problems = new ArrayList<RowProblem>();
        wrongId(row, id.text(), id.isValid()).ifPresent(problems::add);
        if (kind.isEmpty()) problems.add(row.problem(KIND, "It is neither an organisation nor a person.", "Write Organisatie or Persoon."));
        if (roles.isEmpty()) problems.add(row.problem(ROLES, "One of the roles is not known.", "Write one or several of: debiteur, crediteur, prospect."));
        if (archived.isEmpty()) problems.add(row.problem(ARCHIVED, "It is neither yes nor no.", "Write ja or nee."));
        if (row.cell(NAME_COLUMN.column()).isBlank()) problems.add(row.problem(NAME_COLUMN.column(), "The relation has no name.", "Fill in its name."));
        return problems.isEmpty() ? new RelationRow(row.row().line(), id.text(), relation(row, kind.get(), roles.get(), archived.get())) : new BadRow(row.row().line(), problems);
    }

    private Optional<RowProblem> wrongId(RowCells row, String id, boolean isValid) {
        if (id.isEmpty()) return Optional.of(row.problem(ID, "The relation has no number.", "Fill in its number in Compenda."));
        if (!isValid || id.length() > LONGEST_ID || Hat.of(id).isPresent())
            return Optional.of(row.problem(ID, "A number has no #, no line break and at most " + LONGEST_ID + " characters.", "Fill in its number as Compenda shows it."));
        var first = lineOfId.putIfAbsent(id, row.row().line());
        if (first == null) return Optional.empty();
        return Optional.of(row.problem(ID, "The same number stands in line " + first + ".", "Leave one of the two rows, or correct the number."));
    }

    private static Relation relation(RowCells row, Kind kind, Codes roles, boolean isArchived) {
        var values = Values.NONE;
        for (var field : all()) if (row.has(field.column())) values = values.with(field.field(), field.read().apply(row.cell(field.column())));
        for (var address : ADDRESSES) values = values.with(address.field(), address.read(row));
        if (row.has(ROLES)) values = values.with(Fields.ROLES, Codes.TYPE.of(roles));
        var plain = new Relation(kind, values, List.of());
        return isArchived ? plain.with(Set.of(Mark.ARCHIVED)) : plain;
    }

    private static List<FieldColumn<?>> all() { return Stream.concat(FIELDS.stream(), TERMS.stream()).toList(); }
}
