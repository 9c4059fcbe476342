package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Invitations: recorded, and never sent to anybody. */
final class AtMails {

    private final Bucket mails;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Ids ids;

    AtMails(Bucket mails, SwitchPanel switches, SandboxClock clock, Ids ids) {
        this.mails = mails;
        this.switches = switches;
        this.clock = clock;
        this.ids = ids;
    }

    void invite(ObjectNode client, String questionnaire) {
        var id = "mail-" + ids.number();
        mails.put(id, Json.object().put("id", id).put("clientId", client.path("id").asText()).put("to", client.path("email").asText())
                .put("questionnaireId", questionnaire).put("state", switches.is("mail", "recorded") ? "RECORDED" : "BOUNCED")
                .put("at", Instant.ofEpochMilli(clock.millis()).toString()));
    }

    Answer list() {
        var items = Json.array();
        mails.forEach((id, mail) -> items.add(mail));
        return Answer.json(200, Json.object().set("items", items));
    }

    void clear() {
        mails.clear();
    }
}
