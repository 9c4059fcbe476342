package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Admin-IS | Consult -&gt; Accounton. */
public final class AdminConsultAccounton extends ClientImport {

    @Override public String sourceSystem() { return "admin-consult"; }

    @Override void judge(GivenSettings given, JsonNode settings) { given.numbers(ClientTypes.SETTING); }

    @Override public List<Setting> settings() {
        return Stream.concat(super.settings().stream(), Stream.of(new Setting(ClientTypes.SETTING, "numbers", false, "every customer", List.of(),
            "The numbers of the customer types (CustomerCrmType) that are clients, such as [1, 8]; the list client-types of the link has those of the installation."))).toList();
    }
}
