package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * One step into a record: a member that is an object, or the element of an array that a member of its own tells apart.
 *
 * @param key      the telling member ({@code type} in {@code adressen[type=POSTADRES]}), or empty
 * @param selector its value
 */
record WirePath(String member, String key, String selector) {

    private static final Pattern SELECTED = Pattern.compile("([^\\[\\]]+)\\[([^=]+)=([^\\]]+)]");

    static WirePath parse(String text) {
        var selected = SELECTED.matcher(text);
        return selected.matches() ? new WirePath(selected.group(1), selected.group(2), selected.group(3)) : new WirePath(text, "", "");
    }

    /** The object; a null node where the record says that there is none, a missing node where it does not say. */
    JsonNode in(JsonNode parent, String record) {
        var child = parent.path(member);
        if (child.isMissingNode() || child.isNull()) return child;
        if (key.isEmpty()) return expect(child.isObject(), child, record, "an object");
        expect(child.isArray(), child, record, "an array");
        for (var element : child) if (element.path(key).asText().equals(selector)) return element;
        return NullNode.getInstance();
    }

    /** The place of it in a tree that is being made. */
    ObjectNode make(ObjectNode parent) {
        if (key.isEmpty()) return parent.withObject("/" + member.replace("~", "~0").replace("/", "~1"));
        return parent.withArray("/" + member).addObject().put(key, selector);
    }

    private JsonNode expect(boolean fits, JsonNode child, String record, String expected) {
        if (!fits) throw new Unreadable(record, "/" + member, expected);
        return child;
    }
}
