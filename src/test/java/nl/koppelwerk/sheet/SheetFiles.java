package nl.koppelwerk.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets as they are uploaded, and what is read of them. */
final class SheetFiles {

    private static final String TYPES = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        + "spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        + "spreadsheetml.sharedStrings+xml\"/></Types>";
    private static final String WORKBOOK = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
        + "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    private static final String RELS = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

    private SheetFiles() { }

    static Path csv(String text) { return csv(text, StandardCharsets.UTF_8); }

    static Path csv(String text, Charset charset) { return file(text.getBytes(charset)); }

    static Path file(byte[] bytes) {
        try {
            var file = Files.createTempFile("sheet", ".upload");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As a spreadsheet program would save it. */
    static Path workbook(Consumer<Worksheet> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", null)) {
            rows.accept(workbook.newWorksheet("Blad1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file(bytes.toByteArray());
    }

    /** A workbook whose rows are written as they stand in its part. */
    static Path workbookOf(String rows) { return archive(Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>")); }

    /** A workbook of these parts and those that each has. */
    static Path archive(Map<String, String> parts) {
        var all = new LinkedHashMap<>(Map.of("[Content_Types].xml", TYPES, "xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", RELS));
        all.putAll(parts);
        return zip(all);
    }

    static Path zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file(bytes.toByteArray());
    }

    static List<SheetRow> rows(Path file) {
        var rows = new ArrayList<SheetRow>();
        try (var sheet = Sheet.open(file)) {
            sheet.forEachRemaining(rows::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rows;
    }

    /** Of rows that are all good. */
    static List<List<String>> texts(Path file) {
        return rows(file).stream().map(row -> ((Row) row).cells().stream().map(Cell::text).toList()).toList();
    }

    static List<BroughtRow> relations(Path file) {
        var rows = new ArrayList<BroughtRow>();
        try (var sheet = CompendaSheet.open(file)) {
            sheet.forEachRemaining(rows::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rows;
    }

    @SafeVarargs
    static <T> Path written(SheetFormat format, Layout<T> layout, T... rows) {
        var bytes = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.to(bytes, format, layout)) {
            for (var row : rows) sheet.write(row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file(bytes.toByteArray());
    }
}
