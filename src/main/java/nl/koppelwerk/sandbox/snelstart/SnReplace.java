package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What a full replacement leaves: what was not given is reset, what is null is cleared, or kept where the switches have it. */
final class SnReplace {

    private final SwitchPanel switches;

    SnReplace(SwitchPanel switches) {
        this.switches = switches;
    }

    static ObjectNode fresh(List<SnField> fields, ObjectNode given) {
        return replaced(fields, SnField.standard(fields), given, false, false);
    }

    /** The old record, which stays as it is, under what was given. */
    ObjectNode replaced(List<SnField> fields, ObjectNode old, ObjectNode given) {
        return replaced(fields, old, given, switches.is("put-omission", "keep"), switches.is("put-null", "keep"));
    }

    private static ObjectNode replaced(List<SnField> fields, ObjectNode old, ObjectNode given, boolean omittedStays, boolean nullStays) {
        var result = old.deepCopy();
        for (var field : fields) {
            var value = given.get(field.name());
            var before = Optional.ofNullable(old.get(field.name())).filter(node -> !node.isNull()).orElse(field.standard()).deepCopy();
            if (value == null || value.isNull()) {
                result.set(field.name(), (value == null ? omittedStays : nullStays) ? before : field.standard().deepCopy());
            } else if (value instanceof ObjectNode parts) {
                result.set(field.name(), replaced(field.parts(), (ObjectNode) before, parts, omittedStays, nullStays));
            } else {
                result.set(field.name(), value);
            }
        }
        return result;
    }
}
