package nl.koppelwerk.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.koppelwerk.sheet.SheetFiles.csv;
import static nl.koppelwerk.sheet.SheetFiles.file;
import static nl.koppelwerk.sheet.SheetFiles.rows;
import static nl.koppelwerk.sheet.SheetFiles.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, '\uFEFF'", "windows-1252, ''", "UTF-16LE, '\uFEFF'", "UTF-16BE, '\uFEFF'"})
    void the_letters_of_every_usual_encoding_are_read(Charset charset, String mark) {
        var sheet = csv(mark + "naam;bedrag\nCafé Ruïne ‘s-Gravenhage;€ 5\n", charset);

        assertThat(texts(sheet)).containsExactly(List.of("Café Ruïne ‘s-Gravenhage", "€ 5"));
    }

    @Test
    void a_file_that_is_no_utf8_only_at_its_end_is_read_as_what_it_is() {
        var sheet = csv("naam\n" + "Jansen\n".repeat(30_000) + "Sørensen\n", WINDOWS);

        var last = texts(sheet).get(30_000);

        assertThat(last).containsExactly("Sørensen");
    }

    @Test
    void a_letter_that_stands_across_two_reads_of_the_file_is_whole() {
        var names = Collections.nCopies(40_000, "Çëï€😀");

        assertThat(texts(csv("naam\n" + String.join("\n", names)))).hasSize(40_000).allMatch(List.of("Çëï€😀")::equals);
    }

    @Test
    void a_row_that_was_spoilt_in_a_file_of_utf8_is_bad_and_spoils_no_other() {
        var good = "naam;plaats\nÇelik;Köln\nSørensen;Århus\n".getBytes(UTF_8);
        var spoilt = "Caf\u00e9;Delft\n".getBytes(WINDOWS);
        var bytes = ByteBuffer.allocate(good.length + spoilt.length).put(good).put(spoilt).array();

        var rows = rows(file(bytes));

        assertThat(rows).hasSize(3);
        assertThat(((Row) rows.get(0)).cells()).extracting(Cell::text).containsExactly("Çelik", "Köln");
        assertThat(((BadRow) rows.get(2)).problems()).containsExactly(Trouble.LOST_CHARACTERS.at(4, "naam", "Caf\uFFFD"));
    }

    @Test
    void a_byte_that_windows_has_no_letter_for_makes_its_row_bad() {
        var bytes = "naam\nCaf\u00e9\nX\n".getBytes(WINDOWS);
        bytes[bytes.length - 2] = (byte) 0x81;

        var rows = rows(file(bytes));

        assertThat(rows.get(1)).isEqualTo(new BadRow(3, List.of(Trouble.LOST_CHARACTERS.at(3, "naam", "\uFFFD"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void the_header_tells_what_stands_between_cells(String delimiter) {
        var sheet = csv(String.join(delimiter, "naam", "\"a;b,c,d\te\"", "plaats") + "\r\n" + String.join(delimiter, "Jansen", "1", "\"Den " + delimiter + " Haag\"") + "\r\n");

        assertThat(texts(sheet)).containsExactly(List.of("Jansen", "1", "Den " + delimiter + " Haag"));
    }

    @Test
    void the_line_that_tells_excel_what_stands_between_cells_is_no_header() {
        assertThat(texts(csv("sep=|\nnaam|plaats\nJansen|Delft"))).containsExactly(List.of("Jansen", "Delft"));
        assertThatCode(() -> texts(csv("sep=\"\nnaam\"plaats\nJansen\"Delft"))).as("a quote parts nothing").doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_line_break_ends_a_row_and_stays_inside_quotes(String br) {
        var sheet = csv("naam;memo" + br + br + "Jansen;\"een" + br + br + "\"\"twee\"\"\"" + br + "  " + br + ";" + br + "Çelik;x" + br);

        var rows = rows(sheet);

        assertThat(rows).extracting(SheetRow::line).containsExactly(3L, 8L);
        assertThat(texts(sheet).get(0)).containsExactly("Jansen", "een" + br + br + "\"twee\"");
    }

    @Test
    void a_row_of_too_few_or_too_many_cells_is_bad_and_the_next_is_read() {
        var rows = rows(csv("naam;plaats\nJansen\nDe Boer, Zn;Delft;NL\nÇelik;Gouda\n"));

        assertThat(rows.get(0)).isEqualTo(new BadRow(2, List.of(new RowProblem(2, "", "1 cells", "The row has 1 cells, and the sheet has 2 columns.",
            "Add the cells that are missing, also where they are blank."))));
        assertThat(((BadRow) rows.get(1)).problems().get(0).reason()).isEqualTo("The row has 3 cells, and the sheet has 2 columns.");
        assertThat(rows.get(2)).isInstanceOf(Row.class);
    }

    @Test
    void a_quote_that_is_never_closed_names_its_line_and_column_and_stops_no_other_row() {
        var rows = rows(csv("naam;plaats;memo\nJansen;Delft;a\nDe Boer;\"Gouda;b\nÇelik;Zwolle;c\n"));

        assertThat(rows.get(1)).isEqualTo(new BadRow(3, List.of(Trouble.QUOTE_NOT_CLOSED.at(3, "plaats", "De Boer;\"Gouda;b"))));
        assertThat(rows).extracting(SheetRow::line).containsExactly(2L, 3L, 4L);
        assertThat(((Row) rows.get(2)).cells()).extracting(Cell::text).containsExactly("Çelik", "Zwolle", "c");
    }

    @Test
    void a_quote_that_is_closed_by_that_of_a_later_row_stops_no_other_row_either() {
        var rows = rows(csv("naam;plaats\nDe Boer;\"Gouda\nÇelik;Zwolle\nJansen;\"Delft\"\n"));

        assertThat(rows).extracting(SheetRow::line).containsExactly(2L, 3L, 4L);
        assertThat(((BadRow) rows.get(0)).problems()).extracting(RowProblem::reason).containsExactly("A quote opens here and is never closed.");
        assertThat(((Row) rows.get(2)).cells()).extracting(Cell::text).containsExactly("Jansen", "Delft");
    }

    @Test
    void a_quote_that_opens_in_a_later_line_of_its_row_is_named_by_that_line() {
        var rows = rows(csv("naam;plaats\n\"De\nBoer\";\"Gouda\nÇelik;Zwolle\n"));

        assertThat(((BadRow) rows.get(0)).problems()).extracting(RowProblem::line).containsExactly(3L);
    }

    @Test
    void a_quote_inside_a_quoted_cell_must_be_written_twice() {
        var rows = rows(csv("naam;plaats\n\"De \"Gouden\" Leeuw\";Delft\n\"De \"\"Gouden\"\" Leeuw\" ;Delft\n5\" pijp;Delft\n"));

        assertThat(rows.get(0)).isEqualTo(new BadRow(2, List.of(Trouble.QUOTE_INSIDE.at(2, "naam", "\"De \"Gouden\" Leeuw\";Delft"))));
        assertThat(((Row) rows.get(1)).cells().get(0).text()).isEqualTo("De \"Gouden\" Leeuw");
        assertThat(((Row) rows.get(2)).cells().get(0).text()).isEqualTo("5\" pijp");
    }

    @Test
    void a_cell_or_a_row_that_is_too_long_is_bad() {
        var rows = rows(csv("naam;plaats\n" + "a".repeat(32_768) + ";Delft\n" + "b".repeat(1_000_001) + ";\"Delft\nÇelik;" + "c".repeat(32_767) + "\n"));

        assertThat(((BadRow) rows.get(0)).problems()).containsExactly(Trouble.CELL_TOO_LONG.at(2, "naam", "a".repeat(32_768)));
        assertThat(((BadRow) rows.get(1)).problems()).extracting(RowProblem::reason).containsExactly("The row is longer than 1000000 characters.");
        assertThat(rows.get(2)).isInstanceOf(Row.class);
    }

    @Test
    void a_row_of_more_cells_than_any_sheet_has_is_bad() {
        var rows = rows(csv("naam;plaats\n" + ";x".repeat(200) + "\nÇelik;Gouda\n"));

        assertThat(((BadRow) rows.get(0)).problems()).containsExactly(Trouble.TOO_MANY_CELLS.at(2, "column 201", "201 cells"));
        assertThat(rows.get(1)).isInstanceOf(Row.class);
    }

    @Test
    void a_column_without_a_name_may_be_there_while_it_is_blank() {
        var rows = rows(csv("naam;;plaats\nJansen;;Delft\nÇelik;x;Gouda\n"));

        assertThat(rows.get(0)).isInstanceOf(Row.class);
        assertThat(((BadRow) rows.get(1)).problems()).extracting(RowProblem::column, RowProblem::given).containsExactly(tuple("column 2", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "\uFEFF"})
    void a_file_without_a_header_is_refused(String text) {
        assertThatThrownBy(() -> rows(csv(text))).isInstanceOf(SheetRefused.class).hasMessageContaining("no row with the names");
    }

    @Test
    void a_file_that_is_no_text_is_refused() {
        assertThatThrownBy(() -> rows(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2, '\n', 5, 6}))).isInstanceOf(SheetRefused.class)
            .hasMessageContaining("neither a CSV nor an Excel workbook");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bytes_of_any_kind_are_no_sheet_whatever_quotes_and_cells_they_seem_to_have(long seed) {
        var bytes = new byte[20_000];
        new java.util.Random(seed).nextBytes(bytes);
        bytes[0] = '"';

        assertThatThrownBy(() -> rows(file(bytes))).isInstanceOf(SheetRefused.class).hasMessageContaining("neither a CSV nor an Excel workbook");
    }

    @Test
    void a_header_that_cannot_be_read_is_none() {
        var undecodable = "naam;pla?ts\nJansen;Delft\n".getBytes(WINDOWS);
        undecodable[8] = (byte) 0x81;

        assertThatThrownBy(() -> rows(file(undecodable))).isInstanceOf(SheetRefused.class).hasMessageContaining("neither a CSV nor an Excel workbook");
    }

    @Test
    void a_header_whose_quote_is_never_closed_is_refused() {
        assertThatThrownBy(() -> rows(csv("naam;\"plaats\nJansen;Delft\n", UTF_16LE))).isInstanceOf(SheetRefused.class);
        assertThatThrownBy(() -> rows(csv("naam;\"plaats\nJansen;Delft\n"))).isInstanceOfSatisfying(SheetRefused.class,
            refused -> assertThat(refused.problems()).extracting(RowProblem::line, RowProblem::reason)
                .containsExactly(tuple(1L, "A quote opens here and is never closed.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"=1+1 | '=1+1", "+A1 | '+A1", "-A1 | '-A1", "@SUM(A1) | '@SUM(A1)", "'=1 | ''=1", "''=1 | '''=1",
        "+31101234567 | +31101234567", "-5,00 | -5,00", "+31101234567;ext=12 | +31101234567;ext=12", "-1+cmd | '-1+cmd", "'s-Gravenhage | 's-Gravenhage", "＝1 | '＝1"})
    void what_a_spreadsheet_would_compute_gets_an_apostrophe_that_is_taken_off_on_reading(String text, String written) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(written);
        assertThat(FormulaGuard.unguarded(written)).isEqualTo(text);
    }
}
