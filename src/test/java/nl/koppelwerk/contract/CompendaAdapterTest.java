package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compenda read with a key that may do nothing else. */
class CompendaAdapterTest {

    private static final String CP = "compenda";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(30);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void a_relation_under_a_hat_is_one_call_and_says_what_its_row_says() {
        var row = adapter.page(CP, "relations", "", "", 200).rows().get(0);
        vendors.forgetRequests();

        var seen = read(row.root());

        assertThat(seen.relation()).isEqualTo(row.relation());
        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.version()).isEqualTo(row.version()).isNotEmpty();
        assertThat(seen.modifiedAt()).isEqualTo(row.modifiedAt()).isNotNull();
        assertThat(adapter.requests(CP)).hasSize(1);
    }

    @Test void every_relation_is_listed_once_under_each_hat_worn_or_not() {
        var known = vendors.control("GET", "/compenda/records?limit=1000", null).path("items");
        var wanted = new ArrayList<String>();
        known.forEach(record -> wanted.addAll(List.of(record.path("id").asText() + "#debtor", record.path("id").asText() + "#creditor")));

        var found = all("relations", 7);

        assertThat(found).allMatch(Sighting::isWhole).extracting(Sighting::root).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(found.get(0).root()).endsWith("#debtor");
        assertThat(found.get(1).root()).isEqualTo(found.get(0).root().replace("#debtor", "#creditor"));
        assertThat(without(found.get(1), Fields.RELATION_TYPES)).isEqualTo(without(found.get(0), Fields.RELATION_TYPES));
    }

    private static Values without(Sighting seen, Field<?> field) { return seen.relation().values().with(field, Value.absent()); }

    @ParameterizedTest
    @CsvSource({"DEBTOR CREDITOR, #debtor #creditor", "CREDITOR DEBTOR PROSPECT, #debtor #creditor", "DEBTOR, #debtor", "PROSPECT CREDITOR, #creditor",
        "PROSPECT, #debtor", "'', #debtor"})
    void a_record_that_a_hint_names_alone_is_led_to_the_hats_that_it_wears(String roles, String hats) {
        var id = made("'kind': 'ORGANISATION', 'name': 'Petten B.V.', 'roles': ['" + roles.replace(" ", "', '") + "']");

        assertThat(adapter.read(CP, id, null)).isEqualTo(new Answer.PartOf(List.of(hats.split(" ")).stream().map(hat -> id + hat).toList()));
    }

    @Test void a_hat_that_was_taken_off_is_still_shown_with_the_roles_that_are_left() {
        var id = made("'kind': 'ORGANISATION', 'name': 'Klant af B.V.', 'roles': ['DEBTOR', 'PROSPECT']");

        vendors.edit(CP, id, "{'roles': ['PROSPECT']}");

        assertThat(read(new Hat(id, "debtor").root()).relation().values().get(Fields.ROLES).text()).isEqualTo("PROSPECT");
        assertThat(all("relations", 200)).extracting(Sighting::root).contains(id + "#debtor", id + "#creditor");
    }

    @Test void a_delta_begins_at_the_watermark_itself() {
        var old = made("'name': 'Oud B.V.'");
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 3600}");
        var young = made("'name': 'Jong B.V.'");
        var mark = read(young + "#debtor").modifiedAt().toString();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");

        var page = adapter.page(CP, "relations", mark, "", 200);

        assertThat(page.rows()).extracting(Sighting::root).contains(young + "#debtor", young + "#creditor").doesNotContain(old + "#debtor");
        assertThat(page.newest()).isGreaterThanOrEqualTo(mark);
    }

    @Test @Requirement({"SN-04", "SN-10"}) void a_change_of_a_contact_moves_its_relation_and_the_name_that_crosses() {
        var id = made("'name': 'Contact B.V.', 'roles': ['DEBTOR'], 'contacts': [{'firstName': 'Sanne', 'prefix': 'van der', 'lastName': 'Berg', 'isPrimary': true}]");
        var before = read(id + "#debtor");
        var contact = vendors.record(CP, id).at("/contacts/0/id").asText();

        vendors.control("PATCH", "/compenda/records/" + id + "/contacts/" + contact, "{\"lastName\": \"Çelik\"}");

        var after = read(id + "#debtor");
        assertThat(before.relation().values().get(Fields.CONTACT_PERSON).text()).isEqualTo("Sanne van der Berg");
        assertThat(after.relation().values().get(Fields.CONTACT_PERSON).text()).isEqualTo("Sanne van der Çelik");
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    @Test void archived_relations_come_with_their_mark() {
        var id = made("'name': 'Archief B.V.'");

        vendors.edit(CP, id, "{'archived': true}");

        assertThat(read(id + "#creditor").relation().marks()).containsExactly(Mark.ARCHIVED);
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_id_is_never_asked_for() {
        assertThat(List.of(adapter.read(CP, "CMP-0#debtor", Kind.ORGANISATION), adapter.read(CP, "CMP-0", null))).allMatch(Answer.Gone.class::isInstance);
        vendors.forgetRequests();

        for (var none : List.of("../projects", "..", "../projects#debtor", "#debtor", "CMP-20001#projectleider", "CMP-20001#", "CMP-1#x#debtor"))
            assertThat(adapter.read(CP, none, null)).as(none).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.requests(CP)).isEmpty();
    }

    @Test @Requirement("SN-20") void a_project_is_a_cost_centre_with_a_number_and_a_name() {
        project(4711, "Vestiging Noord");

        var seen = read("project-4711");

        assertThat(seen.root()).isEqualTo("project-4711");
        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.relation().kind()).isEqualTo(Kind.COST_CENTRE);
        assertThat(seen.relation().values()).isEqualTo(Values.NONE.with(Fields.NUMBER, "4711").with(Fields.NAME, "Vestiging Noord"));
    }

    @Test void a_project_is_found_on_whatever_page_it_stands() {
        for (int number = 9001; number < 9012; number++) project(number, "Project " + number);

        try (var small = new Adapter(vendors, Map.of("compenda-page", "3"))) {
            var pages = (all("projects", 200).size() + 2) / 3;
            vendors.forgetRequests();

            assertThat(small.read(CP, "project-9011", Kind.COST_CENTRE)).isInstanceOf(Answer.Seen.class);
            assertThat(small.read(CP, "project-0", Kind.COST_CENTRE)).isInstanceOf(Answer.Gone.class);

            assertThat(small.requests(CP)).hasSize(2 * pages);
        }
    }

    @Test void projects_are_listed_as_they_are_read() {
        project(4712, "'s-Gravenhage");

        var rows = all("projects", 2);

        assertThat(rows).extracting(Sighting::root).doesNotHaveDuplicates().contains("project-4712");
        assertThat(rows).allSatisfy(row -> assertThat(row.relation()).isEqualTo(read(row.root()).relation()));
    }

    @ParameterizedTest @ValueSource(strings = {"'status': 404", "'status': 503", "'kind': 'html'"})
    void no_project_is_gone_because_the_list_did_not_come(String fault) {
        project(4713, "Storing");
        vendors.fault("{'system': 'compenda', 'method': 'GET', 'pathContains': '/projects', 'times': 1, " + fault + "}");

        assertThat(adapter.read(CP, "project-4713", Kind.COST_CENTRE)).isInstanceOfAny(Answer.Unreadable.class, Answer.Unanswered.class);
    }

    @Test @Requirement("SN-02") void nothing_is_written_into_it() {
        var write = new Step.Write(Side.SOURCE, "CMP-20001#debtor", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.UPDATE,
            Values.NONE.with(Fields.NAME, "Anders"), Values.NONE, Values.NONE, "1", "", 0);

        assertThat(adapter.compenda.isReadOnly()).isTrue();
        assertThatThrownBy(() -> adapter.compenda.request(write, References.NONE)).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("read only");
    }

    @Test @Requirement("SN-43") void the_check_says_what_is_well_and_what_is_worth_saying() {
        assertThat(check("compenda-read-key")).contains("Check[what=record, well=true", "Check[what=webhook-signature, well=false");
        assertThat(check("wrong")).contains("Check[what=reachable, well=true", "Check[what=credentials, well=false");
        assertThat(check("compenda-other-key")).contains("Check[what=credentials, well=false");
        vendors.fault("{'system': 'compenda', 'method': 'GET', 'pathContains': '/projects', 'status': 403, 'times': 1}");
        assertThat(check("compenda-read-key")).contains("Check[what=credentials, well=true", "Check[what=rights, well=false");
    }

    @Test void registering_twice_leaves_the_newer_address_with_our_secret() {
        var secret = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=";
        var account = with(Map.of("apiKey", "compenda-demo-key", "webhookSecret", secret));

        adapter.ask(account, "register", "http://127.0.0.1:1/webhooks/compenda/L1/old", Map.of());
        var answer = adapter.ask(account, "register", "http://127.0.0.1:1/webhooks/compenda/L1/new", Map.of());

        var state = vendors.control("GET", "/compenda/webhooks", null);
        assertThat(answer).isEqualTo("http://127.0.0.1:1/webhooks/compenda/L1/new").isEqualTo(state.path("url").asText());
        assertThat(state.path("secret").asText()).isEqualTo(secret);
        vendors.control("DELETE", "/compenda/webhooks", null);
    }

    private static String check(String key) { return adapter.ask(with(Map.of("apiKey", key)), "check", null, Map.of()).toString(); }

    private static Accounts.Account with(Map<String, String> credentials) {
        var account = StandIns.account(CP, vendors.base());
        return new Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), "", credentials, account.limits(), null, "");
    }

    private static Sighting read(String root) { return ((Answer.Seen) adapter.read(CP, root, Kind.ORGANISATION)).sighting(); }

    private static List<Sighting> all(String listing, int limit) { return adapter.all(CP, listing, limit); }

    private static String made(String members) { return vendors.make(CP, "{" + members + "}").path("id").asText(); }

    private static void project(int number, String description) {
        vendors.control("PUT", "/compenda/projects", "{\"number\": " + number + ", \"description\": \"" + description + "\"}");
    }
}
