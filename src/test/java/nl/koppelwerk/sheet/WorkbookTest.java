package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.SheetFiles.archive;
import static nl.koppelwerk.sheet.SheetFiles.rows;
import static nl.koppelwerk.sheet.SheetFiles.texts;
import static nl.koppelwerk.sheet.SheetFiles.workbook;
import static nl.koppelwerk.sheet.SheetFiles.workbookOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {

    @Test
    void text_stays_what_it_is_and_a_number_is_written_out() {
        var sheet = workbook(ws -> {
            header(ws, "a", "b", "c", "d", "e");
            ws.value(1, 0, "01234567");
            ws.value(1, 1, 20417);
            ws.value(1, 2, 5000.5);
            ws.value(1, 3, 0.1 + 0.2);
            ws.value(1, 4, new BigDecimal("1E+6"));
        });

        assertThat(texts(sheet)).containsExactly(List.of("01234567", "20417", "5000.5", "0.3", "1000000"));
        assertThat(((Row) rows(sheet).get(0)).cells()).extracting(Cell::isNumber).containsExactly(false, true, true, true, true);
    }

    @Test
    void a_day_is_written_as_iso_writes_it_and_a_truth_as_a_word() {
        var sheet = workbook(ws -> {
            header(ws, "a", "b", "c", "d");
            ws.value(1, 0, LocalDate.of(2026, 3, 4));
            ws.style(1, 0).format("dd-mm-yyyy").set();
            ws.value(1, 1, LocalDateTime.of(2026, 3, 4, 10, 21));
            ws.style(1, 1).format("[$-413]d mmmm yyyy h:mm").set();
            ws.value(1, 2, true);
            ws.value(1, 3, 12.5);
            ws.style(1, 3).format("\\d\\a\\g 0.00_ ;[Red]-0").set();
        });

        assertThat(texts(sheet)).containsExactly(List.of("2026-03-04", "2026-03-04T10:21", "TRUE", "12.5"));
    }

    @Test
    void a_formula_is_read_by_the_value_that_is_stored_with_it() {
        var sheet = workbookOf("<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>UPPER(\"x\")</f><v>X</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>");

        assertThat(texts(sheet)).containsExactly(List.of("X", "2"));
    }

    @ParameterizedTest
    @CsvSource({"<c r=\"B2\" t=\"e\"><v>#REF!</v></c>, ERROR_VALUE, #REF!", "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>, ERROR_VALUE, #DIV/0!",
        "<c r=\"B2\"><f>A1</f></c>, NO_STORED_VALUE, ''", "<c r=\"B2\"><v>twee</v></c>, ERROR_VALUE, ''"})
    void a_cell_without_a_value_makes_its_row_bad_and_stops_no_other(String cell, Trouble trouble, String given) {
        var sheet = workbookOf("<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>" + cell + "</row><row r=\"9\"><c r=\"A9\"><v>1</v></c></row>");

        var rows = rows(sheet);

        assertThat(rows.get(0)).isEqualTo(new BadRow(2, List.of(trouble.at(2, "b", given))));
        assertThat(rows.get(1)).isEqualTo(new Row(9, List.of(new Cell("1", true), Cell.BLANK)));
    }

    @Test
    void rows_are_counted_as_excel_counts_them_and_blank_ones_are_passed_over() {
        var sheet = workbook(ws -> {
            ws.value(2, 0, " naam ");
            ws.value(2, 1, "plaats");
            ws.value(4, 0, "Jansen");
            ws.value(5, 1, "  ");
            ws.value(6, 1, "Delft");
            ws.value(7, 2, "x");
        });

        assertThat(rows(sheet)).extracting(SheetRow::line).containsExactly(5L, 7L, 8L);
        assertThat(((BadRow) rows(sheet).get(2)).problems()).extracting(RowProblem::reason).containsExactly("The row has 3 cells, and the sheet has 2 columns.");
    }

    @Test
    void signs_that_xml_does_not_have_are_read_as_they_were_typed() {
        var sheet = workbookOf("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row><row><c t=\"inlineStr\"><is><t>Kade 1_x000D_\nachter _x005F_x000D_ _x_</t></is></c></row>");

        assertThat(texts(sheet)).containsExactly(List.of("Kade 1\r\nachter _x000D_ _x_"));
    }

    @Test
    void texts_of_several_cells_are_read_where_they_are_shared() {
        var sheet = archive(Map.of("xl/sharedStrings.xml", "<sst><si><t>naam</t></si><si><r><t>Çe</t></r><r><t>lik</t></r></si></sst>", "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>"));

        assertThat(texts(sheet)).containsExactly(List.of("Çelik"), List.of("Çelik"));
    }

    @Test
    void the_first_sheet_that_can_be_seen_is_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", null)) {
            var hidden = workbook.newWorksheet("Lijsten");
            hidden.value(0, 0, "verborgen");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            header(workbook.newWorksheet("Relaties"), "naam");
        }

        try (var sheet = Sheet.open(SheetFiles.file(bytes.toByteArray()))) {
            assertThat(sheet.header()).containsExactly("naam");
            assertThat(sheet.format()).isEqualTo(SheetFormat.XLSX);
        }
    }

    @Test
    void a_workbook_without_rows_is_refused() {
        assertThatThrownBy(() -> rows(workbookOf(""))).isInstanceOf(SheetRefused.class).hasMessageContaining("no row with the names");
    }

    private static void header(Worksheet ws, String... names) {
        for (int i = 0; i < names.length; i++) ws.value(0, i, names[i]);
    }
}
