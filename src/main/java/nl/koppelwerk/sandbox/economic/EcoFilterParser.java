package nl.koppelwerk.sandbox.economic;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.economic.EcoFilter.Unreadable;

/** Reads {@code name$eq:Joe$and:(city$like:*havn$or:zip$eq:8000)}: and binds more than or; throws {@link Unreadable} with what it met. */
final class EcoFilterParser {

    private static final Pattern COMPARISON = Pattern.compile(" *([A-Za-z][A-Za-z0-9.]*)\\$(eq|ne|gt|gte|lt|lte|like|in|nin):");
    private static final int LIST_LIMIT = 200;

    private final String text;
    private final Map<String, EcoProperty> properties;
    private final EcoListErrors errors;
    private final boolean bracketsEscaped;
    private final boolean textListRefused;
    private int at;

    private EcoFilterParser(String text, Map<String, EcoProperty> properties, EcoListErrors errors, SwitchPanel switches) {
        this.text = text;
        this.properties = properties;
        this.errors = errors;
        this.bracketsEscaped = switches.is("filter-brackets", "documented");
        this.textListRefused = switches.is("filter-in-text", "400");
    }

    static EcoFilter parse(String text, Map<String, EcoProperty> properties, EcoListErrors errors, SwitchPanel switches) {
        var parser = new EcoFilterParser(text, properties, errors, switches);
        var filter = parser.or();
        if (parser.at < text.length()) {
            throw parser.unexpected();
        }
        return filter;
    }

    static List<String> allowed(Map<String, EcoProperty> properties) {
        return properties.values().stream().filter(EcoProperty::filters).map(EcoProperty::name).toList();
    }

    private EcoFilter or() {
        var left = and();
        while (accept("$or:")) {
            left = new EcoFilter.Or(left, and());
        }
        return left;
    }

    private EcoFilter and() {
        var left = one();
        while (accept("$and:")) {
            left = new EcoFilter.And(left, one());
        }
        return left;
    }

    private EcoFilter one() {
        if (!accept("(")) {
            return comparison();
        }
        var inner = or();
        if (!accept(")")) {
            throw unexpected();
        }
        return inner;
    }

    private EcoFilter comparison() {
        var head = COMPARISON.matcher(text).region(at, text.length());
        if (!head.lookingAt()) {
            throw unexpected();
        }
        at = head.end();
        var property = properties.get(head.group(1));
        if (property == null || !property.filters()) {
            throw errors.notFilterable(head.group(1), head.group(2), property != null, allowed(properties));
        }
        return comparison(property, head.group(2));
    }

    private EcoFilter comparison(EcoProperty property, String operator) {
        if (accept("$null:")) {
            if (!operator.equals("eq") && !operator.equals("ne")) {
                throw new Unreadable("$null: goes with $eq: and $ne: only.");
            }
            return new EcoFilter.Empty(property, operator.equals("eq"));
        }
        var value = value(operator.endsWith("in"));
        return switch (operator) {
            case "like" -> new EcoFilter.Like(property, value.like());
            case "in", "nin" -> list(property, value, operator.equals("in"));
            default -> new EcoFilter.Comparison(property, operator, property.literal(value.text()));
        };
    }

    /** Lists are for numbers: with texts in it a list is read, and nothing is in it. */
    private EcoFilter list(EcoProperty property, EcoFilterValue value, boolean wanted) {
        var values = value.list();
        if (values.size() > LIST_LIMIT) {
            throw new Unreadable("A list holds at most " + LIST_LIMIT + " values.");
        }
        var numbers = property.type() == EcoProperty.Type.NUMBER && values.stream().allMatch(one -> one.raw().trim().matches("-?\\d+(\\.\\d+)?"));
        if (!numbers && textListRefused) {
            throw new Unreadable("$in: and $nin: take numbers only.");
        }
        return new EcoFilter.In(property, numbers ? values.stream().map(one -> property.literal(one.text())).collect(Collectors.toList()) : List.of(), wanted);
    }

    private EcoFilterValue value(boolean list) {
        var begin = at;
        while (at < text.length() && !text.startsWith("$and:", at) && !text.startsWith("$or:", at) && text.charAt(at) != ')') {
            if (EcoFilterValue.escape(text, at, bracketsEscaped)) {
                at++;
            } else if (text.charAt(at) == '$' || bracketsEscaped && !list && (text.charAt(at) == '[' || text.charAt(at) == ']')) {
                throw new Unreadable("'" + text.charAt(at) + "' must be escaped.");
            }
            at++;
        }
        return new EcoFilterValue(text.substring(begin, at), bracketsEscaped);
    }

    private boolean accept(String token) {
        var met = text.startsWith(token, at);
        at += met ? token.length() : 0;
        return met;
    }

    private Unreadable unexpected() {
        return new Unreadable(at < text.length() ? "Did not expect '" + text.substring(at, Math.min(text.length(), at + 20)) + "'." : "The filter ends too early.");
    }
}
