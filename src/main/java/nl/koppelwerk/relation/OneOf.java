package nl.koppelwerk.relation;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static nl.koppelwerk.relation.ReasonCode.CODE_UNKNOWN;

/** Types whose values stand in a closed list. */
final class OneOf {

    private OneOf() { }

    static <E extends Enum<E>> ValueType<E> names(E[] values) {
        Map<String, E> byName = Stream.of(values).collect(Collectors.toMap(Enum::name, Function.identity()));
        return new Checked<>(typed -> typed.toUpperCase(Locale.ROOT), byName::containsKey, CODE_UNKNOWN, byName::get, Enum::name);
    }
}
