package nl.koppelwerk.mapping;

import java.util.List;
import nl.koppelwerk.relation.Value;

/** Which value is written where one member feeds several fields. */
@FunctionalInterface
public interface Choice<T> {

    /** @param given what the fields hold that are to be written, in the order of the table, none of them absent */
    Value<T> of(List<Value<T>> given);

    /** The first field that holds something; empty only where all of them are; absent where only invalid ones are left. */
    static <T> Choice<T> firstPresent() {
        return given -> {
            for (var value : given) if (value instanceof Value.Present) return value;
            return !given.isEmpty() && given.stream().allMatch(Value::isEmpty) ? Value.empty() : Value.absent();
        };
    }
}
