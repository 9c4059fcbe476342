package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Stamps;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** One page of one entity set; where the server cannot filter by change, everything is read and compared. */
@ApplicationScoped
@Named("tribeListing")
@Unremovable
public class TribeListing {

    private final TribeCalls calls;
    private final TribeChoices choices;
    private final TribeWholeRows whole;

    TribeListing(TribeCalls calls, TribeChoices choices, TribeWholeRows whole) {
        this.calls = calls;
        this.choices = choices;
        this.whole = whole;
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        return list(page, Asked.of(exchange, Side.TARGET), TribePlace.of(page.position(), page.since()));
    }

    private Turn list(Connector.PageRequest page, Asked asked, TribePlace place) {
        return Turn.ask(call(page, place), calls.replies(), (reply, wire) -> wire.path("value").isArray()
                ? heard(page, asked, place, wire) : Turn.said(calls.replies().unreadable()))
            .unless(answer -> answer instanceof Answer.Refused && place.way() == TribePlace.Way.DELTA
                ? list(page, asked, TribePlace.start()) : Turn.said(calls.replies().ofList(answer)));
    }

    private Call call(Connector.PageRequest page, TribePlace place) {
        if (place.way() == TribePlace.Way.LINK) return calls.follow(place.link());
        var query = Query.NONE.and("$expand", TribeRowReader.expand(page.listing(), choices))
            .and("$top", Math.min(page.limit(), choices.page())).and("$count", true);
        return calls.get(TribeRowReader.set(page.listing()), place.onto(query));
    }

    private Turn heard(Connector.PageRequest page, Asked asked, TribePlace place, ObjectNode wire) {
        var rows = StreamSupport.stream(wire.path("value").spliterator(), false).map(WireCase::vendors).toList();
        // Rows that are older than asked for: the condition was not heard.
        boolean deaf = place.way() == TribePlace.Way.DELTA && rows.stream().anyMatch(row -> Stamps.isBefore(stamp(row), place.stamp()));
        if (deaf) return list(page, asked, TribePlace.start());
        return next(wire, asked.account(), place, rows).<Turn>map(position -> whole(page, asked, rows, page(page, asked, wire, rows, position)))
            .orElseGet(() -> Turn.said(calls.replies().unreadable()));
    }

    /** A server that does not understand what the rest of a page is asked by leaves it as it is. */
    private Turn whole(Connector.PageRequest asked, Asked of, List<JsonNode> rows, Connector.Page page) {
        return TribeWholeRows.isWhole(asked.listing()) && !rows.isEmpty() ? whole.of(asked.listing(), rows, of, page) : Turn.said(page);
    }

    private Connector.Page page(Connector.PageRequest page, Asked asked, JsonNode wire, List<JsonNode> rows, String position) {
        var count = wire.path("@odata.count");
        boolean first = page.position().isEmpty();
        return new Connector.Page(TribeRowReader.sightings(page.listing(), rows, asked), position,
            Stamps.newest(rows.stream().map(TribeListing::stamp)), first && count.isNumber() ? count.asInt() : null);
    }

    /** Empty text at the end; nothing where the vendor sends us to another place. */
    private Optional<String> next(JsonNode wire, Accounts.Account account, TribePlace place, List<JsonNode> rows) {
        var link = wire.path("@odata.nextLink").asText("");
        if (!link.isEmpty()) return sameOrigin(link, account).map(TribePlace::ofLink);
        var count = wire.path("@odata.count");
        boolean end = rows.isEmpty() || count.isNumber() && rows.stream().map(row -> row.path("ID").asText()).distinct().count() >= count.asInt()
            || place.way() == TribePlace.Way.LINK;
        return Optional.of(end ? "" : place.after(rows));
    }

    /** Path and query below the base address; an address elsewhere would get our token. */
    private static Optional<String> sameOrigin(String link, Accounts.Account account) {
        try {
            var base = new URI(account.baseUrl());
            var next = base.resolve("/").resolve(new URI(link));
            var root = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
            boolean same = base.getScheme().equals(next.getScheme()) && base.getRawAuthority().equals(next.getRawAuthority())
                && next.normalize().getRawPath().startsWith(root + TribeCalls.ODATA);
            return same ? Optional.of(next.getRawPath().substring(root.length()) + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery())) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String stamp(JsonNode row) { return row.path("LastMutationDate").asText(""); }
}
