package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Stamps;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * One page of customers with their contact persons, by number and never by counting pages, so that nobody who is made or deleted on
 * the way shifts it; or one of contact persons alone, whose changes do not move their customer's stamp.
 */
@ApplicationScoped
@Named("economicListing")
@Unremovable
public class EconomicListing {

    private static final String NUMBER = "customerNumber";
    private static final String CHANGED = "lastUpdated";

    private final EconomicCalls calls;
    private final EconomicContacts contacts;
    private final EconomicChoices choices;

    EconomicListing(EconomicCalls calls, EconomicContacts contacts, EconomicChoices choices) {
        this.calls = calls;
        this.contacts = contacts;
        this.choices = choices;
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        return page.listing().equals(EconomicConnector.CONTACTS) ? contacts(page, asked) : customers(page, asked);
    }

    private Turn contacts(Connector.PageRequest page, Asked asked) {
        return contacts.page(changed(page), page.position(), (rows, next) ->
            Turn.said(new Connector.Page(EconomicReader.sightings(rows, asked, EconomicReader::ofContact), next, newest(rows), null)));
    }

    private Turn customers(Connector.PageRequest page, Asked asked) {
        int size = Math.min(page.limit(), choices.page());
        var later = page.position().isEmpty() ? EconomicFilter.NONE : EconomicFilter.above(NUMBER, page.position());
        var query = EconomicCalls.where(Query.NONE.and("pagesize", size).and("sort", NUMBER), later.and(changed(page)));
        return Turn.ask(calls.get("/customers", query), calls.replies(), (reply, wire) -> heard(page, asked, size, wire))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    /** e-conomic's stamps have whole seconds, so what changed within the last one is asked for again. */
    private static EconomicFilter changed(Connector.PageRequest page) {
        return page.since().isEmpty() ? EconomicFilter.NONE : EconomicFilter.from(CHANGED, page.since().replaceFirst("\\.\\d+", ""));
    }

    private Turn heard(Connector.PageRequest page, Asked asked, int size, ObjectNode wire) {
        var rows = StreamSupport.stream(wire.path("collection").spliterator(), false).toList();
        var results = wire.path("pagination").path("results");
        boolean isEnd = results.isNumber() ? rows.size() >= results.asInt() : rows.size() < size;
        if (!wire.path("collection").isArray() || !goesForward(page, rows)) return Turn.said(calls.replies().unreadable());
        // More were promised than came: a cut page is no answer.
        if (rows.isEmpty() && !isEnd) return Turn.said(calls.replies().unanswered());
        var position = isEnd ? "" : String.valueOf(numbers(rows).max().orElseThrow());
        var total = page.position().isEmpty() && results.isNumber() ? results.asInt() : null;
        return whole(rows, asked, new Connector.Page(List.of(), position, newest(rows), total));
    }

    /** A condition that was not heard would give the same page again and again. */
    private static boolean goesForward(Connector.PageRequest page, List<JsonNode> rows) {
        return page.position().isEmpty() || numbers(rows).allMatch(number -> number > Long.parseLong(page.position()));
    }

    private static java.util.stream.LongStream numbers(List<JsonNode> rows) { return rows.stream().mapToLong(row -> row.path(NUMBER).asLong()); }

    /** The contact persons of all customers of a page at once. */
    private Turn whole(List<JsonNode> rows, Asked asked, Connector.Page page) {
        if (rows.isEmpty()) return Turn.said(page);
        var numbers = rows.stream().map(row -> row.path(NUMBER).asText()).toList();
        return contacts.all(EconomicFilter.oneOf(NUMBER, numbers), found -> {
            var byOwner = found.stream().collect(Collectors.groupingBy(EconomicReader::owner));
            var sightings = EconomicReader.sightings(rows, asked,
                row -> EconomicReader.customer(row, byOwner.getOrDefault(row.path(NUMBER).asText(), List.of())));
            return Turn.said(new Connector.Page(sightings, page.position(), page.newest(), page.total()));
        });
    }

    private static String newest(List<JsonNode> rows) { return Stamps.newest(rows.stream().map(row -> row.path(CHANGED).asText(""))); }
}
