package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.sheet.Layouts;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paper road: a person uploads what the hub wrote, in an Accounton that has no API. */
@Requirement("IM-02")
class AccountonByPaperTest {

    private static final Values AN = Values.NONE.with(Fields.FIRST_NAMES, "Zoë").with(Fields.LAST_NAME, "Nieuwkomer").with(Fields.EMAIL, "zoe@mail.example").with(Fields.LANGUAGE, "nl")
        .with(Fields.MOBILE, "+32470123456").with(Fields.RESPONSIBLE, "dossier@kantoor.example").with(Fields.PARTNER_RIJKSREGISTERNUMMER, "85073003328")
        .with(Fields.PRIVATE_ADDRESS, "street=Dorpsstraat\nhouseNumber=7\npostalCode=8500\ncity=Kortrijk\ncountry=BE");

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(5); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void excel_only() {
        vendors.control("POST", "/reset", "{}");
        vendors.calm();
        vendors.set("accounton", "channel", "excel-only");
        vendors.set("accounton", "excel-columns", "strict-unknown-column-error");
        vendors.set("accounton", "import-seconds", "0");
    }

    @Test void every_column_is_known_there_and_a_row_is_a_client_to_be_added() {
        var imported = uploaded(AN);

        assertThat(imported.at("/counts/ONLY_IN_IMPORT").asInt()).isEqualTo(1);
        assertThat(imported.at("/counts/INVALID").asInt()).isZero();
    }

    @Test void the_one_row_of_a_couple_is_one_client_there() {
        vendors.make("accounton", "{'firstName': 'Partner', 'lastName': 'Nieuwkomer', 'email': 'p@mail.example', 'language': 'nl', 'nationalNumber': '85073003328'}");

        assertThat(uploaded(AN).at("/counts/DUPLICATE").asInt()).isEqualTo(1);
    }

    @Test void an_account_without_an_address_is_well_and_shows_nobody_and_calls_nobody() {
        try (var adapter = new Adapter(vendors)) {
            var known = StandIns.account("accounton", vendors.base());
            var paper = new Accounts.Account(known.id(), known.office(), known.system(), "", "", "", Map.of(), known.limits(), null, "");
            vendors.forgetRequests();

            var page = (Connector.Page) adapter.ask(paper, "list", new Connector.PageRequest("clients", "", "", 50), Map.of());

            assertThat(page.rows()).isEmpty();
            assertThat(page.position()).isEmpty();
            assertThat(((References) adapter.ask(paper, "references", null, Map.of())).lists()).containsEntry("questionnaires", Map.of());
            assertThat(adapter.ask(paper, "check", null, Map.of()).toString()).contains("Check[what=record, well=true", "Check[what=by-paper, well=true").doesNotContain("well=false");
            assertThat(vendors.requests("accounton")).isEmpty();
        }
    }

    private static JsonNode uploaded(Values... rows) {
        var sheet = StandIns.JSON.createObjectNode();
        var all = sheet.putArray("rows");
        Stream.of(rows).forEach(values -> {
            var row = all.addObject();
            Layouts.ACCOUNTON.columns().forEach(column -> row.put(column.name(), column.text().apply(values)));
        });
        return vendors.control("POST", "/accounton/sheet", sheet.toString());
    }
}
