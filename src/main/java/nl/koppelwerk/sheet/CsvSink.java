package nl.koppelwerk.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV as Excel opens it in the Netherlands: UTF-8 with its mark, semicolons, CRLF, quotes by RFC 4180, no cell that computes. */
final class CsvSink implements RowSink {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    CsvSink(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setDelimiter(';').get());
    }

    @Override public void header(Layout<?> layout) throws IOException {
        for (var column : layout.columns()) printer.print(column.name());
        printer.println();
    }

    @Override public void beginRow() { }

    @Override public void cell(String text, Column.Form form) throws IOException {
        printer.print(FormulaGuard.guarded(form == Column.Form.AMOUNT ? DutchAmount.written(text) : text));
    }

    @Override public void endRow() throws IOException { printer.println(); }

    @Override public void close() throws IOException { printer.flush(); }
}
