package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Reads {@code Filter} by what the vendor documents: comparisons, lists, nothing or something, and three functions, joined with {@code and}. */
final class AdcFilterParser {

    private static final Pattern WORD = Pattern.compile("\\s*('(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?|[A-Za-z_][\\w.]*|[(),])");

    private final List<String> words;
    private final List<String> fields;
    private final SwitchPanel switches;
    private int next;

    private AdcFilterParser(String text, List<String> fields, SwitchPanel switches) {
        this.words = WORD.matcher(text).results().map((MatchResult word) -> word.group(1)).toList();
        this.fields = fields;
        this.switches = switches;
        if (!WORD.matcher(text).replaceAll("").isBlank()) {
            throw new AdcFilter.Unreadable("cannot read " + text);
        }
    }

    /** @param fields of the model that is returned; {@code l.} may stand before them */
    static AdcFilter parse(String text, List<String> fields, SwitchPanel switches) {
        var parser = new AdcFilterParser(text, fields, switches);
        var filter = parser.all();
        if (parser.next < parser.words.size()) {
            throw new AdcFilter.Unreadable("did not expect " + parser.words.get(parser.next));
        }
        return filter;
    }

    private AdcFilter all() {
        var left = both();
        while (accept("or")) {
            if (switches.is("filter-or", "400")) {
                throw new AdcFilter.Unreadable("or is not supported");
            }
            left = left.or(both());
        }
        return left;
    }

    private AdcFilter both() {
        var left = condition();
        while (accept("and")) {
            left = left.and(condition());
        }
        return left;
    }

    private AdcFilter condition() {
        var word = take();
        return accept("(") ? function(word) : comparison(field(word), take().toLowerCase(Locale.ROOT));
    }

    private AdcFilter comparison(String field, String operator) {
        return switch (operator) {
            case "eq" -> AdcFilter.among(field, List.of(value()), ignoresCase());
            case "ne" -> compared(field, order -> order != 0);
            case "gt" -> compared(field, order -> order > 0);
            case "ge" -> compared(field, order -> order >= 0);
            case "lt" -> compared(field, order -> order < 0);
            case "le" -> compared(field, order -> order <= 0);
            case "in" -> AdcFilter.among(field, list(), ignoresCase());
            case "not" -> notIn(field);
            case "is" -> nothing(field);
            default -> throw new AdcFilter.Unreadable("no operator " + operator);
        };
    }

    private AdcFilter compared(String field, IntPredicate order) {
        var value = value();
        return AdcFilter.on(field, node -> !node.isNull() && order.test(AdcFilter.compare(node, value, ignoresCase())));
    }

    private AdcFilter notIn(String field) {
        expect("in");
        var values = list();
        return AdcFilter.on(field, node -> values.stream().noneMatch(value -> AdcFilter.compare(node, value, ignoresCase()) == 0));
    }

    private AdcFilter nothing(String field) {
        var not = accept("not");
        expect("null");
        return AdcFilter.on(field, node -> (node.isNull() || node.isMissingNode()) != not);
    }

    private AdcFilter function(String name) {
        var field = field(take());
        expect(",");
        var value = value();
        expect(")");
        return AdcFilter.on(field, texts(name, value));
    }

    private Predicate<JsonNode> texts(String name, String value) {
        var wanted = value.toLowerCase(Locale.ROOT);
        if (switches.is("filter-grammar", "no-functions")) {
            throw new AdcFilter.Unreadable("no function " + name);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "startswith" -> node -> node.asText().toLowerCase(Locale.ROOT).startsWith(wanted);
            case "endswith" -> node -> node.asText().toLowerCase(Locale.ROOT).endsWith(wanted);
            case "contains" -> node -> node.asText().toLowerCase(Locale.ROOT).contains(wanted);
            default -> throw new AdcFilter.Unreadable("no function " + name);
        };
    }

    private String field(String word) {
        var name = word.startsWith("l.") ? word.substring(2) : word;
        return fields.stream().filter(field -> ignoresCase() ? field.equalsIgnoreCase(name) : field.equals(name)).findFirst()
                .orElseThrow(() -> new AdcFilter.Unreadable("no field " + word));
    }

    private List<String> list() {
        expect("(");
        var values = new ArrayList<>(List.of(value()));
        while (accept(",")) {
            values.add(value());
        }
        expect(")");
        return values;
    }

    private String value() {
        var word = take();
        return word.startsWith("'") ? word.substring(1, word.length() - 1).replace("''", "'") : word;
    }

    private boolean ignoresCase() {
        return !switches.is("filter-grammar", "strict-case");
    }

    private boolean accept(String word) {
        var met = next < words.size() && words.get(next).equalsIgnoreCase(word);
        next += met ? 1 : 0;
        return met;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new AdcFilter.Unreadable("expected " + word);
        }
    }

    private String take() {
        if (next >= words.size()) {
            throw new AdcFilter.Unreadable("the filter ends too early");
        }
        return words.get(next++);
    }
}
