package nl.koppelwerk.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;

/** What a cell of a workbook says, as text. */
final class WorkbookCell {

    /** Excel shows no more digits of a number than these. */
    private static final MathContext SHOWN = new MathContext(15);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|general", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ERRORS = Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private WorkbookCell() { }

    /** Null where it says something that can be read. */
    static Trouble trouble(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell == null) return null;
        boolean isFormula = cell.getType() == CellType.FORMULA;
        if (cell.getType() == CellType.ERROR || isFormula && ERRORS.contains(cell.getText())) return Trouble.ERROR_VALUE;
        return isFormula && cell.getFormula() != null && cell.getRawValue() == null ? Trouble.NO_STORED_VALUE : null;
    }

    static Cell read(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell == null || cell.getValue() == null) return Cell.BLANK;
        if (!(cell.getValue() instanceof BigDecimal number)) return Cell.text(text(cell));
        return isDate(cell.getDataFormatString()) ? date(cell, number) : number(number);
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell) {
        return cell.getValue() instanceof Boolean truth ? truth.toString().toUpperCase(Locale.ROOT) : EscapedText.read(cell.getText());
    }

    /** 20417, never 20417.0 and never 2.0417E4. */
    private static Cell number(BigDecimal number) {
        var shown = number.round(SHOWN).stripTrailingZeros();
        boolean isSane = Math.abs(shown.scale()) <= 400;
        return new Cell(shown.signum() == 0 ? "0" : isSane ? shown.toPlainString() : shown.toString(), true);
    }

    private static Cell date(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
        try {
            var moment = cell.asDate();
            return Cell.text(moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString());
        } catch (DateTimeException noSuchDay) {
            return number(number);
        }
    }

    /** A format of days, months, years or hours, outside quotes, colours and escaped signs. */
    private static boolean isDate(String format) {
        return format != null && DATE.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }
}
