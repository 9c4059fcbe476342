package nl.koppelwerk.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An XLSX of one sheet; text is text in it, so nothing computes and a number that begins with zeros keeps them. */
final class WorkbookSink implements RowSink {

    private static final int ROWS_HELD = 500;
    /** More digits than these are none of a number in Excel. */
    private static final int MOST_DIGITS = 15;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private final Workbook workbook;
    private Worksheet sheet;
    private int row;
    private int column;

    WorkbookSink(OutputStream out) { workbook = new Workbook(out, "Koppelwerk", null); }

    @Override public void header(Layout<?> layout) {
        sheet = workbook.newWorksheet(layout.title());
        for (var named : layout.columns()) {
            sheet.width(column, named.width());
            sheet.value(0, column, named.name());
            sheet.style(0, column++).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    @Override public void beginRow() {
        if (++row == Worksheet.MAX_ROWS) throw new IllegalStateException("a sheet of Excel ends at row " + Worksheet.MAX_ROWS + "; write CSV");
        column = 0;
    }

    @Override public void cell(String text, Column.Form form) {
        if (isNumber(text, form)) sheet.value(row, column, new BigDecimal(text));
        else if (!text.isEmpty()) sheet.inlineString(row, column, held(form == Column.Form.AMOUNT ? DutchAmount.written(text) : text));
        column++;
    }

    private static boolean isNumber(String text, Column.Form form) {
        return form != Column.Form.TEXT && NUMBER.matcher(text).matches() && new BigDecimal(text).precision() <= MOST_DIGITS;
    }

    /** Excel calls a workbook with a longer cell damaged; what was cut is shown to be. */
    private static String held(String text) {
        var written = EscapedText.write(text);
        return written.length() <= Limits.LONGEST_CELL ? written : written.substring(0, Limits.LONGEST_CELL - 1).replaceFirst("_x?[0-9A-F]{0,4}$", "") + "…";
    }

    @Override public void endRow() throws IOException { if (row % ROWS_HELD == 0) sheet.flush(); }

    @Override public void close() throws IOException { workbook.finish(); }
}
