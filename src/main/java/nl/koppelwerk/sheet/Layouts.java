package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.Column.text;

import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Values;

/** The sheets that are written. */
public final class Layouts {

    /** Canonical relations, one column for each field; {@link CompendaSheet} reads it back. */
    public static final Layout<SheetRelation> RELATIONS = CompendaColumns.LAYOUT;

    /** What SnelStart holds of its relaties and kostenplaatsen, as far as a link could change it; no sheet to bring in. */
    public static final Layout<SheetRelation> BACKUP = CompendaColumns.backup(
        text("snelstart-id", 38, SheetRelation::id),
        text("relatiecode", 14, SnelStartWords::code),
        text("relatiesoort", 14, SnelStartWords::kind),
        text("nonactief", 10, CompendaWords::archived));

    /** Relaties as SnelStart names and limits them. */
    public static final Layout<SnelStartRow> SNELSTART = SnelStartColumns.LAYOUT;

    /** Clients as Accounton's template has them; a person uploads it there. */
    public static final Layout<Values> ACCOUNTON = AccountonColumns.LAYOUT;

    /** What is to be mended, and how. */
    public static final Layout<ChecklistLine> CHECKLIST = Layout.of("Controlelijst",
        text("relatienummer", 16, ChecklistLine::id),
        text("rol", 12, ChecklistLine::role),
        text("naam", 32, ChecklistLine::name),
        text("gevolg", 26, ChecklistLine::consequence),
        text("veld", 16, line -> line.reason().subject()),
        text("code", 22, line -> line.reason().code().name()),
        text("wat er is", 60, line -> line.reason().text()),
        text("wat te doen", 60, line -> line.reason().remedy()));

    /** The rows of an import that could not be taken. */
    public static final Layout<RowProblem> PROBLEMS = Layout.of("Fouten",
        text("regel", 8, (RowProblem problem) -> Long.toString(problem.line())).as(Column.Form.COUNT),
        text("kolom", 22, RowProblem::column),
        text("gegeven", 32, RowProblem::given),
        text("reden", 60, RowProblem::reason),
        text("wat te doen", 60, RowProblem::remedy));

    private Layouts() { }

    /** Of others Accounton's template has no column. */
    public static boolean hasAccounton(Field<?> field) { return AccountonColumns.FIELDS.contains(field); }
}
