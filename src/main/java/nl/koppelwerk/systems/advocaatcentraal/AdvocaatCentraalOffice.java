package nl.koppelwerk.systems.advocaatcentraal;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** What an office's AdvocaatCentraal has in its lists, and whether the hub may work there. */
@ApplicationScoped
@Named("advocaatcentraalOffice")
@Unremovable
public class AdvocaatCentraalOffice {

    /** Label to code of each relation type; the settings of a link map them. */
    static final String RELATION_TYPES = "relation-types";

    private final AdvocaatCentraalCalls calls;

    AdvocaatCentraalOffice(AdvocaatCentraalCalls calls) { this.calls = calls; }

    public Turn references(Exchange exchange) {
        var account = Asked.of(exchange, Side.SOURCE).account();
        return Turn.ask(calls.get(account, "/relation-types", Query.NONE), calls.replies(), (reply, wire) -> {
            var types = new TreeMap<String, String>();
            wire.path("items").forEach(type -> types.put(type.path("label").asText(), type.path("code").asText()));
            return Turn.said(new References(Map.of(RELATION_TYPES, types)));
        }).unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    public Turn check(Exchange exchange) {
        var account = Asked.of(exchange, Side.SOURCE).account();
        var types = calls.get(account, "/relation-types", Query.NONE);
        var one = calls.get(account, "/relations", Query.NONE.and("limit", 1));
        return Turn.ask(types, calls.replies(), (reply, lists) ->
            Turn.ask(one, calls.replies(), (page, rows) -> Turn.said(CheckUp.well())).unless(CheckUp.from("rights")))
            .unless(CheckUp.from("credentials"));
    }
}
