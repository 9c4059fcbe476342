package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Sorts the rows of an import into its lists, by what Accounton has at that moment. */
final class AtSorting {

    private static final List<String> SMALL = List.of("email", "label");

    private final AtClients clients;
    private final AtFields fields;
    private final SwitchPanel switches;

    AtSorting(AtClients clients, AtFields fields, SwitchPanel switches) {
        this.clients = clients;
        this.fields = fields;
        this.switches = switches;
    }

    /** The import with its rows in their lists, and how many there are in each. */
    ObjectNode sorted(ObjectNode one) {
        var counts = Json.object().put("ONLY_IN_IMPORT", 0).put("ONLY_IN_ACCOUNTON", 0).put("DUPLICATE", 0).put("INVALID", 0);
        var matched = one.putArray("matched");
        for (var row : one.path("rows")) {
            sort((ObjectNode) row, one.path("compared").asText().equals("small") ? SMALL : all(), matched);
            var bucket = row.path("bucket").asText();
            counts.put(bucket, counts.path(bucket).asInt() + 1);
        }
        counts.put("ONLY_IN_ACCOUNTON", clients.size() - (int) Stream.of(matched).flatMap(AtSorting::texts).distinct().count());
        one.set("counts", counts);
        return one;
    }

    private void sort(ObjectNode row, List<String> compared, ArrayNode matched) {
        var client = row.path("client") instanceof ObjectNode there ? there : Json.object();
        var match = match(client);
        match.ifPresent(found -> matched.add(found.get("id")));
        var problems = problems(client, match);
        row.set("problems", problems);
        row.put("bucket", !problems.isEmpty() ? "INVALID" : match.isPresent() ? "DUPLICATE" : "ONLY_IN_IMPORT");
        row.put("clientId", match.filter(found -> problems.isEmpty()).map(found -> found.get("id").textValue()).orElse(null));
        row.set("differences", match.filter(found -> problems.isEmpty()).map(found -> differences(client, found, compared)).orElse(Json.array()));
    }

    private ArrayNode problems(ObjectNode client, Optional<ObjectNode> match) {
        var problems = fields.ofRow(client);
        if (switches.is("shared-email", "INVALID") && isShared(client, match.map(found -> found.get("id").textValue()).orElse(""))) {
            fields.add(problems, "email", "EMAIL_SHARED");
        }
        return problems;
    }

    /** Somebody else has this e-mail address. */
    boolean isShared(JsonNode client, String own) {
        return clients.having(AtClients.ofEmail(client)).stream().anyMatch(id -> !id.equals(own));
    }

    /** Strongest key first; of several clients that have it, the first. */
    private Optional<ObjectNode> match(ObjectNode client) {
        return keys(client).filter(key -> !key.endsWith(":")).flatMap(key -> clients.having(key).stream()).findFirst().flatMap(clients::find);
    }

    private Stream<String> keys(ObjectNode client) {
        if (switches.is("match", "email-only")) {
            return Stream.of(AtClients.ofEmail(client));
        }
        var number = client.path("nationalNumber");
        var ofTheCouple = Stream.of(AtClients.ofPartner(number), AtClients.ofNumber(client.path("partnerNationalNumber")));
        return Stream.of(Stream.of(AtClients.ofNumber(number)), switches.is("couple", "two-clients") ? Stream.<String>empty() : ofTheCouple,
                Stream.of(AtClients.ofEmailAndName(client))).flatMap(keys -> keys);
    }

    /** What the row does not name is not compared. */
    private static ArrayNode differences(ObjectNode client, ObjectNode found, List<String> compared) {
        var differences = Json.array();
        for (var field : compared) {
            if (client.has(field) && !same(client.get(field), found.path(field))) {
                differences.addObject().put("field", field).<ObjectNode>set("imported", client.get(field)).set("current", found.get(field));
            }
        }
        return differences;
    }

    private static boolean same(JsonNode imported, JsonNode current) {
        return imported.isNull() ? current.isMissingNode() : imported.equals(current);
    }

    static List<String> all() {
        return Stream.concat(AtFields.TEXTS.stream(), Stream.of("address")).toList();
    }

    private static Stream<String> texts(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
