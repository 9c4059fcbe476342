package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A vendor's own spelling: the same values without meaning anything else, in other spaces, capitals and line ends. */
public final class Reformat {

    private static final Pattern PHONE = Pattern.compile("telefoon|phone|mobiel|doorkies", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITALS = Pattern.compile("plaats|city|postcode|postalcode", Pattern.CASE_INSENSITIVE);

    private Reformat() {
    }

    public static ObjectNode all(ObjectNode record) {
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            var value = member.getValue();
            if (value instanceof ObjectNode inner) {
                all(inner);
            } else if (value.isArray()) {
                value.forEach(element -> {
                    if (element instanceof ObjectNode inner) {
                        all(inner);
                    }
                });
            } else if (value.isTextual()) {
                member.setValue(TextNode.valueOf(one(member.getKey(), value.textValue())));
            }
        }
        return record;
    }

    private static String one(String name, String value) {
        if (PHONE.matcher(name).find()) {
            return value.replace("(0)", "").replaceAll("[ ()-]", "").replaceAll("(?<=\\d)(?=(\\d\\d)+$)", " ");
        }
        return CAPITALS.matcher(name).find() ? value.toUpperCase(Locale.ROOT) : value.replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
