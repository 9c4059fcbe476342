package nl.koppelwerk.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.koppelwerk.sheet.SheetFiles.texts;
import static nl.koppelwerk.sheet.SheetFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SheetWriterTest {

    private static final Layout<String[]> TWO = Layout.of("Twee", Column.text("naam", 20, row -> row[0]), Column.<String[]>text("bedrag", 10, row -> row[1]).as(Column.Form.AMOUNT));

    @Test
    void a_csv_is_as_excel_opens_it_in_the_netherlands() throws IOException {
        var sheet = written(SheetFormat.CSV, TWO, row("De \"Gouden\" Leeuw; Zn", "5000.5"), row("Twee\nregels", "-1"), row("'s-Gravenhage", ""), row("=1+1", "veel"));

        assertThat(text(sheet)).isEqualTo("\uFEFFnaam;bedrag\r\n\"De \"\"Gouden\"\" Leeuw; Zn\";5000,50\r\n\"Twee\nregels\";-1,00\r\n's-Gravenhage;\r\n'=1+1;veel\r\n");
    }

    @ParameterizedTest
    @CsvSource({"5.125, '5,1250'", "5, '5,00'", "1234567.891, '1234567,8910'", "0.1234, '0,1234'"})
    void an_amount_never_has_three_decimals_that_could_be_taken_for_thousands(String amount, String written) {
        assertThat(DutchAmount.written(amount)).isEqualTo(written);
        assertThat(DutchAmount.read(Cell.text(written)).text()).isEqualTo(amount);
    }

    @Test
    void a_workbook_has_a_header_that_stays_text_that_is_text_and_numbers_that_count() throws IOException {
        var sheet = written(SheetFormat.XLSX, TWO, row("01234567", "5000.5"), row("=1+1", "12345678901234567.5"));

        assertThat(part(sheet, "xl/worksheets/sheet1.xml")).contains("state=\"frozen\"", "<col min=\"1\" max=\"1\" width=\"20", "<is><t>01234567</t></is>",
            "t=\"n\"><v>5000.5</v></c>", "<is><t>=1+1</t></is>", "<is><t>12345678901234567,50</t></is>");
        assertThat(part(sheet, "xl/styles.xml")).contains("<b/>");
        assertThat(part(sheet, "xl/workbook.xml")).contains("name=\"Twee\"");
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void a_sheet_without_rows_has_its_header(SheetFormat format) throws IOException {
        try (var sheet = Sheet.open(written(format, Layouts.CHECKLIST))) {
            assertThat(sheet.header()).containsExactly("relatienummer", "rol", "naam", "gevolg", "veld", "code", "wat er is", "wat te doen");
            assertThat(sheet.hasNext()).isFalse();
            assertThat(sheet.format()).isEqualTo(format);
        }
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    @Requirement("SN-41")
    void a_checklist_says_what_is_to_be_mended_relation_by_relation(SheetFormat format) {
        var line = new ChecklistLine("CMP-1", "debtor", "Çelik", true, new Reason(ReasonCode.TOO_LONG, "name", Map.of("limit", "50", "system", "SnelStart")));

        assertThat(texts(written(format, Layouts.CHECKLIST, line))).containsExactly(List.of("CMP-1", "debtor", "Çelik", "relatie gaat niet over", "name", "TOO_LONG",
            "name is longer than the 50 characters that SnelStart holds.", "Shorten name."));
    }

    @Test
    @Requirement({"SN-40", "SN-41"})
    void of_two_that_share_a_key_a_checklist_does_not_say_that_both_go_over() {
        var twin = new Reason(ReasonCode.DUPLICATE_IN_SOURCE, "", Map.of("other", "CMP-2#debtor"));

        assertThat(new ChecklistLine("CMP-1", "debtor", "Çelik", false, twin).consequence()).isEqualTo("kan worden vastgehouden");
        assertThat(new ChecklistLine("CMP-1", "debtor", "Çelik", true, twin).consequence()).isEqualTo("relatie gaat niet over");
        assertThat(new ChecklistLine("CMP-1", "debtor", "Çelik", false, new Reason(ReasonCode.KVK_FORMAT, "kvkNummer")).consequence()).isEqualTo("gaat over zonder dit veld");
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    @Requirement({"SN-43", "SN-50"})
    void the_bad_rows_of_an_import_are_kept_with_what_was_given_and_the_remedy(SheetFormat format) {
        var problem = new RowProblem(12, "rollen", "vriend", "One of the roles is not known.", "Write one or several of: debiteur, crediteur, prospect.");

        assertThat(texts(written(format, Layouts.PROBLEMS, problem))).containsExactly(List.of("12", "rollen", "vriend", problem.reason(), problem.remedy()));
    }

    @Test
    void what_was_given_is_shown_shortened() {
        assertThat(new RowProblem(1, "", "😀".repeat(101), "", "").given()).isEqualTo("😀".repeat(100) + "…");
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void a_relation_is_written_with_a_column_for_each_field(SheetFormat format) {
        var values = Values.NONE.with(Fields.NAME, "Çelik").with(Fields.ROLES, "CREDITOR,DEBTOR").with(Fields.CREDIT_LIMIT, "5000")
            .with(Fields.VISIT_ADDRESS, "street=Kade\nhouseNumber=3\nhuisnummertoevoeging=A\npostalCode=0999\ncity=Delft\ncountry=NL");

        var row = texts(written(format, Layouts.RELATIONS, new SheetRelation("CMP-1", new Relation(Kind.PERSON, values, List.of())))).get(0);

        assertThat(row).startsWith("CMP-1", "Persoon", "crediteur, debiteur", "nee", "Çelik").containsSubsequence("Kade", "3", "A", "0999", "Delft", "NL")
            .endsWith(format == SheetFormat.CSV ? "5000,00" : "5000").hasSize(Layouts.RELATIONS.columns().size());
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void closing_a_sheet_leaves_the_stream_open(SheetFormat format) throws IOException {
        var isClosed = new AtomicBoolean();
        var stream = new ByteArrayOutputStream() {
            @Override public void close() { isClosed.set(true); }
        };

        SheetWriter.to(stream, format, TWO).close();

        assertThat(isClosed).isFalse();
        assertThat(stream.size()).isPositive();
    }

    @Test
    void a_cell_that_is_longer_than_excel_takes_shows_that_it_was_cut() {
        var texts = texts(written(SheetFormat.XLSX, TWO, row("a".repeat(40_000), "")));

        assertThat(texts.get(0).get(0)).hasSize(32_767).endsWith("a…");
    }

    private static String[] row(String... cells) { return cells; }

    private static String text(Path file) throws IOException { return new String(Files.readAllBytes(file), UTF_8); }

    private static String part(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        }
    }
}
