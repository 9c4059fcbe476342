package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** Which questionnaires an office's Accounton has, and whether the hub may work there. */
@ApplicationScoped
@Named("accountonOffice")
@Unremovable
public class AccountonOffice {

    private final AccountonCalls calls;

    AccountonOffice(AccountonCalls calls) { this.calls = calls; }

    public Turn references(Exchange exchange) {
        return AccountonCalls.isByPaper(exchange) ? listed(Map.of(), Map.of()) : page("", new TreeMap<>(), new TreeMap<>());
    }

    private static Turn listed(Map<String, String> ids, Map<String, String> languages) {
        return Turn.said(new References(Map.of(AccountonDialect.QUESTIONNAIRES, ids, AccountonDialect.LANGUAGES, languages)));
    }

    private Turn page(String cursor, Map<String, String> ids, Map<String, String> languages) {
        var call = calls.get(AccountonCalls.QUESTIONNAIRES, Query.NONE.andIf(!cursor.isEmpty(), "cursor", cursor));
        return Turn.ask(call, calls.replies(), (reply, wire) -> {
            if (!wire.path("items").isArray()) return Turn.said(calls.replies().unreadable());
            wire.path("items").forEach(one -> add(one, ids, languages));
            var next = wire.path("nextCursor").isNull() ? "" : wire.path("nextCursor").asText("");
            // A list that leads to where it is already would never end.
            return next.isEmpty() || next.equals(cursor) ? listed(ids, languages) : page(next, ids, languages);
        }).unless(answer -> Turn.said(calls.ofList(answer)));
    }

    /** Two of one name are told apart by their ids. */
    private static void add(JsonNode one, Map<String, String> ids, Map<String, String> languages) {
        var id = one.path("id").asText("");
        if (id.isEmpty()) return;
        var name = one.path("name").asText(id).strip();
        ids.putIfAbsent(ids.containsKey(name) ? name + " (" + id + ")" : name, id);
        languages.put(id, one.path("language").asText("").toLowerCase(java.util.Locale.ROOT));
    }

    /** A key may be good and its owner no administrator: then even the list is refused. Without a questionnaire nobody can be added. */
    public Turn check(Exchange exchange) {
        if (AccountonCalls.isByPaper(exchange)) return Turn.said(CheckUp.well(new Connector.Check("by-paper", true, Phrase.WORKS_BY_PAPER.said().kept())));
        return Turn.ask(calls.get(AccountonCalls.CLIENTS, Query.NONE.and("limit", 1)), calls.replies(), (reply, rows) ->
                Turn.ask(calls.get(AccountonCalls.QUESTIONNAIRES, Query.NONE), calls.replies(), (page, found) ->
                    Turn.said(CheckUp.well(questionnaires(found.path("items").size())))).unless(CheckUp.from("rights")))
            .unless(answer -> CheckUp.from("credentials").apply(calls.ofList(answer)));
    }

    private static Connector.Check questionnaires(int count) {
        return new Connector.Check("questionnaires", count > 0, count > 0 ? "" : Phrase.NO_QUESTIONNAIRES.said().kept());
    }
}
