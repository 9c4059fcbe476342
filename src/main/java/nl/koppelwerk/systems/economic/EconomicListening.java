package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Variable;

/** Asks whether e-conomic calls our webhook. One that it disabled is switched on again as it is: its address, with its secret, stands there. */
@ApplicationScoped
@Named("economicListening")
@Unremovable
public class EconomicListening {

    private final EconomicCalls calls;

    EconomicListening(EconomicCalls calls) { this.calls = calls; }

    /** @param prefix what every address of this link and side begins with */
    public Turn listen(@Variable("prefix") String prefix) {
        return Turn.ask(calls.webhook(EconomicRegistering.CUSTOMER_UPDATED), calls.replies(), (reply, known) -> judged(known, prefix))
            .unless(answer -> Turn.said(answer instanceof Answer.Gone ? Hearing.MISSING : answer));
    }

    private Turn judged(ObjectNode known, String prefix) {
        if (!known.path("url").asText("").startsWith(prefix)) return Turn.said(Hearing.OF_ANOTHER);
        return known.path("isDisabled").asBoolean(false) ? switchOn(known.deepCopy().put("isDisabled", false)) : Turn.said(Hearing.HEARD);
    }

    /** The version that was read goes back with it. */
    private Turn switchOn(ObjectNode hook) {
        return new Turn.Ask(calls.sendWebhook("PUT", EconomicPatch.bytes(hook)), calls.replies(), reply -> Turn.said(Hearing.SWITCHED_ON_AGAIN), Turn::said, "");
    }
}
