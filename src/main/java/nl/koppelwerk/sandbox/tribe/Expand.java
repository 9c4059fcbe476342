package nl.koppelwerk.sandbox.tribe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code $expand} and {@code $select} ask for, nested: which navigations, and which fields (none named means all). */
record Expand(Set<String> select, Map<String, Expand> navigations) {

    static final Expand PLAIN = new Expand(Set.of(), Map.of());

    static Expand of(String select, String expand) {
        var navigations = new LinkedHashMap<String, Expand>();
        for (var item : split(expand == null ? "" : expand, ',')) {
            var open = item.indexOf('(');
            navigations.put(open < 0 ? item : item.substring(0, open), open < 0 ? PLAIN : nested(item, open));
        }
        return new Expand(select == null ? Set.of() : Set.copyOf(split(select, ',')), navigations);
    }

    private static Expand nested(String item, int open) {
        if (!item.endsWith(")")) {
            throw new IllegalArgumentException("a parenthesis of $expand stays open: " + item);
        }
        String select = null;
        String expand = null;
        for (var option : split(item.substring(open + 1, item.length() - 1), ';')) {
            if (option.startsWith("$select=")) {
                select = option.substring(8);
            } else if (option.startsWith("$expand=")) {
                expand = option.substring(8);
            } else {
                throw new IllegalArgumentException("inside $expand only $select and $expand, not " + option);
            }
        }
        return of(select, expand);
    }

    /** Cuts at a sign that stands outside all parentheses. */
    private static List<String> split(String text, char sign) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i <= text.length(); i++) {
            var end = i == text.length();
            if (end || depth == 0 && text.charAt(i) == sign) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            } else {
                depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
