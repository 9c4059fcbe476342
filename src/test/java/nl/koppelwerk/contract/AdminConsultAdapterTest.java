package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.sandbox.BelgianPeople;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Admin-IS | Consult read by its routes. */
class AdminConsultAdapterTest {

    private static final String AC = "admin-consult";
    private static final BelgianPeople PEOPLE = new BelgianPeople(1);

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
        vendors.control("POST", "/reset", "{}");
        adapter.accounts.forgetTokens();
        vendors.calm();
    }

    @Test void a_person_is_read_with_addresses_partner_and_taskflows() {
        var one = PEOPLE.person(1);

        var values = read("9001").relation().values();

        assertThat(read("9001").relation().kind()).isEqualTo(Kind.PERSON);
        assertThat(text(values, Fields.LAST_NAME)).isEqualTo(one.lastName());
        assertThat(text(values, Fields.FIRST_NAMES)).isEqualTo(one.firstName());
        assertThat(text(values, Fields.RIJKSREGISTERNUMMER)).isEqualTo(one.nationalNumber());
        assertThat(text(values, Fields.PARTNER_RIJKSREGISTERNUMMER)).isEqualTo(PEOPLE.person(2).nationalNumber());
        assertThat(text(values, Fields.BIRTH_DATE)).isEqualTo(one.birthDate().toString());
        assertThat(text(values, Fields.GENDER)).isEqualTo(one.isMale() ? "MALE" : "FEMALE");
        assertThat(text(values, Fields.LANGUAGE)).isEqualTo(one.language());
        assertThat(text(values, Fields.MOBILE)).isEqualTo(one.mobile());
        assertThat(text(values, Fields.NUMBER)).isEqualTo("P0001");
        assertThat(text(values, Fields.STATUS)).isEqualTo("ACTIVE");
        assertThat(text(values, Fields.RELATION_TYPES)).isEqualTo("Personenbelasting");
        assertThat(text(values, Fields.PRIVATE_ADDRESS)).contains("street=" + one.home().street(), "city=" + one.home().city(), "country=BE").isEqualTo(text(values, Fields.POSTAL_ADDRESS));
    }

    @Test void a_company_has_its_numbers_and_no_person_s_number() {
        var company = PEOPLE.person(9);

        var seen = read("9009");

        assertThat(seen.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(text(seen, Fields.NAME)).isEqualTo(company.lastName());
        assertThat(text(seen, Fields.BTW_NUMMER)).isEqualTo("BE" + company.enterpriseNumber());
        assertThat(text(seen, Fields.ONDERNEMINGSNUMMER)).isEqualTo(company.enterpriseNumber());
        assertThat(text(seen, Fields.RELATION_TYPES)).isEqualTo("Btw");
        assertThat(text(seen, Fields.VISIT_ADDRESS)).contains("street=" + company.home().street());
        assertThat(seen.relation().values().get(Fields.RIJKSREGISTERNUMMER).isAbsent()).isTrue();
    }

    @Test void every_customer_is_listed_once_and_says_what_a_read_says() {
        var rows = adapter.all(AC, "customers", 7);

        assertThat(rows).hasSize(60).extracting(Sighting::root).doesNotHaveDuplicates();
        assertThat(rows).filteredOn(Sighting::isWhole).hasSizeGreaterThan(50)
            .allSatisfy(row -> assertThat(row.relation()).as(row.root()).isEqualTo(read(row.root()).relation()));
        assertThat(read("9017").relation().values().get(Fields.STATUS).text()).isEqualTo("INACTIVE");
        assertThat(read("9017").relation().marks()).isEmpty();
    }

    @Test void a_page_costs_calls_and_not_a_call_for_each_customer() {
        adapter.page(AC, "customers", "", "", 60);
        vendors.forgetRequests();

        var page = adapter.page(AC, "customers", "", "", 60);

        assertThat(page.rows()).hasSize(60);
        assertThat(page.position()).isEmpty();
        // Settings, customers, addresses, both ends of links; the taskflows and the data of two.
        assertThat(adapter.requests(AC)).hasSize(8);
    }

    @Test void a_row_that_tells_no_number_leaves_it_open_and_a_read_says_that_there_is_none() {
        vendors.control("PATCH", "/admin-consult/records/9001", "{\"NationalNr\": \"\"}");

        var row = adapter.all(AC, "customers", 200).stream().filter(one -> one.root().equals("9001")).findFirst().orElseThrow();

        assertThat(row.relation().values().get(Fields.RIJKSREGISTERNUMMER).isAbsent()).isTrue();
        assertThat(row.isWhole()).isFalse();
        assertThat(read("9001").relation().values().get(Fields.RIJKSREGISTERNUMMER).isEmpty()).isTrue();
        assertThat(read("9001").isWhole()).isTrue();
    }

    @Test void what_is_wrong_is_kept_with_its_reason() {
        assertThat(read("9013").relation().values().get(Fields.RIJKSREGISTERNUMMER)).isInstanceOfSatisfying(Value.Invalid.class,
            odd -> assertThat(odd.reason()).isEqualTo(ReasonCode.RRN_CHECK));
        assertThat(read("9023").relation().values().get(Fields.EMAIL)).isInstanceOfSatisfying(Value.Invalid.class, odd -> assertThat(odd.text()).contains(" at "));
        assertThat(read("9011").relation().values().get(Fields.EMAIL).isEmpty()).isTrue();
    }

    @Test void of_two_partners_neither_number_is_taken() {
        vendors.make(AC, "{'Name': 'Eerst', 'partner': 9003, 'NationalNr': '85073003427'}");
        vendors.make(AC, "{'Name': 'Later', 'partner': 9003, 'NationalNr': '93051822361'}");
        vendors.make(AC, "{'Name': 'Nog', 'partner': 9003}");

        assertThat(read("9003").relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER)).isInstanceOf(Value.Invalid.class);
    }

    @Test void after_a_full_pass_only_what_changed_is_read() {
        var mark = adapter.page(AC, "customers", "", "", 200).newest();
        vendors.edit(AC, "9004", "{'Email': 'nieuw@mail.example'}");
        vendors.edit(AC, "9006", "{'addresses': [{'StreetName': 'Nieuwstraat', 'HouseNr': '1', 'ZipCode': '1000', 'City': 'Brussel', 'CountryCode': 'BE', 'RegisteredOffice': true}]}");

        var page = adapter.page(AC, "customers", mark, "", 200);

        assertThat(mark).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(page.rows()).extracting(Sighting::root).containsExactly("9004", "9006");
        assertThat(page.rows()).allSatisfy(row -> assertThat(row.relation()).isEqualTo(read(row.root()).relation()));
        assertThat(page.newest()).isGreaterThan(mark);
        assertThat(adapter.page(AC, "customers", "2999-01-01 00:00:00", "", 200).rows()).isEmpty();
    }

    @Test void who_was_removed_is_told_as_one_to_look_at_and_is_gone() {
        var mark = adapter.page(AC, "customers", "", "", 200).newest();
        vendors.control("DELETE", "/admin-consult/records/9008", null);

        var rows = adapter.page(AC, "customers", mark, "", 200).rows();

        assertThat(rows).singleElement().satisfies(row -> assertThat(row.root() + row.isWhole()).isEqualTo("9008false"));
        assertThat(adapter.read(AC, "9008", Kind.PERSON)).isInstanceOf(Answer.Gone.class);
    }

    @ParameterizedTest @ValueSource(strings = {"by-LogId", "shuffled"}) void a_log_of_more_than_a_thousand_rows_is_read_in_windows(String order) {
        vendors.set(AC, "log-order", order);
        var mark = adapter.page(AC, "customers", "", "", 200).newest();
        IntStream.range(0, 60).forEach(i -> vendors.edit(AC, String.valueOf(9_001 + i), "{'addresses': [" + "{'City': 'Gent'},".repeat(21) + "{'City': 'Diest'}]}"));
        vendors.forgetRequests();

        var found = pages(mark, 200);

        assertThat(found.stream().distinct()).hasSize(60);
        assertThat(vendors.received(AC, "GET", "customer/changes")).isBetween(2, 40);
    }

    @Test void more_customers_than_a_page_holds_are_several_pages() {
        var mark = adapter.page(AC, "customers", "", "", 200).newest();
        IntStream.range(0, 40).forEach(i -> vendors.edit(AC, String.valueOf(9_001 + i), "{'Phone': ''}"));

        assertThat(pages(mark, 9).stream().distinct()).hasSize(40);
    }

    private static List<String> pages(String mark, int limit) {
        var found = new java.util.ArrayList<String>();
        var position = "";
        do {
            var page = adapter.page(AC, "customers", mark, position, limit);
            assertThat(page.rows().size()).isLessThanOrEqualTo(limit);
            page.rows().forEach(row -> found.add(row.root()));
            position = page.position();
        } while (!position.isEmpty());
        return found;
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_number_is_never_asked_for() {
        assertThat(adapter.read(AC, "1", Kind.PERSON)).isInstanceOf(Answer.Gone.class);
        vendors.forgetRequests();

        for (var none : List.of("../apisettings", "", "9001/private", "0", "-1", "9001 or 1")) assertThat(adapter.read(AC, none, null)).as(none).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.requests(AC)).isEmpty();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"'status': 404|Unreadable", "'status': 403|Denied", "'status': 503|Unanswered", "'kind': 'html'|Unreadable",
        "'kind': 'reset'|Unanswered", "'kind': 'redirect'|Unreadable", "'kind': 'cut-body'|Unanswered", "'status': 400|Refused", "'status': 429|Throttled"})
    void an_answer_that_did_not_come_is_told_as_what_it_is_and_asked_for_once(String fault, String answer) {
        read("9001");
        vendors.forgetRequests();
        vendors.fault("{'system': 'admin-consult', 'method': 'GET', 'pathContains': '/customers/9001', 'times': 1, " + fault + "}");

        assertThat(adapter.read(AC, "9001", Kind.PERSON).getClass().getSimpleName()).isEqualTo(answer);
        assertThat(vendors.received(AC, "GET", "/customers/9001")).isEqualTo(1);
    }

    @ParameterizedTest @ValueSource(strings = {"customeraddresses", "customerlinkcustomer", "taskflow/tasks/120", "private"})
    void nothing_is_empty_because_a_part_did_not_come(String part) {
        vendors.control("PATCH", "/admin-consult/records/9001", "{\"NationalNr\": \"\"}");
        for (var fault : List.of("'status': 404", "'status': 503", "'kind': 'html'")) {
            vendors.fault("{'system': 'admin-consult', 'method': 'GET', 'pathContains': '" + part + "', 'times': 9, " + fault + "}");

            assertThat(adapter.read(AC, "9001", Kind.PERSON)).as(fault).isInstanceOfAny(Answer.Unreadable.class, Answer.Unanswered.class);
            vendors.control("DELETE", "/faults", null);
        }
    }

    @Test void too_many_calls_are_waited_for_and_a_lacking_right_is_not() {
        read("9001");
        vendors.set(AC, "quota", "1/min");

        assertThat(adapter.read(AC, "9001", Kind.PERSON)).isInstanceOf(Answer.Throttled.class);
        vendors.set(AC, "quota", "none");
        assertThat(adapter.ask(with("admin-consult-bare-key"), "read", new Step.Read(Side.SOURCE, "9001", Kind.PERSON, false), Map.of()))
            .isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().text()).contains("no right there"));
    }

    @Test void what_the_installation_takes_in_a_minute_lowers_the_budget() {
        vendors.set(AC, "quota", "30/min");

        adapter.page(AC, "customers", "", "", 10);

        assertThat(adapter.accounts.told.remaining()).isEqualTo(29);
        assertThat(adapter.ask(AC, "check", null).toString()).contains("what=rate, well=false").contains("what=record, well=true");
    }

    @Test @Requirement("IM-04") void only_taskflows_in_use_are_offered() {
        var lists = (References) adapter.ask(AC, "references", null);

        assertThat(lists.lists()).containsEntry("taskflows", Map.of("Personenbelasting", "120", "Btw", "121"));
    }

    @Test void the_types_of_customers_are_offered_where_the_installation_shows_them() {
        var shown = (References) adapter.ask(AC, "references", null);
        vendors.fault("{'system': 'admin-consult', 'method': 'GET', 'pathContains': '/customercrmtypes', 'status': 404, 'times': 1}");
        var hidden = (References) adapter.ask(AC, "references", null);
        var withoutRight = (References) adapter.ask(with("admin-consult-bare-key"), "references", null, Map.of());

        assertThat(shown.lists()).containsEntry("client-types", Map.of("Klant (persoon)", "8", "Klant (vennootschap)", "1", "Prospect", "9"));
        assertThat(hidden.lists()).containsEntry("client-types", Map.of()).containsEntry("taskflows", shown.lists().get("taskflows"));
        assertThat(withoutRight.lists()).containsEntry("client-types", Map.of()).containsEntry("taskflows", shown.lists().get("taskflows"));
    }

    @Test void types_that_are_not_known_now_are_no_empty_list() {
        vendors.fault("{'system': 'admin-consult', 'method': 'GET', 'pathContains': '/customercrmtypes', 'status': 503, 'times': 1}");

        assertThat(adapter.ask(AC, "references", null)).isInstanceOf(Answer.Unanswered.class);
    }

    @Test void the_taskflows_are_read_once_for_many_customers() {
        try (var keeping = new Adapter(vendors, Map.of("admin-consult-taskflows-reread", "PT1H"))) {
            keeping.all(AC, "customers", 10);
            keeping.read(AC, "9001", Kind.PERSON);

            assertThat(vendors.received(AC, "GET", "/taskflow/tasks")).isEqualTo(3);
        }
    }

    @Test void a_data_set_that_is_more_than_one_answer_can_be_is_asked_for_in_halves_of_its_time() {
        vendors.fault("{'system': 'admin-consult', 'method': 'GET', 'pathContains': 'taskflow/tasks/120/data', 'times': 1, 'kind': 'huge'}");

        assertThat(text(read("9001"), Fields.RELATION_TYPES)).isEqualTo("Personenbelasting");
        assertThat(vendors.received(AC, "GET", "taskflow/tasks/120/data")).isEqualTo(3);
    }

    @Test void the_check_says_what_is_well_and_what_is_worth_saying() {
        assertThat(check("admin-consult-demo-key")).contains("Check[what=record, well=true", "Check[what=taskflows, well=true");
        assertThat(check("wrong")).contains("Check[what=reachable, well=true", "Check[what=credentials, well=false");
        assertThat(check("admin-consult-bare-key")).contains("Check[what=credentials, well=true", "Check[what=rights, well=false");
        vendors.fault("{'system': 'admin-consult', 'method': 'GET', 'pathContains': '/taskflow', 'status': 503, 'times': 1}");
        assertThat(check("admin-consult-demo-key")).contains("Check[what=reachable, well=false");
    }

    @Test void nothing_is_written_into_it() {
        var write = new Step.Write(Side.SOURCE, "9001", Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.UPDATE,
            Values.NONE.with(Fields.LAST_NAME, "Anders"), Values.NONE, Values.NONE, "", "", 0);

        assertThat(adapter.adminConsult.isReadOnly()).isTrue();
        assertThatThrownBy(() -> adapter.adminConsult.request(write, References.NONE)).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("read only");
    }

    private static String check(String key) { return adapter.ask(with(key), "check", null, Map.of()).toString(); }

    private static Accounts.Account with(String key) {
        adapter.accounts.forgetTokens();
        var account = StandIns.account(AC, vendors.base());
        return new Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), "", Map.of("apiKey", key), account.limits(), null, "");
    }

    private static Sighting read(String root) { return ((Answer.Seen) adapter.read(AC, root, Kind.PERSON)).sighting(); }

    private static String text(Sighting seen, Field<?> field) { return text(seen.relation().values(), field); }

    private static String text(Values values, Field<?> field) { return values.get(field).text(); }
}
