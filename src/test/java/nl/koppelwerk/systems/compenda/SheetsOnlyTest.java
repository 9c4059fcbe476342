package nl.koppelwerk.systems.compenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** An office whose Compenda has no API: nobody is called. */
class SheetsOnlyTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Sighting BROUGHT = new Sighting(Side.SOURCE, "CMP-1#debtor", new Relation(Kind.ORGANISATION, Values.NONE.with(Fields.NAME, "Çelik B.V."), List.of()),
        "", null, ASKED.minusSeconds(60));

    private final Map<String, Object> beans = CompendaBeans.of(Map.of());
    private final CompendaReading reading = (CompendaReading) beans.get("compendaReading");
    private final CompendaOffice office = (CompendaOffice) beans.get("compendaOffice");

    @Test void a_relation_is_what_the_last_sheet_said_of_it() {
        var turn = reading.read(new Step.Read(Side.SOURCE, "CMP-1#debtor", Kind.ORGANISATION, false), asked(BROUGHT));

        assertThat(turn).isEqualTo(Turn.said(new Answer.Seen(BROUGHT.asOf(ASKED))));
    }

    @Test void what_no_sheet_brought_is_not_there() {
        assertThat(reading.read(new Step.Read(Side.SOURCE, "CMP-2#debtor", Kind.ORGANISATION, false), asked(BROUGHT))).isEqualTo(Turn.said(new Answer.Gone()));
        assertThat(reading.read(new Step.Read(Side.SOURCE, "CMP-2", null, false), asked(null))).isEqualTo(Turn.said(new Answer.Gone()));
    }

    @Test void its_listings_are_empty() {
        for (var listing : List.of("relations", "projects"))
            assertThat(reading.list(new Connector.PageRequest(listing, "", "", 200), asked(null))).isEqualTo(Turn.said(new Connector.Page(List.of(), "", "", 0)));
    }

    @Test void the_test_of_the_link_says_so() {
        var said = (Turn.Said) office.check(asked(null));

        assertThat((List<?>) said.answer()).hasSize(5).last().isEqualTo(new Connector.Check("api", false, Phrase.SHEETS_ONLY.said().kept()));
        assertThat(office.register("http://127.0.0.1:8080/webhooks", asked(null))).isEqualTo(Turn.said("http://127.0.0.1:8080/webhooks"));
    }

    private static Exchange asked(Sighting known) {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("account", new Accounts.Account("compenda", "demo", "compenda", "demo", "http://127.0.0.1:1", "", Map.of(), new Accounts.Limits(0, 0, 0), null, ""));
        exchange.setVariable("askedAt", ASKED);
        exchange.setVariable("known", known);
        return exchange;
    }
}
