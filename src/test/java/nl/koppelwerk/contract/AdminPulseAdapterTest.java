package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AdminPulse read with a key that may do nothing else. */
class AdminPulseAdapterTest {

    private static final String AP = "adminpulse";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(60);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() {
        vendors.calm();
        // What other tests made.
        vendors.control("GET", "/adminpulse/records?limit=1000", null).path("items").findValuesAsText("uniqueIdentifier").stream()
            .filter(id -> id.startsWith("APR9")).distinct().forEach(id -> vendors.control("DELETE", "/adminpulse/records/" + id, null));
        vendors.forgetRequests();
    }

    @Test void a_pass_shows_every_relation_as_a_read_of_it_does() {
        var rows = adapter.all(AP, "relations", 400);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(60).extracting(Sighting::root).doesNotHaveDuplicates().contains("APR00001", "APR00060");
        assertThat(rows).allMatch(Sighting::isWhole);
        assertThat(rows.subList(0, 30)).allSatisfy(row -> {
            var seen = read(row.root());
            assertThat(seen.relation()).isEqualTo(row.relation());
            assertThat(seen.modifiedAt()).isEqualTo(row.modifiedAt());
        });
    }

    @Test void a_pass_costs_the_pages_of_tasks_and_of_relations_and_no_more() {
        int tasks = tasks();
        var small = new Adapter(vendors, Map.of("adminpulse-page", "20"));
        vendors.forgetRequests();

        small.all(AP, "relations", 400);

        assertThat(vendors.received(AP, "GET", "/tasks")).isEqualTo((tasks + 19) / 20);
        assertThat(vendors.received(AP, "GET", "/relations?page=")).isEqualTo(3);
        assertThat(vendors.received(AP, "GET", "/relations/")).isZero();
        small.close();
    }

    @Test void pages_are_no_larger_than_was_asked_for_and_all_of_a_pass_are_of_one_size() {
        var first = adapter.page(AP, "relations", "", "", 15);
        var second = adapter.page(AP, "relations", "", first.position(), 30);

        assertThat(first.rows()).hasSize(15);
        assertThat(second.rows()).hasSize(15).extracting(Sighting::root).first().isEqualTo("APR00016");
        assertThat(adapter.requests(AP).toString()).contains("page=1&pageSize=15");
    }

    @Test void a_pass_that_another_process_goes_on_with_asks_for_the_tasks_again() {
        var first = adapter.page(AP, "relations", "", "", 20);

        try (var other = new Adapter(vendors)) {
            vendors.forgetRequests();
            var second = other.page(AP, "relations", "", first.position(), 20);
            other.page(AP, "relations", "", second.position(), 20);

            assertThat(second.rows()).extracting(row -> text(row, Fields.RELATION_TYPES)).contains("Personenbelasting");
            assertThat(vendors.received(AP, "GET", "/tasks")).isEqualTo(1);
        }
    }

    @Test void a_row_is_as_old_as_what_the_tasks_said() {
        var began = Instant.parse("2026-03-01T10:00:00Z");
        var first = (Connector.Page) adapter.askWith(AP, "list", new Connector.PageRequest("relations", "", "", 20), Map.of("askedAt", began));
        var second = (Connector.Page) adapter.askWith(AP, "list", new Connector.PageRequest("relations", "", first.position(), 20), Map.of("askedAt", began.plusSeconds(60)));

        assertThat(second.rows()).allMatch(row -> row.askedAt().equals(began));
    }

    @Test void tasks_that_are_more_than_a_budget_are_not_read_again_from_the_start() {
        try (var small = new Adapter(vendors, Map.of("adminpulse-page", "20"))) {
            vendors.fault("{'system': 'adminpulse', 'method': 'GET', 'pathContains': '/tasks?page=2', 'times': 1, 'status': 429}");
            var began = Instant.parse("2026-03-01T10:00:00Z");

            assertThat(small.askWith(AP, "list", new Connector.PageRequest("relations", "", "", 20), Map.of("askedAt", began))).isInstanceOf(Answer.Throttled.class);
            var page = (Connector.Page) small.askWith(AP, "list", new Connector.PageRequest("relations", "", "", 20), Map.of("askedAt", began.plusSeconds(60)));

            assertThat(page.rows()).hasSize(20).allMatch(row -> row.askedAt().equals(began));
            assertThat(text(page.rows().get(0), Fields.RELATION_TYPES)).isEqualTo("Personenbelasting");
            assertThat(vendors.received(AP, "GET", "/tasks?page=0")).isEqualTo(1);
        }
    }

    @Test void the_names_of_taskflows_need_not_be_younger_than_the_last_pass() {
        try (var fresh = new Adapter(vendors)) {
            fresh.ask(AP, "references", null);
            fresh.page(AP, "relations", "", "", 400);
            fresh.ask(AP, "references", null);

            assertThat(vendors.received(AP, "GET", "/tasks")).isEqualTo(2);
        }
    }

    @Test void every_pass_reads_all_whatever_was_seen_before() {
        var page = adapter.page(AP, "relations", "2999-01-01T00:00:00Z", "", 400);

        assertThat(page.rows()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(page.newest()).isEmpty();
        assertThat(adapter.requests(AP).toString()).doesNotContain("modifiedSince");
    }

    @Test void a_person_has_the_basic_fields() {
        var id = made("'code': 'K9', 'name': 'Lefèvre', 'firstName': 'Zoë', 'commercialName': 'Café Çelik', 'nationalNumber': '85073003427', 'enterpriseNumber': '0428.759.497',"
            + " 'vatNumber': 'BE0428759497', 'type': 'SOLE_PROPRIETOR', 'email': 'zoe@mail.example', 'phone': '056 24 61 12', 'mobile': '0470 12 34 56', 'language': 'fr',"
            + " 'addresses': [{'street': \"Rue de l’Église\", 'houseNumber': '7bis', 'box': '3', 'postalCode': '4000', 'city': 'Liège', 'country': 'BE'}]");

        var seen = read(id);

        assertThat(seen.root()).isEqualTo(id);
        assertThat(seen.relation().kind()).isEqualTo(Kind.PERSON);
        assertThat(texts(seen, Fields.NUMBER, Fields.LAST_NAME, Fields.FIRST_NAMES, Fields.TRADE_NAME, Fields.RIJKSREGISTERNUMMER, Fields.ONDERNEMINGSNUMMER, Fields.BTW_NUMMER,
            Fields.EMAIL, Fields.PHONE, Fields.MOBILE, Fields.LANGUAGE, Fields.STATUS)).containsExactly("K9", "Lefèvre", "Zoë", "Café Çelik", "85073003427", "0428759497",
            "BE0428759497", "zoe@mail.example", "+3256246112", "+32470123456", "fr", "ACTIVE");
        assertThat(text(seen, Fields.PRIVATE_ADDRESS)).contains("houseNumber=7", "huisnummertoevoeging=bis", "box=3", "city=Liège");
        assertThat(seen.relation().values().get(Fields.NAME).isAbsent()).isTrue();
    }

    @Test void a_company_has_a_name_and_no_person() {
        var seen = read("APR00009");

        assertThat(seen.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(text(seen, Fields.NAME)).isEqualTo(vendors.record(AP, "APR00009").path("name").asText());
        assertThat(text(seen, Fields.ONDERNEMINGSNUMMER)).isEqualTo("0400011766");
        assertThat(text(seen, Fields.VISIT_ADDRESS)).contains("country=BE");
        assertThat(List.of(Fields.LAST_NAME, Fields.RIJKSREGISTERNUMMER, Fields.PARTNER_RIJKSREGISTERNUMMER)).allMatch(field -> seen.relation().values().get(field).isAbsent());
    }

    @Test void a_wrong_number_or_address_is_kept_as_it_was_typed_with_its_reason() {
        var id = made("'name': 'Fout', 'nationalNumber': '85073003329', 'email': 'fout(at)mail.example', 'language': 'vlaams'");

        var values = read(id).relation().values();

        assertThat(values.get(Fields.RIJKSREGISTERNUMMER)).isEqualTo(new Value.Invalid<>("85073003329", ReasonCode.RRN_CHECK));
        assertThat(values.get(Fields.EMAIL)).isEqualTo(new Value.Invalid<>("fout(at)mail.example", ReasonCode.EMAIL_FORMAT));
        assertThat(values.get(Fields.LANGUAGE)).isEqualTo(new Value.Invalid<>("vlaams", ReasonCode.CODE_UNKNOWN));
    }

    @Test void the_invented_clients_come_with_their_flaws() {
        var rows = adapter.all(AP, "relations", 400);

        assertThat(rows).extracting(row -> row.relation().values().get(Fields.RIJKSREGISTERNUMMER).getClass().getSimpleName()).contains("Present", "Empty", "Invalid", "Absent");
        assertThat(rows).extracting(row -> row.relation().values().get(Fields.EMAIL).getClass().getSimpleName()).contains("Present", "Empty", "Invalid");
        assertThat(rows).extracting(row -> text(row, Fields.STATUS)).contains("ACTIVE", "PROSPECT", "OTHER");
    }

    @Test void a_relation_is_of_the_taskflows_of_which_it_has_an_applicable_task() {
        var id = made("'name': 'Taken'");
        task(id, "Personenbelasting", false);
        task(id, "Jaarrekening", true);
        task(id, "Aangifte, deel 2", false);

        var row = adapter.all(AP, "relations", 400).stream().filter(one -> one.root().equals(id)).findFirst().orElseThrow();

        assertThat(text(row, Fields.RELATION_TYPES)).isEqualTo("Aangifte deel 2,Personenbelasting");
        assertThat(text(read(id), Fields.RELATION_TYPES)).isEqualTo("Aangifte deel 2,Personenbelasting");
        assertThat(text(read("APR00003"), Fields.RELATION_TYPES)).isEmpty();
        assertThat(read("APR00003").relation().values().get(Fields.RELATION_TYPES).isEmpty()).isTrue();
    }

    @Test void the_taskflows_of_an_office_can_be_chosen_from() {
        var references = (References) adapter.ask(AP, "references", null);

        assertThat(references.lists().get("taskflows")).containsEntry("Personenbelasting", "Personenbelasting").containsKeys("BTW-aangifte", "Jaarrekening");
    }

    @Test void a_partner_of_the_same_page_costs_no_call() {
        var partner = read("APR00002").relation().values().get(Fields.RIJKSREGISTERNUMMER);
        vendors.forgetRequests();

        var page = adapter.page(AP, "relations", "", "", 20);

        assertThat(page.rows().get(0).relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER)).isEqualTo(partner);
        assertThat(vendors.received(AP, "GET", "/relations/")).isZero();
    }

    @Test void a_partner_of_another_page_is_asked_for_once_and_a_read_asks_for_him_alone() {
        var page = adapter.page(AP, "relations", "", "", 1);
        assertThat(text(page.rows().get(0), Fields.PARTNER_RIJKSREGISTERNUMMER)).isEqualTo(text(read("APR00002"), Fields.RIJKSREGISTERNUMMER)).isNotEmpty();
        vendors.forgetRequests();

        adapter.page(AP, "relations", "", page.position(), 1);
        assertThat(vendors.received(AP, "GET", "/relations/APR00001")).isEqualTo(1);
        vendors.forgetRequests();
        read("APR00001");

        assertThat(vendors.received(AP, "GET", "/relations/")).isEqualTo(2);
        assertThat(vendors.received(AP, "GET", "/tasks")).isEqualTo(1);
    }

    @Test void two_who_share_a_partner_ask_for_him_once() {
        var other = made("'name': 'Elders', 'nationalNumber': '85073003427'");
        var one = made("'name': 'Een', 'tos': [{'linkType': 1, 'uniqueIdentifier': 'APR00003'}, {'linkType': 5, 'uniqueIdentifier': '" + other + "'}]");
        var two = made("'name': 'Twee', 'tos': [{'linkType': 5, 'uniqueIdentifier': '" + other + "'}]");
        int place = count() - 2;
        vendors.forgetRequests();

        // A page that ends with both, of a list without the one they share.
        vendors.control("DELETE", "/adminpulse/records/" + other, null);
        var rows = new ArrayList<>(adapter.all(AP, "relations", 400)).subList(place - 1, place + 1);

        assertThat(rows).extracting(Sighting::root).containsExactly(one, two);
        assertThat(rows).allSatisfy(row -> assertThat(row.relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).isAbsent()).isTrue()).allMatch(Sighting::isWhole);
        assertThat(vendors.received(AP, "GET", "/relations/" + other)).isEqualTo(1);
        assertThat(read(one).relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).isAbsent()).isTrue();
    }

    @ParameterizedTest @ValueSource(strings = {"'status': 503", "'kind': 'reset'", "'kind': 'html'", "'status': 404", "'status': 500", "'status': 403"})
    void a_partner_who_cannot_be_read_does_not_lose_the_relation(String fault) {
        vendors.fault("{'system': 'adminpulse', 'method': 'GET', 'pathContains': '/relations/APR00002', 'times': 1, " + fault + "}");
        var read = read("APR00001");
        vendors.fault("{'system': 'adminpulse', 'method': 'GET', 'pathContains': '/relations/APR00002', 'times': 1, " + fault + "}");
        var row = adapter.page(AP, "relations", "", "", 1).rows().get(0);

        assertThat(read.isWhole()).isTrue();
        assertThat(List.of(read, row)).allSatisfy(seen -> {
            assertThat(seen.root()).isEqualTo("APR00001");
            assertThat(seen.relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).isAbsent()).isTrue();
        });
    }

    @Test void where_partners_have_to_wait_a_row_is_no_observation_and_a_read_comes_back() {
        vendors.fault("{'system': 'adminpulse', 'method': 'GET', 'pathContains': '/relations/APR00002', 'times': 2, 'status': 429}");

        var row = adapter.page(AP, "relations", "", "", 1).rows().get(0);

        assertThat(row.isWhole()).isFalse();
        assertThat(adapter.read(AP, "APR00001", Kind.PERSON)).isInstanceOf(Answer.Throttled.class);
        assertThat(read("APR00001").isWhole()).isTrue();
    }

    @ParameterizedTest @CsvSource({"'status: 503', Unanswered", "'status: 429', Throttled", "'status: 403', Denied", "'status: 404', Unreadable", "'kind: html', Unreadable"})
    void without_its_tasks_neither_a_page_nor_a_relation_is_shown(String fault, String answer) {
        var script = "{'system': 'adminpulse', 'method': 'GET', 'pathContains': '/tasks', 'times': 2, '" + fault.replace(": ", "': ").replaceFirst("(html)", "'$1'") + "}";
        vendors.fault(script);
        assertThat(adapter.ask(AP, "list", new Connector.PageRequest("relations", "", "", 10)).getClass().getSimpleName()).isEqualTo(answer);
        vendors.control("DELETE", "/faults", null);

        vendors.fault(script);

        assertThat(adapter.read(AP, "APR00001", Kind.PERSON).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test void a_record_that_is_nothing_we_know_is_told_and_stops_no_other() {
        var id = made("'name': 'Vreemd', 'type': 'VERENIGING'");

        assertThat(((Answer.Unreadable) adapter.read(AP, id, Kind.PERSON)).reason().toString()).contains("/type");
        assertThat(adapter.all(AP, "relations", 400)).extracting(Sighting::root).contains("APR00001").doesNotContain(id);
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_id_is_never_asked_for() {
        assertThat(adapter.read(AP, "APR99999", Kind.PERSON)).isInstanceOf(Answer.Gone.class);
        vendors.forgetRequests();

        for (var none : List.of("../tasks", "..", "APR00001/x", "", "a b")) assertThat(adapter.read(AP, none, null)).as(none).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.requests(AP)).isEmpty();
    }

    @Test void the_other_id_of_a_relation_is_known_with_it() {
        var uuid = vendors.record(AP, "APR00001").path("id").asText();

        assertThat(read("APR00001").relation().handles()).containsValue(uuid);
    }

    @Test void no_number_of_a_person_stands_in_an_address_or_in_what_is_printed() {
        var seen = read("APR00001");
        var number = text(seen, Fields.RIJKSREGISTERNUMMER);

        assertThat(seen.toString()).doesNotContain(number);
        assertThat(adapter.requests(AP).toString()).doesNotContain(number);
    }

    @Test void nothing_is_written_into_it() {
        var write = new Step.Write(Side.SOURCE, "APR00001", Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.UPDATE,
            Values.NONE.with(Fields.LAST_NAME, "Anders"), Values.NONE, Values.NONE, "", "", 0);

        assertThat(adapter.adminPulse.isReadOnly()).isTrue();
        assertThatThrownBy(() -> adapter.adminPulse.request(write, References.NONE)).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("read only");
    }

    @Test void its_dialect_knows_what_tasks_and_partners_tell() {
        var dialect = adapter.adminPulse.dialect(References.NONE);
        var number = Fields.RIJKSREGISTERNUMMER.type().parse("85073003427");

        assertThat(dialect.knows(Kind.PERSON, PartKind.ROOT, Fields.PARTNER_RIJKSREGISTERNUMMER)).isTrue();
        assertThat(dialect.knows(Kind.ORGANISATION, PartKind.ROOT, Fields.RELATION_TYPES)).isTrue();
        assertThat(dialect.knows(Kind.PERSON, PartKind.CONTACT, Fields.RELATION_TYPES)).isFalse();
        assertThat((Object) dialect.form(Kind.PERSON, PartKind.ROOT, Fields.PARTNER_RIJKSREGISTERNUMMER, number)).isEqualTo(number);
    }

    @Test void the_check_says_what_is_well_and_whether_it_is_the_key_or_a_scope() {
        assertThat(check("adminpulse-demo-key")).contains("Check[what=record, well=true");
        assertThat(check("wrong")).contains("Check[what=reachable, well=true", "Check[what=credentials, well=false");
        assertThat(check("adminpulse-tasks-key")).contains("Check[what=credentials, well=true", "Check[what=rights, well=false").contains("relations.read");
        vendors.fault("{'system': 'adminpulse', 'method': 'GET', 'pathContains': '/tasks', 'status': 403, 'times': 1}");
        assertThat(check("adminpulse-demo-key")).contains("Check[what=credentials, well=true", "Check[what=rights, well=false").contains("tasks.read");
        vendors.fault("{'system': 'adminpulse', 'method': 'GET', 'status': 503, 'times': 1}");
        assertThat(check("adminpulse-demo-key")).contains("Check[what=reachable, well=false");
    }

    @Test void a_closed_budget_is_told() {
        adapter.accounts.closedUntil = Instant.parse("2030-01-01T00:00:00Z");
        try {
            assertThat(adapter.read(AP, "APR00001", Kind.PERSON)).isInstanceOf(Answer.Throttled.class);
        } finally {
            adapter.accounts.closedUntil = null;
        }
    }

    private static int count() { return vendors.control("GET", "/adminpulse/records?limit=10000", null).path("items").size(); }

    private static int tasks() {
        return vendors.call("GET", "/adminpulse/tasks?pageSize=400", Map.of("Authorization", "Bearer adminpulse-demo-key"), null).path("results").size();
    }

    private static String check(String key) {
        var account = StandIns.account(AP, vendors.base());
        return adapter.ask(new Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), "", Map.of("apiKey", key), account.limits(), null, ""),
            "check", null, Map.of()).toString();
    }

    private static void task(String relation, String template, boolean inapplicable) {
        vendors.control("POST", "/adminpulse/tasks", ("{'name': '" + template + " 2026', 'templateName': '" + template + "', 'inapplicable': " + inapplicable
            + ", 'relationUniqueIdentifier': '" + relation + "'}").replace('\'', '"'));
    }

    private static String made(String members) { return vendors.make(AP, "{" + members + "}").path("uniqueIdentifier").asText(); }

    private static List<String> texts(Sighting seen, Field<?>... fields) { return List.of(fields).stream().map(field -> text(seen, field)).toList(); }

    private static String text(Sighting seen, Field<?> field) { return seen.relation().values().get(field).text(); }

    private static Sighting read(String root) { return ((Answer.Seen) adapter.read(AP, root, Kind.PERSON)).sighting(); }
}
