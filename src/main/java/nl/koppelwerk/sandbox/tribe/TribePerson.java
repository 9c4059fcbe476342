package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that Tribe makes of a person's parts. */
final class TribePerson {

    private TribePerson() {
    }

    static void name(ObjectNode person) {
        person.put("Name", joined(person, " ", "FirstName", "MiddleName", "LastName"));
        var rest = joined(person, " ", "FirstName", "MiddleName");
        var last = person.path("LastName").asText("");
        person.put("SortName", rest.isEmpty() ? last : last + ", " + rest);
        var born = person.path("BirthDate").asText("");
        person.put("BirthDay", born.length() == 10 ? born.substring(5) : null);
    }

    private static String joined(ObjectNode person, String between, String... fields) {
        return Stream.of(fields).map(field -> person.path(field).textValue()).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}
