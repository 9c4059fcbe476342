package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;

/** The bytes of writes: an import of one row, what is applied of it, and a merge patch with the changed members only. */
@ApplicationScoped
class AccountonBodies {

    /** At birth, and in what a client shows. */
    static final String SENT = "SENT";

    private static final ObjectMapper JSON = new JsonMapper();

    private final AccountonChoices choices;

    AccountonBodies(AccountonChoices choices) { this.choices = choices; }

    byte[] of(Step.Write write, References references) {
        return bytes(write.action() == Step.Action.CREATE ? imported(write, references) : update(write, references));
    }

    private ObjectNode imported(Step.Write write, References references) {
        var row = JsonNodeFactory.instance.objectNode();
        if (!write.reference().isEmpty()) {
            var source = SourceReference.of(write.reference());
            row.putObject("externalRef").put("system", source.system()).put("id", source.id());
        }
        row.putObject("client").put("kind", "person").setAll(choices.client().create(write.values(), "", references));
        var body = JsonNodeFactory.instance.objectNode().put("source", "FILE");
        body.putObject("scope").put("mode", "ALL");
        body.putArray("rows").add(row);
        return body;
    }

    private ObjectNode update(Step.Write write, References references) {
        var body = choices.client().update(write.values(), write.old(), references).get(write.resource());
        return body == null ? JsonNodeFactory.instance.objectNode() : body;
    }

    /** A mail goes out only where the write says so in as many words. */
    static byte[] applied(String row, Step.Write write) {
        var body = JsonNodeFactory.instance.objectNode();
        var add = body.putObject("add");
        add.putArray("rowIds").add(row);
        var chosen = add.putObject("questionnaireByLanguage");
        if (write.values().get(Fields.LANGUAGE).isFilled()) chosen.put(write.values().get(Fields.LANGUAGE).text(), write.values().get(Fields.QUESTIONNAIRE).text());
        add.put("sendInvitation", write.values().get(Fields.INVITATION_STATUS).text().equals(SENT));
        return bytes(body);
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
