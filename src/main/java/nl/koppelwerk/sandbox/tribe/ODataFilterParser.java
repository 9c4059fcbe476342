package nl.koppelwerk.sandbox.tribe;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code $filter}: or, and, not, parentheses, comparisons and the three text functions; throws IllegalArgumentException with what it met. */
final class ODataFilterParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(/[A-Za-z_]\\w*)*");

    private final List<String> tokens;
    private int next;

    private ODataFilterParser(String text) {
        var matcher = TOKEN.matcher(text);
        this.tokens = matcher.results().map(match -> match.group(1)).collect(Collectors.toList());
        if (!TOKEN.matcher(text).replaceAll("").isBlank()) {
            throw new IllegalArgumentException("cannot read the filter " + text);
        }
    }

    static ODataFilter parse(String text) {
        var parser = new ODataFilterParser(text);
        var filter = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw new IllegalArgumentException("did not expect " + parser.peek() + " in the filter");
        }
        return filter;
    }

    private ODataFilter or() {
        var left = and();
        while (accept("or")) {
            left = new ODataFilter.Or(left, and());
        }
        return left;
    }

    private ODataFilter and() {
        var left = unary();
        while (accept("and")) {
            left = new ODataFilter.And(left, unary());
        }
        return left;
    }

    private ODataFilter unary() {
        if (accept("not")) {
            return new ODataFilter.Not(unary());
        }
        if (accept("(")) {
            var inner = or();
            expect(")");
            return inner;
        }
        return ODataFilter.TextMatch.FUNCTIONS.contains(peek()) ? function(take()) : comparison();
    }

    private ODataFilter function(String name) {
        expect("(");
        var path = name(take());
        expect(",");
        var literal = take();
        expect(")");
        if (!literal.startsWith("'")) {
            throw new IllegalArgumentException(name + " needs a text in quotes");
        }
        return new ODataFilter.TextMatch(name, path, unquoted(literal));
    }

    private ODataFilter comparison() {
        var path = name(take());
        var operator = take();
        if (!ODataFilter.Comparison.OPERATORS.contains(operator)) {
            throw new IllegalArgumentException("the operator " + operator + " is not supported");
        }
        var literal = take();
        var text = literal.startsWith("'");
        if (!text && !literal.matches("null|true|false|-?\\d+(\\.\\d+)?|[0-9a-fA-F-]{36}|\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+(Z|[+-]\\d\\d:\\d\\d))?")) {
            throw new IllegalArgumentException("cannot read the value " + literal);
        }
        return new ODataFilter.Comparison(path, operator, text ? unquoted(literal) : literal.equals("null") ? null : guid(literal), text);
    }

    private static String guid(String literal) {
        return literal.length() == 36 ? literal.toLowerCase() : literal;
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }

    private static String name(String token) {
        if (!NAME.matcher(token).matches()) {
            throw new IllegalArgumentException("expected a field, met " + token);
        }
        return token;
    }

    private boolean accept(String token) {
        var met = next < tokens.size() && tokens.get(next).equals(token);
        next += met ? 1 : 0;
        return met;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected " + token + " in the filter, met " + peek());
        }
    }

    private String take() {
        var token = peek();
        next++;
        return token;
    }

    private String peek() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("the filter ends too early");
        }
        return tokens.get(next);
    }
}
