package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.StandardWebhooks;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Contact persons without a customer, where the switch has it: no address of the contract shows them, only their webhooks tell of them. */
final class CmLoose {

    private final Bucket kept;
    private final CmChanges changes;
    private final StandardWebhooks webhooks;
    private final SwitchPanel switches;

    CmLoose(Bucket kept, CmChanges changes, StandardWebhooks webhooks, SwitchPanel switches) {
        this.kept = kept;
        this.changes = changes;
        this.webhooks = webhooks;
        this.switches = switches;
    }

    ObjectNode add(ObjectNode wanted) {
        if (switches.is("loose-contacts", "none")) {
            throw new Refused(Answer.problem(400, "Refused", "a contact has a customer"));
        }
        var contact = changes.named(wanted);
        keep(contact);
        webhooks.happened("contact.updated", contact.get("id").textValue());
        return contact;
    }

    void keep(ObjectNode contact) {
        kept.put(contact.get("id").textValue(), contact);
    }

    void clear() {
        kept.clear();
    }
}
