package nl.koppelwerk.sandbox.economic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.economic.EcoFilter.Unreadable;

/** A value of a filter as it stands in the text, its escapes still in it: {@code $$ $( $) $* $,}, and of brackets what the switch says. */
record EcoFilterValue(String raw, boolean bracketsEscaped) {

    String text() {
        var text = new StringBuilder();
        for (var i = 0; i < raw.length(); i++) {
            i += escape(i) ? 1 : 0;
            text.append(raw.charAt(i));
        }
        return text.toString();
    }

    /** A star stands for anything; without one the value may stand anywhere. A bracket opens a class of characters, as in SQL. */
    Pattern like() {
        var pattern = new StringBuilder();
        var wild = false;
        for (var i = 0; i < raw.length(); i++) {
            var end = raw.indexOf(']', i);
            if (escape(i)) {
                pattern.append(Pattern.quote(raw.substring(++i, i + 1)));
            } else if (raw.charAt(i) == '*') {
                pattern.append(".*");
                wild = true;
            } else if (raw.charAt(i) == '[' && end > i + 1) {
                pattern.append('[').append(raw.substring(i + 1, end).replaceAll("[\\\\\\[&]", "\\\\$0")).append(']');
                i = end;
            } else {
                pattern.append(Pattern.quote(raw.substring(i, i + 1)));
            }
        }
        return Pattern.compile(wild ? pattern.toString() : ".*" + pattern + ".*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** The values of a list in brackets. */
    List<EcoFilterValue> list() {
        if (raw.length() < 2 || raw.charAt(0) != '[' || raw.charAt(raw.length() - 1) != ']') {
            throw new Unreadable("A list of values stands in brackets, not '" + raw + "'.");
        }
        var values = new ArrayList<EcoFilterValue>();
        var begin = 1;
        for (var i = 1; i < raw.length(); i++) {
            if (escape(i)) {
                i++;
            } else if (raw.charAt(i) == ',' || i == raw.length() - 1) {
                values.add(new EcoFilterValue(raw.substring(begin, i), bracketsEscaped));
                begin = i + 1;
            }
        }
        return values;
    }

    private boolean escape(int at) {
        return escape(raw, at, bracketsEscaped);
    }

    static boolean escape(String text, int at, boolean brackets) {
        return text.charAt(at) == '$' && at + 1 < text.length() && (brackets ? "$()*,[]" : "$()*,").indexOf(text.charAt(at + 1)) >= 0;
    }
}
