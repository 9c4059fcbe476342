package nl.koppelwerk.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a workbook's cell, where signs that XML has none for stand as {@code _x000D_} (ISO/IEC 29500-1, 22.9.2.19). */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() { }

    static String read(String written) {
        if (!written.contains("_x")) return written;
        return ESCAPE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    static String write(String text) {
        var written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isForeign(text, i) || c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt()) written.append(String.format("_x%04X_", (int) c));
            else written.append(c);
        }
        return written.toString();
    }

    /** Control characters, half a sign, and what Unicode never assigns. */
    private static boolean isForeign(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        return c < ' ' && c != '\t' && c != '\n' || c >= '\uFFFE';
    }
}
