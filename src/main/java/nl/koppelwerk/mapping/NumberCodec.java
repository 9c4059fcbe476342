package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;

/**
 * A value whose canonical text is a number, as a JSON number whatever its digits look like there. What is none, or beyond the
 * limits, is refused and never bent.
 *
 * @param least of whole numbers; null where there are no limits and decimals count
 */
record NumberCodec<T>(ValueType<T> type, BigDecimal least, BigDecimal most) implements Codec<T> {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

    static <T> NumberCodec<T> of(ValueType<T> type) { return new NumberCodec<>(type, null, null); }

    static <T> NumberCodec<T> within(ValueType<T> type, long least, long most) {
        return new NumberCodec<>(type, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    @Override public String name() { return least == null ? "number" : "number from " + least + " to " + most; }

    @Override public Value<T> read(JsonNode node, Missing missing) {
        if (!node.isValueNode()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        return type.parse(node.isNumber() ? plain(node.decimalValue()) : node.asText());
    }

    private static String plain(BigDecimal number) { return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString(); }

    @Override public JsonNode write(T value, References references) {
        var text = type.of(value).text();
        return isNumber(text) ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
    }

    @Override public List<Reason> problems(T value, References references) {
        var text = type.of(value).text();
        if (!isNumber(text)) return List.of(new Reason(ReasonCode.NUMBER_FORMAT));
        boolean fits = least == null || new BigDecimal(text).compareTo(least) >= 0 && new BigDecimal(text).compareTo(most) <= 0;
        return fits ? List.of() : List.of(new Reason(ReasonCode.NOT_IN_RANGE, "", Map.of("least", least.toString(), "most", most.toString())));
    }

    private boolean isNumber(String text) { return (least == null ? DECIMAL : WHOLE).matcher(text).matches(); }
}
