package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.link.AdminConsultAccounton;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.sandbox.BelgianPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about Admin-IS | Consult and changes what is read: the adapter does its work whichever way it turns out, or by one setting. */
class AdminConsultSwitchesTest {

    private static final String AC = "admin-consult";
    private static final BelgianPeople PEOPLE = new BelgianPeople(1);

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(20); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() {
        vendors.control("POST", "/reset", "{}");
        vendors.calm();
    }

    @AfterEach void now() { vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}"); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("token-seconds=60", "time-zone=UTC", "expired-token=403-no-valid-configuration", "filter-grammar=strict-case", "filter-grammar=no-functions", "filter-or=works",
                "filter-max=400", "records-per-page=5/7", "records-per-page=100/100", "rate=none", "crm-types=shuffled", "contact-link-type=3", "empty=200-empty-array", "error-body=list",
                "national-number=private-only", "national-number=dotted-only", "inactive=excluded", "log-order=shuffled", "languages=words", "charset=tolerant", "unknown-fields=false",
                "emails=semicolons", "reformat=true")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(AC, name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter);
        }
    }

    @Test void the_number_of_the_link_type_partner_is_a_setting() {
        vendors.set(AC, "partner-link-type", "12");

        try (var adapter = new Adapter(vendors, Map.of("admin-consult-partner-link-type", "12"))) {
            worksWhole(adapter);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"401", "403-no-valid-configuration"}) void a_token_that_ended_is_renewed_once_and_the_call_made_again(String expired) {
        vendors.set(AC, "expired-token", expired);
        try (var adapter = new Adapter(vendors)) {
            read(adapter, "9001");
            vendors.control("POST", "/clock", "{\"offsetSeconds\": 7200}");
            vendors.forgetRequests();

            assertThat(text(read(adapter, "9001"), Fields.LAST_NAME)).isEqualTo(PEOPLE.person(1).lastName());

            assertThat(vendors.received(AC, "GET", "/token/")).isEqualTo(1);
            assertThat(vendors.received(AC, "GET", "/customers/9001")).isEqualTo(2);
        }
    }

    @ParameterizedTest @CsvSource({"both, true", "private-only, false", "dotted-only, true"}) void the_national_number_is_read_wherever_it_stands(String value, boolean listed) {
        vendors.set(AC, "national-number", value);

        try (var adapter = new Adapter(vendors)) {
            var row = adapter.all(AC, "customers", 200).stream().filter(one -> one.root().equals("9001")).findFirst().orElseThrow();
            var seen = read(adapter, "9001");

            assertThat(row.isWhole()).isEqualTo(listed);
            assertThat(row.relation().values().get(Fields.RIJKSREGISTERNUMMER).isAbsent()).isEqualTo(!listed);
            assertThat(text(seen, Fields.RIJKSREGISTERNUMMER)).isEqualTo(PEOPLE.person(1).nationalNumber());
            assertThat(text(seen, Fields.PARTNER_RIJKSREGISTERNUMMER)).isEqualTo(PEOPLE.person(2).nationalNumber());
        }
    }

    @Test void who_is_inactive_and_not_listed_is_read_by_number_and_told_when_the_log_names_it() {
        vendors.set(AC, "inactive", "excluded");
        try (var adapter = new Adapter(vendors)) {
            var pass = adapter.page(AC, "customers", "", "", 200);
            vendors.edit(AC, "9003", "{'IsActive': false}");

            var changed = adapter.page(AC, "customers", pass.newest(), "", 200);

            assertThat(pass.rows()).extracting(Sighting::root).contains("9003").doesNotContain("9017");
            assertThat(changed.rows()).singleElement().satisfies(row -> assertThat(row.root() + row.isWhole()).isEqualTo("9003false"));
            assertThat(text(read(adapter, "9003"), Fields.STATUS)).isEqualTo("INACTIVE");
            assertThat(text(read(adapter, "9017"), Fields.STATUS)).isEqualTo("INACTIVE");
        }
    }

    @Test void an_email_in_a_list_of_its_own_is_not_known_and_not_empty() {
        vendors.set(AC, "emails", "separate-list");

        try (var adapter = new Adapter(vendors)) {
            assertThat(read(adapter, "9001").relation().values().get(Fields.EMAIL).isAbsent()).isTrue();
        }
    }

    @ParameterizedTest @CsvSource({"8-1-9, 8, 9", "shuffled, 3, 1"}) void who_is_a_client_is_told_by_numbers_of_the_installation(String value, int client, int prospect) {
        vendors.control("POST", "/reset", "{\"relations\": 40}");
        vendors.set(AC, "crm-types", value);

        try (var adapter = new Adapter(vendors)) {
            var settings = JsonNodeFactory.instance.objectNode();
            settings.putArray("clientTypes").add(client);
            var rules = new AdminConsultAccounton().rules(settings, adapter.adminConsult.dialect(References.NONE), adapter.accounton.dialect(References.NONE));

            assertThat(rules.outOfScope(Side.SOURCE, read(adapter, "9001").relation())).isEmpty();
            assertThat(rules.outOfScope(Side.SOURCE, read(adapter, "9031").relation())).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo(ReasonCode.OF_OTHER_TYPE);
                assertThat(reason.text()).contains("type " + prospect).contains("type " + client + ".");
            });
        }
    }

    @Test void a_filter_that_is_too_long_there_is_asked_in_halves() {
        vendors.control("POST", "/reset", "{\"relations\": 120}");
        vendors.set(AC, "filter-max", "400");

        try (var adapter = new Adapter(vendors)) {
            var rows = adapter.all(AC, "customers", 200);

            assertThat(rows).hasSize(120).filteredOn(row -> row.relation().values().get(Fields.POSTAL_ADDRESS).isFilled()).hasSize(120);
            assertThat(adapter.requests(AC).toString()).contains("414");
        }
    }

    @Test void a_server_that_is_off_did_not_answer_and_one_that_warms_up_asks_to_wait() {
        vendors.set(AC, "warm-up", "5");
        try (var adapter = new Adapter(vendors)) {
            assertThat(adapter.read(AC, "9001", Kind.PERSON)).isInstanceOf(Answer.Throttled.class);
            vendors.control("POST", "/clock", "{\"offsetSeconds\": 301}");
            assertThat(adapter.read(AC, "9001", Kind.PERSON)).isInstanceOf(Answer.Seen.class);

            vendors.set(AC, "availability", "off-22-06");
            var answers = IntStream.of(0, 12).mapToObj(hours -> {
                vendors.control("POST", "/clock", "{\"offsetSeconds\": " + (600 + hours * 3_600) + "}");
                return adapter.read(AC, "9001", Kind.PERSON);
            }).toList();

            // Twelve hours apart, one of the two is in the day.
            assertThat(answers).anyMatch(Answer.Seen.class::isInstance).allMatch(answer -> answer instanceof Answer.Seen || answer instanceof Answer.Unanswered);
        }
    }

    /** A couple is read and listed with all that belongs to it, one more is made and found by the log, and the test of the account is well. */
    private static void worksWhole(Adapter adapter) {
        var one = PEOPLE.person(1);
        var seen = read(adapter, "9001");
        var pass = adapter.page(AC, "customers", "", "", 7);
        var made = vendors.make(AC, "{'Name': 'Çelik', 'Language': 'FR', 'Email': 'celik@mail.example', 'NationalNr': '85073003427', 'taskflows': ['Btw']}").path("CustomerId").asText();

        assertThat(text(seen, Fields.LAST_NAME)).isEqualTo(one.lastName());
        assertThat(text(seen, Fields.RIJKSREGISTERNUMMER)).isEqualTo(one.nationalNumber());
        assertThat(text(seen, Fields.PARTNER_RIJKSREGISTERNUMMER)).isEqualTo(PEOPLE.person(2).nationalNumber());
        assertThat(text(seen, Fields.EMAIL)).isEqualTo(one.email());
        assertThat(text(seen, Fields.MOBILE)).isEqualTo(one.mobile());
        assertThat(text(seen, Fields.LANGUAGE)).isEqualTo(one.language());
        assertThat(text(seen, Fields.RELATION_TYPES)).isEqualTo("Personenbelasting");
        assertThat(adapter.all(AC, "customers", 7)).extracting(Sighting::root).contains("9001", "9020", made).doesNotHaveDuplicates();
        assertThat(adapter.page(AC, "customers", pass.newest(), "", 200).rows()).singleElement().satisfies(row -> assertThat(text(row, Fields.LAST_NAME)).isEqualTo("Çelik"));
        assertThat(adapter.ask(AC, "check", null).toString()).contains("Check[what=record, well=true");
    }

    private static String text(Sighting seen, Field<?> field) { return seen.relation().values().get(field).text(); }

    private static Sighting read(Adapter adapter, String root) { return ((Answer.Seen) adapter.read(AC, root, Kind.PERSON)).sighting(); }
}
