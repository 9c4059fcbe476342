package nl.koppelwerk.systems.excel;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Connector;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** A source that nobody is called for. */
@Requirement("IM-02")
class ExcelReadingTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Sighting BROUGHT = new Sighting(Side.SOURCE, "C-7", new Relation(Kind.PERSON, Values.NONE.with(LAST_NAME, "Çelik"), List.of()), "", ASKED.minusSeconds(90),
        ASKED.minusSeconds(60));

    private final ExcelReading reading = new ExcelReading();
    private final Connector excel = ExcelBeans.connector();

    /** Asked for now it would seem newer than a sheet that is being read at this moment. */
    @Test void a_client_is_what_the_newest_sheet_said_when_it_said_it() {
        assertThat(reading.read(read("C-7"), asked(BROUGHT))).isEqualTo(new Answer.Seen(BROUGHT));
    }

    @Test void whom_no_sheet_brought_is_not_there() {
        assertThat(reading.read(read("C-8"), asked(BROUGHT))).isEqualTo(new Answer.Gone());
        assertThat(reading.read(read("C-7"), asked(null))).isEqualTo(new Answer.Gone());
    }

    @Test void nothing_is_listed_and_the_test_of_the_link_is_well() {
        assertThat(excel.listings()).isEmpty();
        assertThat(reading.list()).isEqualTo(new Connector.Page(List.of(), "", "", 0));
        assertThat(reading.check()).hasSize(5).allMatch(Connector.Check::well);
    }

    @Test void it_asks_for_no_address_and_is_never_written() {
        assertThat(excel.isCalled()).isFalse();
        assertThat(excel.credentials()).isEmpty();
        assertThat(excel.isReadOnly()).isTrue();
        assertThatThrownBy(() -> excel.request(null, References.NONE)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test void it_knows_what_a_sheet_of_clients_holds_as_it_was_typed() {
        var dialect = excel.dialect(References.NONE);

        assertThat(List.of(RIJKSREGISTERNUMMER, PRIVATE_ADDRESS, RELATION_TYPES, BIRTH_DATE, ONDERNEMINGSNUMMER, NUMBER)).allMatch(field -> dialect.knows(Kind.PERSON, PartKind.ROOT, field));
        assertThat(dialect.knows(Kind.PERSON, PartKind.ROOT, KVK_NUMMER)).isFalse();
        assertThat(dialect.form(Kind.PERSON, PartKind.ROOT, LAST_NAME, LAST_NAME.type().parse("Çelik")).text()).isEqualTo("Çelik");
        assertThat(dialect.form(Kind.PERSON, PartKind.ROOT, KVK_NUMMER, KVK_NUMMER.type().parse("01234567"))).isEqualTo(Value.absent());
        assertThat(dialect.groups(Kind.PERSON, PartKind.ROOT)).allMatch(group -> group.size() == 1).hasSize(14);
    }

    private static Step.Read read(String root) { return new Step.Read(Side.SOURCE, root, Kind.PERSON, false); }

    private static Exchange asked(Sighting known) {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("askedAt", ASKED);
        exchange.setVariable("known", known);
        return exchange;
    }
}
