package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers our address for customers that changed. An agreement has one webhook for each type of event: ours is brought up to date and
 * switched on again, another's is left alone.
 */
@ApplicationScoped
@Named("economicRegistering")
@Unremovable
public class EconomicRegistering {

    static final String CUSTOMER_UPDATED = "CUSTOMER_UPDATED";

    private static final Logger LOG = LoggerFactory.getLogger(EconomicRegistering.class);

    private final EconomicCalls calls;

    EconomicRegistering(EconomicCalls calls) { this.calls = calls; }

    /** @param prefix what every address of this link and side begins with */
    public Turn register(@Body String address, @Variable("prefix") String prefix, Exchange exchange) {
        var secret = Asked.of(exchange, Side.SOURCE).account().credentials().getOrDefault("webhookSecret", "");
        return Turn.ask(calls.webhook(CUSTOMER_UPDATED), calls.replies(), (reply, known) -> known.path("url").asText("").startsWith(prefix)
                ? renew(known, address, secret) : Turn.said(taken()))
            .unless(answer -> answer instanceof Answer.Gone ? send("POST", wanted(address, secret), address) : Turn.said(answer));
    }

    /** The version that was read goes back with it. */
    private Turn renew(ObjectNode known, String address, String secret) {
        if (known.path("isDisabled").asBoolean(false)) LOG.warn("e-conomic had switched our webhook off; it is switched on again");
        ObjectNode renewed = known.deepCopy().setAll(wanted(address, secret));
        return renewed.equals(known) ? Turn.said(address) : send("PUT", renewed, address);
    }

    private Turn send(String method, ObjectNode hook, String address) {
        return new Turn.Ask(calls.sendWebhook(method, EconomicPatch.bytes(hook)), calls.replies(), reply -> Turn.said(address), Turn::said, "");
    }

    private static ObjectNode wanted(String address, String secret) {
        var hook = JsonNodeFactory.instance.objectNode().put("eventType", CUSTOMER_UPDATED).put("name", "Koppelwerk").put("url", address)
            .put("contentType", "application/x-www-form-urlencoded").put("postData", NamedNumbers.TEMPLATE).put("isDisabled", false);
        if (!secret.isEmpty()) hook.putArray("customHeaders").addObject().put("key", EconomicWebhook.SECRET_HEADER).put("value", secret);
        return hook;
    }

    private Answer taken() {
        return new Answer.Refused(List.of(calls.replies().reason(ReasonCode.VENDOR_REFUSED, Phrase.WEBHOOK_TAKEN.with("event", CUSTOMER_UPDATED).kept())));
    }
}
