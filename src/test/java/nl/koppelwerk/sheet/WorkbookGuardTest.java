package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.SheetFiles.archive;
import static nl.koppelwerk.sheet.SheetFiles.file;
import static nl.koppelwerk.sheet.SheetFiles.rows;
import static nl.koppelwerk.sheet.SheetFiles.workbookOf;
import static nl.koppelwerk.sheet.SheetFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookGuardTest {

    private static final String HEADER = "<row r=\"1\"><c t=\"inlineStr\"><is><t>naam</t></is></c></row>";

    @Test
    void a_workbook_with_a_password_or_of_an_old_kind_is_refused_with_what_to_do() {
        var compound = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(512));

        assertThatThrownBy(() -> rows(file(compound))).isInstanceOfSatisfying(SheetRefused.class, refused -> {
            assertThat(refused.problems().get(0).reason()).contains("protected with a password", ".xls");
            assertThat(refused.problems().get(0).remedy()).contains("Take the password off");
        });
    }

    @ParameterizedTest
    @MethodSource
    void an_archive_that_is_no_plain_workbook_is_refused(Path file, String reason) {
        assertThatThrownBy(() -> rows(file)).isInstanceOf(SheetRefused.class).hasMessageContaining(reason);
    }

    static Stream<Arguments> an_archive_that_is_no_plain_workbook_is_refused() {
        var types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
        return Stream.of(
            arguments(archive(Map.of("xl/vbaProject.bin", "x")), "macros"),
            arguments(archive(Map.of("[Content_Types].xml", types)), "macros"),
            arguments(archive(Map.of("xl/workbook.bin", "x")), "binary"),
            arguments(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "no Excel workbook"),
            arguments(zip(Map.of("[Content_Types].xml", "<Types/>")), "no Excel workbook"),
            arguments(archive(Map.of("XL/Workbook.xml", "x")), "damaged"));
    }

    /** The parser finds these when a text is asked for, not when it is passed. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u000b", "&#7;", "& Co", "&nix;"})
    void a_text_that_no_workbook_may_hold_is_damage_and_ends_the_reading(String text) {
        assertThatThrownBy(() -> rows(workbookOf("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>An " + text + "</t></is></c></row>"))).isInstanceOf(SheetRefused.class).hasMessageContaining("damaged");
    }

    @Test
    void a_part_that_unpacks_to_a_hundred_times_its_size_is_refused_before_it_is_read() {
        assertThatThrownBy(() -> rows(archive(Map.of("xl/media/bomb.bin", "0".repeat(11 << 20))))).isInstanceOf(SheetRefused.class)
            .hasMessageContaining("unpacks to more than is read");
    }

    @ParameterizedTest
    @MethodSource
    void what_the_reading_of_a_row_would_hold_too_much_of_is_refused(String rows, String reason) {
        assertThatThrownBy(() -> rows(workbookOf(HEADER + rows))).isInstanceOf(SheetRefused.class).hasMessageContaining(reason);
    }

    static Stream<Arguments> what_the_reading_of_a_row_would_hold_too_much_of_is_refused() {
        return Stream.of(
            arguments("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>", "damaged"),
            arguments("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>", "damaged"),
            arguments("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>", "damaged"),
            arguments("<row r=\"2\">" + "<c/>".repeat(16_385) + "</row>", "more cells"),
            arguments("<row r=\"2\"><c><f>" + "1+".repeat(5_000) + "1</f></c></row>", "formula"),
            arguments("<row r=\"2\"><c>" + "<f ref=\"A1\">1</f>".repeat(5_001) + "</c></row>", "formulas"),
            arguments("<row r=\"2\"><c t=\"inlineStr\"><is>" + ("<t>" + "abcdefghij".repeat(1_000) + "</t>").repeat(101) + "</is></c></row>", "characters"),
            arguments("<row r=\"2\"><c t=\"inlineStr\"><is><row/></is></c></row>", "damaged"),
            arguments("<row r=\"2\"><c t=\"inlineStr\"><is><t><![CDATA[x]]></t></is></c></row>", "damaged"),
            arguments("<row r=\"2\"><c r=\"A" + "2".repeat(1_100_000) + "\"/></row>", "a text or a tag"));
    }

    @Test
    void a_workbook_of_too_much_different_text_is_refused_with_the_way_out() {
        var texts = new StringBuilder("<sst>");
        for (int i = 0; i < 1_000; i++) texts.append("<si><t>").append(Integer.toHexString(i * 7_919).repeat(50)).append("</t></si>");

        assertThat(rows(archive(Map.of("xl/sharedStrings.xml", texts + "</sst>", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + HEADER + "</sheetData></worksheet>")))).isEmpty();
        assertThatThrownBy(() -> rows(archive(Map.of("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(3_300_000) + "</sst>"))))
            .isInstanceOf(SheetRefused.class).hasMessageContaining("unpacks to more");
    }

    @Test
    void a_workbook_that_is_damaged_at_its_end_is_refused_before_its_first_row() throws IOException {
        var whole = Files.readAllBytes(workbookOf(HEADER + "<row r=\"2\"><c><v>1</v></c></row>"));

        assertThatThrownBy(() -> Sheet.open(file(Arrays.copyOf(whole, whole.length - 30)))).isInstanceOf(SheetRefused.class).hasMessageContaining("damaged");
        assertThatThrownBy(() -> Sheet.open(workbookOf(HEADER + "<row r=\"2\"><c><v>1</v></row>"))).isInstanceOf(SheetRefused.class).hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r=\"2\"><c t=\"b\"><v>9</v></c></row>", "<row r=\"2\"><c><v>1e999999999</v></c></row>"})
    void a_value_that_is_none_costs_neither_memory_nor_the_rest_of_the_file(String row) {
        assertThat(rows(workbookOf(HEADER + row + "<row r=\"3\"><c><v>1</v></c></row>"))).hasSize(2);
    }

    private static Arguments arguments(Object... of) { return Arguments.of(of); }
}
