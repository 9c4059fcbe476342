package nl.koppelwerk.sheet;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Follows one part of a workbook, and refuses what the reading of a row or of a shared text would hold too much of. */
final class PartReading {

    private static final Set<String> PARTS_THAT_MATTER = Set.of("workbook", "worksheet", "sst", "styleSheet");
    private static final Set<String> HELD_WHOLE = Set.of("row", "si");
    private static final int MOST_CELLS = 16_384;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int MOST_KEPT_FORMULAS = 5_000;
    private static final long HIGHEST_REFERENCE = 5_000_000;

    private String root = "";
    private String held = "";
    private long line;
    private long texts;
    private long characters;
    private long charactersHeld;
    private int cells;
    private int keptFormulas;
    /** Negative outside a formula. */
    private int charactersOfFormula = -1;
    private boolean isReferring;
    /** To a shared text; negative outside the cell that makes it. */
    private long reference = -1;
    private long highestReference = -1;

    void follow(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml, xml.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text(xml);
            // It would be held whole, and no spreadsheet program writes one.
            case XMLStreamConstants.CDATA -> { if (!held.isEmpty()) throw Refusals.damaged(line); }
            default -> { }
        }
    }

    private void start(XMLStreamReader xml, String name) {
        if (root.isEmpty()) root = name;
        if (HELD_WHOLE.contains(name)) hold(xml, name);
        else if (held.isEmpty()) return;
        else if (name.equals("c")) cell(xml);
        else if (name.equals("f")) formula(xml);
        else if (name.equals("v") && isReferring) reference = 0;
    }

    private void hold(XMLStreamReader xml, String name) {
        if (!held.isEmpty()) throw Refusals.damaged(line);
        held = name;
        charactersHeld = 0;
        cells = 0;
        if (name.equals("si")) texts++;
        else line = number(xml.getAttributeValue(null, "r"), line + 1);
    }

    private void cell(XMLStreamReader xml) {
        if (++cells > MOST_CELLS) throw Refusals.tooLarge("row " + line + " of more cells than Excel has columns");
        if (!isPlace(xml.getAttributeValue(null, "r"))) throw Refusals.damaged(line);
        isReferring = "s".equals(xml.getAttributeValue(null, "t"));
    }

    private void formula(XMLStreamReader xml) {
        charactersOfFormula = 0;
        if (xml.getAttributeValue(null, "ref") != null && ++keptFormulas > MOST_KEPT_FORMULAS) throw Refusals.tooLarge("too many shared formulas");
    }

    private void text(XMLStreamReader xml) {
        if (held.isEmpty()) return;
        int length = xml.getTextLength();
        characters += length;
        charactersHeld += length;
        if (charactersHeld > Limits.LONGEST_ROW) throw Refusals.tooLarge("row " + line + " of more than " + Limits.LONGEST_ROW + " characters");
        if (charactersOfFormula >= 0) charactersOfFormula += length;
        if (charactersOfFormula > LONGEST_FORMULA) throw Refusals.tooLarge("a formula of more than " + LONGEST_FORMULA + " characters");
        if (reference >= 0) refer(xml.getText());
    }

    private void refer(String digits) {
        for (char digit : digits.toCharArray()) {
            if (digit < '0' || digit > '9' || reference > HIGHEST_REFERENCE) throw Refusals.damaged(line);
            reference = reference * 10 + digit - '0';
        }
    }

    private void end(String name) {
        if (name.equals(held)) held = "";
        else if (name.equals("f")) charactersOfFormula = -1;
        else if (name.equals("v") && reference >= 0) {
            highestReference = Math.max(highestReference, reference);
            reference = -1;
        }
    }

    /** A column of one to three letters, so that no cell is a billion columns away; or no place at all. */
    private static boolean isPlace(String place) {
        if (place == null) return true;
        int letters = 0;
        while (letters < place.length() && Character.isLetter(place.charAt(letters)) && place.charAt(letters) < 0x80) letters++;
        boolean isNumbered = place.length() > letters && place.length() < letters + 8 && place.chars().skip(letters).allMatch(c -> c >= '0' && c <= '9');
        return letters >= 1 && letters <= 3 && isNumbered;
    }

    private static long number(String text, long otherwise) {
        return text != null && text.matches("[0-9]{1,7}") ? Long.parseLong(text) : otherwise;
    }

    boolean matters() { return PARTS_THAT_MATTER.contains(root) || texts > 0 || line > 0; }

    boolean isOfTexts() { return root.equals("sst") || texts > 0; }

    long texts() { return texts; }

    long characters() { return characters; }

    long line() { return line; }

    long highestReference() { return highestReference; }
}
