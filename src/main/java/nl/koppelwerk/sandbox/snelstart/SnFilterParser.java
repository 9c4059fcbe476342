package nl.koppelwerk.sandbox.snelstart;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.snelstart.SnTerm.Type;
import nl.koppelwerk.sandbox.snelstart.SnTerm.Unreadable;

/** Reads {@code $filter} by what the vendor documents: comparisons, and, or, not, brackets, startswith, substringof, year, and any over a list. */
final class SnFilterParser {

    private static final Pattern WORD = Pattern.compile("\\s*((?:[a-z]+)?'(?:[^']|'')*'|-?\\d[\\w.:+-]*|[A-Za-z_]\\w*(?:/[A-Za-z_]\\w*)*|[(),:])");
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

    private final List<String> words;
    private final SnProperties properties;
    private final SnLiterals literals;
    private final Map<String, String> listOfVariable = new HashMap<>();
    private int next;

    private SnFilterParser(String text, SnProperties properties, SnLiterals literals) {
        this.words = WORD.matcher(text).results().map((MatchResult word) -> word.group(1)).toList();
        this.properties = properties;
        this.literals = literals;
        if (!WORD.matcher(text).replaceAll("").isBlank()) {
            throw new Unreadable("cannot read " + text);
        }
    }

    /** A condition; throws {@link Unreadable}. */
    static SnTerm parse(String text, SnProperties properties, SnLiterals literals) {
        var parser = new SnFilterParser(text, properties, literals);
        var filter = parser.or().must(Type.FLAG);
        if (parser.next < parser.words.size()) {
            throw new Unreadable("did not expect " + parser.peek());
        }
        return filter;
    }

    private SnTerm or() {
        var left = and();
        while (accept("or")) {
            left = SnTerm.both(left, and(), Boolean::logicalOr);
        }
        return left;
    }

    private SnTerm and() {
        var left = not();
        while (accept("and")) {
            left = SnTerm.both(left, not(), Boolean::logicalAnd);
        }
        return left;
    }

    private SnTerm not() {
        if (accept("not")) {
            var inner = not().must(Type.FLAG);
            return SnTerm.condition(scope -> !inner.holds(scope));
        }
        var left = operand();
        return next < words.size() && OPERATORS.contains(peek()) ? left.compared(take(), operand()) : left;
    }

    private SnTerm operand() {
        if (accept("(")) {
            var inner = or();
            expect(")");
            return inner;
        }
        var word = take();
        return literals.read(word).orElseGet(() -> accept("(") ? function(word) : named(word));
    }

    private SnTerm function(String name) {
        var list = name.replaceFirst("/any$", "");
        if (!list.equals(name) && properties.isList(list)) {
            return any(list);
        }
        return switch (name) {
            case "startswith" -> texts((text, start) -> text.startsWith(start));
            case "substringof" -> texts((part, text) -> text.contains(part));
            case "year" -> year();
            default -> throw new Unreadable("there is no function " + name);
        };
    }

    private SnTerm any(String list) {
        var variable = take();
        expect(":");
        listOfVariable.put(variable, list);
        var condition = or();
        expect(")");
        listOfVariable.remove(variable);
        return properties.any(list, variable, condition);
    }

    private SnTerm texts(BiPredicate<String, String> holds) {
        var first = or().must(Type.TEXT);
        expect(",");
        var second = or().must(Type.TEXT);
        expect(")");
        return SnTerm.condition(scope -> first.value().apply(scope) instanceof String a && second.value().apply(scope) instanceof String b && holds.test(a, b));
    }

    private SnTerm year() {
        var moment = or().must(Type.MOMENT);
        expect(")");
        return new SnTerm(Type.NUMBER, scope -> moment.value().apply(scope) instanceof LocalDateTime time ? BigDecimal.valueOf(time.getYear()) : null);
    }

    private SnTerm named(String name) {
        var variable = name.replaceAll("/.*", "");
        return listOfVariable.containsKey(variable) ? properties.element(listOfVariable.get(variable), variable, name.substring(variable.length()).replaceFirst("/", ""))
                : properties.term(name);
    }

    private boolean accept(String word) {
        var met = next < words.size() && words.get(next).equals(word);
        next += met ? 1 : 0;
        return met;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new Unreadable("expected " + word + ", met " + peek());
        }
    }

    private String take() {
        var word = peek();
        next++;
        return word;
    }

    private String peek() {
        if (next >= words.size()) {
            throw new Unreadable("the filter ends too early");
        }
        return words.get(next);
    }
}
