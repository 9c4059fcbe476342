package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.Json;

/** What is asked of the rows of an import that is ready: clients that are added, fields that are overwritten. Judged first, and done after that. */
final class AtApplying {

    private final AtClients clients;
    private final AtFields fields;
    private final AtQuestionnaires questionnaires;
    private final AtMails mails;

    AtApplying(AtClients clients, AtFields fields, AtQuestionnaires questionnaires, AtMails mails) {
        this.clients = clients;
        this.fields = fields;
        this.questionnaires = questionnaires;
        this.mails = mails;
    }

    /** One row with what is wanted of it, and what stands against that. */
    record Item(ObjectNode row, boolean adds, String questionnaire, ArrayNode problems) {

        boolean isWrong() {
            return !problems.isEmpty();
        }

        boolean has(String code) {
            return problems.findValuesAsText("code").contains(code);
        }
    }

    List<Item> judged(ObjectNode one, JsonNode wanted) {
        var items = new ArrayList<Item>();
        for (var id : wanted.at("/add/rowIds")) {
            items.add(toAdd(one, id.asText(), wanted.at("/add/questionnaireByLanguage")));
        }
        for (var id : wanted.at("/overwrite/rowIds")) {
            items.add(toOverwrite(one, id.asText()));
        }
        return items;
    }

    private Item toAdd(ObjectNode one, String id, JsonNode byLanguage) {
        var problems = Json.array();
        var row = row(one, id, "ONLY_IN_IMPORT", problems);
        var language = AtFields.text(row.path("client"), "language");
        var questionnaire = language.isEmpty() ? "" : byLanguage.path(language).asText("");
        if (questionnaire.isEmpty()) {
            fields.add(problems, "questionnaireByLanguage", "NO_QUESTIONNAIRE");
        } else if (!questionnaires.has(questionnaire)) {
            fields.add(problems, "questionnaireByLanguage", "QUESTIONNAIRE_UNKNOWN");
        }
        if (row.hasNonNull("clientId")) {
            fields.add(problems, "rowId", "ROW_APPLIED");
        }
        return new Item(row, true, questionnaire, problems);
    }

    private Item toOverwrite(ObjectNode one, String id) {
        var problems = Json.array();
        var row = row(one, id, "DUPLICATE", problems);
        if (problems.isEmpty() && clients.find(row.path("clientId").asText()).isEmpty()) {
            fields.add(problems, "rowId", "CLIENT_GONE");
        }
        return new Item(row, false, "", problems);
    }

    private ObjectNode row(ObjectNode one, String id, String bucket, ArrayNode problems) {
        for (var row : one.path("rows")) {
            if (row.path("rowId").asText().equals(id) && row.path("bucket").asText().equals(bucket)) {
                return (ObjectNode) row;
            }
        }
        fields.add(problems, "rowId", "ROW_UNKNOWN");
        return Json.object().put("rowId", id);
    }

    /** The report of one row, after it was done. */
    ObjectNode done(Item item, JsonNode wanted) {
        var report = Json.object().put("rowId", item.row().path("rowId").asText());
        if (item.isWrong()) {
            return report.put("status", 422).putNull("clientId").set("problems", item.problems());
        }
        var client = item.adds() ? added(item, wanted.at("/add/sendInvitation").asBoolean(false)) : overwritten(item.row(), wanted.at("/overwrite/fields"));
        return report.put("status", item.adds() ? 201 : 200).put("clientId", client.get("id").textValue()).set("problems", Json.array());
    }

    private ObjectNode added(Item item, boolean invites) {
        var wanted = ((ObjectNode) item.row().get("client")).deepCopy().put("invitationStatus", invites ? "SENT" : "NOT_SENT");
        Optional.ofNullable(item.row().get("externalRef")).filter(JsonNode::isObject).ifPresent(reference -> wanted.putArray("externalRefs").add(reference));
        var client = clients.made(wanted);
        item.row().set("clientId", client.get("id"));
        if (invites) {
            mails.invite(client, item.questionnaire());
        }
        return client;
    }

    /** Only the named fields, and of the row only what it names. */
    private ObjectNode overwritten(ObjectNode row, JsonNode named) {
        var client = clients.find(row.get("clientId").textValue()).orElseThrow();
        var change = Json.object();
        named.forEach(field -> Optional.ofNullable(row.path("client").get(field.asText())).ifPresent(value -> change.set(field.asText(), value)));
        return clients.changed(Json.merge(client, change));
    }
}
