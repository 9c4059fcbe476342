package nl.koppelwerk;

import static nl.koppelwerk.DemonstrationCalls.await;
import static nl.koppelwerk.DemonstrationCalls.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A short story, each chapter played once: people edit at the vendors' desks, and the hub does the rest. */
final class DemonstrationStory {
    private final DemonstrationCalls calls;
    private final String link;
    private List<String> companies;

    DemonstrationStory(DemonstrationCalls calls, String link) {
        this.calls = calls;
        this.link = link;
    }

    String initialRun() {
        JsonNode run = await(() -> calls.read("/links/" + link + "/runs").path("items").path(0), first -> first.path("state").asText().equals("done"));
        String balance = run.path("balance").properties().stream().filter(one -> one.getValue().asInt() > 0)
                .map(one -> one.getValue() + " " + one.getKey()).collect(Collectors.joining(" + "));
        Duration took = Duration.between(Instant.parse(run.path("startedAt").asText()), Instant.parse(run.path("endedAt").asText()));
        return "Initial run: " + run.path("read") + " relations read = " + balance + ", in " + took.toMillis() / 1000.0 + " s.";
    }

    String editInTribe() {
        String id = company(0);
        String partner = partner(id);
        long began = System.nanoTime();
        calls.change("tribe", partner, "{\"PhoneNumber\": \"020 555 01 01\"}");
        await(() -> calls.record("advocaatcentraal", id), record -> digits(record, "telefoonnummer").endsWith("205550101"));
        return name(id) + ": a new telephone number typed in Tribe stood in AdvocaatCentraal after " + seconds(began) + " s.";
    }

    String editInAdvocaatCentraal() {
        String id = company(1);
        String partner = partner(id);
        long began = System.nanoTime();
        calls.change("advocaatcentraal", id, "{\"email\": \"post@voorbeeld.example\"}");
        await(() -> calls.record("tribe", partner), record -> record.path("EmailAddress").asText().equals("post@voorbeeld.example"));
        return name(id) + ": a new e-mail address typed in AdvocaatCentraal stood in Tribe after " + seconds(began) + " s (the next poll).";
    }

    String conflict() {
        String id = company(2);
        String partner = partner(id);
        calls.change("advocaatcentraal", id, "{\"telefoonnummer\": \"070 555 02 02\"}");
        calls.change("tribe", partner, "{\"PhoneNumber\": \"070 555 03 03\"}");
        JsonNode hold = await(() -> calls.read("/holds?link=" + link).path("items"), items -> items.size() > 0).path(0);
        return name(id) + ": its telephone number was changed on both sides, and neither is lost: hold " + hold.path("id").asText() + " waits for a person.";
    }

    String ourRefusal() {
        String id = calls.make("advocaatcentraal/records", "{\"soort\": \"BEDRIJF\", \"bedrijfsnaam\": \"\", \"email\": \"naamloos@voorbeeld.example\"}").path("id").asText();
        JsonNode refused = relation("refused", row -> row.path("source").path("id").asText().equals(id));
        return id + ", a company without a name: not sent. " + because(refused);
    }

    String theirRefusal() {
        calls.make("faults", "{\"system\": \"tribe\", \"method\": \"POST\", \"pathContains\": \"Relation_Organization\", \"kind\": \"status\", \"status\": 400, \"times\": 1}");
        String id = calls.make("advocaatcentraal/records", "{\"soort\": \"BEDRIJF\", \"bedrijfsnaam\": \"IJsselstein & Çelik B.V.\"}").path("id").asText();
        JsonNode letter = await(() -> letter(id), found -> !found.isMissingNode());
        return "IJsselstein & Çelik B.V.: Tribe refused it. Dead letter " + letter.path("id").asText() + " waits: " + letter.path("reasons").path(0).path("text").asText();
    }

    private JsonNode letter(String root) {
        return stream(calls.read("/dead-letters?link=" + link).path("items")).filter(one -> one.path("root").asText().equals(root)).findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private JsonNode relation(String state, Predicate<JsonNode> wanted) {
        JsonNode all = await(() -> calls.read("/links/" + link + "/relations?limit=200&state=" + state).path("items"), items -> stream(items).anyMatch(wanted));
        return stream(all).filter(wanted).findFirst().orElseThrow();
    }

    private static String because(JsonNode relation) {
        JsonNode reason = relation.path("reasons").path(0);
        return reason.path("text").asText() + " " + reason.path("remedy").asText();
    }

    /** A client with a telephone number that is neither archived nor deleted. */
    private String company(int number) {
        if (companies == null) {
            companies = calls.records("advocaatcentraal", "BEDRIJF").filter(one -> one.path("relatietypen").toString().contains("\"CLIENT\""))
                    .filter(one -> one.path("telefoonnummer").isTextual() && !one.path("gearchiveerd").asBoolean() && !one.path("verwijderd").asBoolean())
                    .map(one -> one.path("id").asText()).limit(3).toList();
        }
        return companies.get(number);
    }

    private String partner(String id) {
        return calls.records("tribe", "Relation_Organization").filter(one -> one.path("ImportId").asText().equals(id)).findFirst().orElseThrow().path("ID").asText();
    }

    private String name(String id) {
        return calls.record("advocaatcentraal", id).path("bedrijfsnaam").asText();
    }

    private static String digits(JsonNode record, String field) {
        return record.path(field).asText().replaceAll("\\D", "");
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }
}
