package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The sheet that an administrator uploads by hand, as rows of column and text; it begins an import like any other. */
final class AtSheet {

    private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("type", "kind"), Map.entry("first name", "firstName"), Map.entry("last name", "lastName"),
            Map.entry("email", "email"), Map.entry("language", "language"), Map.entry("mobile number", "mobileNumber"), Map.entry("responsible", "responsibleEmail"),
            Map.entry("street", "address/street"), Map.entry("house number", "address/houseNumber"), Map.entry("box", "address/box"), Map.entry("postal code", "address/postalCode"),
            Map.entry("city", "address/city"), Map.entry("country", "address/country"), Map.entry("national number", "nationalNumber"),
            Map.entry("national number partner", "partnerNationalNumber"));

    private final AtImports imports;
    private final SwitchPanel switches;
    private final ProblemErrors errors;

    AtSheet(AtImports imports, SwitchPanel switches, ProblemErrors errors) {
        this.imports = imports;
        this.switches = switches;
        this.errors = errors;
    }

    Answer upload(ObjectNode sheet) {
        var wanted = Json.object().put("source", "FILE");
        var rows = wanted.putArray("rows");
        for (var row : sheet.path("rows")) {
            rows.addObject().set("client", client(row));
        }
        return Answer.json(202, imports.shown(imports.begin(wanted)));
    }

    private ObjectNode client(JsonNode row) {
        var client = Json.object();
        for (var cell : row.properties()) {
            column(cell.getKey()).filter(member -> !cell.getValue().asText("").isBlank()).ifPresent(member -> put(client, member, cell.getValue().asText()));
        }
        return client;
    }

    private static void put(ObjectNode client, String member, String text) {
        var at = member.startsWith("address/") ? client.withObject("/address") : client;
        at.put(member.replaceFirst("^address/", ""), text);
    }

    /** A column that is not known is passed over, or refuses the sheet. */
    private Optional<String> column(String name) {
        if (!COLUMNS.containsKey(name) && switches.is("excel-columns", "strict-unknown-column-error")) {
            throw errors.refused(422, "no column " + name);
        }
        return Optional.ofNullable(COLUMNS.get(name));
    }
}
