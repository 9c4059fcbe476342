package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/**
 * Which types of an installation are clients: a prospect or a supplier is a customer there as well.
 *
 * @param numbers empty where everybody is a client
 */
record ClientTypes(List<String> numbers) {

    static final String SETTING = "clientTypes";
    /** What stands for the type of somebody who has none. */
    private static final String NONE = "-";

    static ClientTypes of(JsonNode settings) { return new ClientTypes(GivenSettings.texts(settings, SETTING, List.of())); }

    /** Empty where it is a client, or where its type is not told at all. */
    List<Reason> against(Relation seen, String system) {
        var type = seen.values().get(Fields.ROLES);
        if (numbers.isEmpty() || type.isAbsent() || type instanceof Value.Present<Codes> present && numbers.stream().anyMatch(present.value()::contains)) return List.of();
        var told = type.isFilled() ? type.text() : NONE;
        return List.of(new Reason(ReasonCode.OF_OTHER_TYPE, "", Map.of("type", told, "types", String.join(", ", numbers), "system", system)));
    }
}
