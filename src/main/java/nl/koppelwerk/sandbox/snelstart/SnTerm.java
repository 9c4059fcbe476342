package nl.koppelwerk.sandbox.snelstart;

import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** A part of a filter: of what type it is, and its value for one relation; null where it has none. Texts are compared letter by letter, capitals included. */
record SnTerm(Type type, Function<SnScope, Object> value) {

    enum Type { TEXT, NUMBER, FLAG, ID, MOMENT, NOTHING }

    /** A filter that cannot be read; the message says what was met. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    static SnTerm literal(Type type, Object value) {
        return new SnTerm(type, scope -> value);
    }

    static SnTerm condition(Predicate<SnScope> holds) {
        return new SnTerm(Type.FLAG, holds::test);
    }

    /** Both must be conditions. */
    static SnTerm both(SnTerm left, SnTerm right, BiPredicate<Boolean, Boolean> joined) {
        left.must(Type.FLAG);
        right.must(Type.FLAG);
        return condition(scope -> joined.test(left.holds(scope), right.holds(scope)));
    }

    boolean holds(SnScope scope) {
        return Boolean.TRUE.equals(value.apply(scope));
    }

    SnTerm must(Type wanted) {
        if (type != wanted) {
            throw new Unreadable("expected " + wanted + ", met " + type);
        }
        return this;
    }

    /** What is nothing equals nothing only, and is neither more nor less than anything. */
    SnTerm compared(String operator, SnTerm other) {
        if (type != other.type && type != Type.NOTHING && other.type != Type.NOTHING) {
            throw new Unreadable(type + " cannot be compared with " + other.type);
        }
        return condition(scope -> compared(operator, value.apply(scope), other.value.apply(scope)));
    }

    @SuppressWarnings("unchecked")
    private static boolean compared(String operator, Object left, Object right) {
        if (left == null || right == null) {
            return operator.equals("eq") ? left == right : operator.equals("ne") && left != right;
        }
        var order = ((Comparable<Object>) left).compareTo(right);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }
}
