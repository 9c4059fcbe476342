package nl.koppelwerk.contract;

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
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The roads of sheets: they answer by what is known, and forget the caller. */
@Requirement("IM-02")
class ExcelAdapterTest {

    private static final Accounts.Account NOBODY = new Accounts.Account("excel", "demo", "excel", "", "", "", Map.of(), new Accounts.Limits(0, 0, 0), null, "");
    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(1);
        adapter = new Adapter(vendors);
        adapter.accounts.add(NOBODY);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @Test void a_client_is_read_as_it_was_brought() {
        var brought = new Sighting(Side.SOURCE, "C-7", new Relation(Kind.PERSON, Values.NONE.with(Fields.LAST_NAME, "Çelik"), List.of()), "", Instant.EPOCH, Instant.EPOCH);
        var read = new Step.Read(Side.SOURCE, "C-7", Kind.PERSON, false);

        var seen = (Answer.Seen) adapter.askWith("excel", "read", read, Map.of("known", brought, "askedAt", Instant.EPOCH.plusSeconds(9)));

        assertThat(seen.sighting()).isEqualTo(brought);
        assertThat(adapter.ask("excel", "read", read)).isEqualTo(new Answer.Gone());
    }

    @Test void a_page_is_empty_and_a_test_is_well() {
        assertThat(adapter.page("excel", "file", "", "", 9).rows()).isEmpty();
        assertThat((List<?>) adapter.ask(NOBODY, "check", "", Map.of("Authorization", "of another vendor"))).isNotEmpty().allMatch(check -> ((Connector.Check) check).well());
    }
}
