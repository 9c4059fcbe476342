package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads one customer with its contact persons. */
@ApplicationScoped
@Named("economicReading")
@Unremovable
public class EconomicReading {

    private final EconomicCalls calls;
    private final EconomicContacts contacts;

    EconomicReading(EconomicCalls calls, EconomicContacts contacts) {
        this.calls = calls;
        this.contacts = contacts;
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        if (!EconomicCalls.isNumber(read.root())) return Turn.said(new Answer.Gone());
        var asked = Asked.of(exchange, read.side());
        return Turn.ask(calls.get(EconomicCalls.customer(read.root()), Query.NONE), calls.replies(), (reply, customer) ->
            contacts.all(EconomicFilter.equal("customerNumber", read.root()), found -> seen(asked, customer, found)));
    }

    private Turn seen(Asked asked, JsonNode customer, List<JsonNode> found) {
        try {
            return Turn.said(new Answer.Seen(asked.sighting(EconomicReader.customer(customer, found))));
        } catch (Unreadable odd) {
            return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
        }
    }
}
