package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about AdminPulse and changes what is read: the adapter does its work whichever way it turns out, or by one setting. */
class AdminPulseSwitchesTest {

    private static final String AP = "adminpulse";
    /** A couple, a self-employed person, a company, one without a task, one with a task that does not apply. */
    private static final List<String> SOME = List.of("APR00001", "APR00002", "APR00005", "APR00009", "APR00003", "APR00013");

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(45); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("relation-id=uuid", "relation-id=both", "delta=modifiedSince", "oauth=off", "token-seconds=60", "relations-scope=none-checked", "scope-status=403",
                "page-default=50", "page-over=400", "past-end=404", "error-body=empty", "error-body=problem", "retry-after=present", "inactive-in-list=included-unmarked",
                "order=shuffled-per-call", "language-codes=upper", "rrn-format=dotted", "relation-writes=403", "relation-writes=accepted",
                "webhooks=thin-post-per-relation", "unknown-fields=false", "reformat=true")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void reads_the_same_whichever_way_it_is(String name, String value) {
        var usual = usual(Map.of());
        vendors.set(AP, name, value);

        try (var adapter = new Adapter(vendors, Map.of("adminpulse-page", "8"))) {
            assertThat(all(adapter)).isEqualTo(usual);
            assertThat(some(adapter)).isEqualTo(only(usual));
            assertThat(adapter.ask(AP, "references", null).toString()).contains("Jaarrekening");
            assertThat(adapter.ask(AP, "check", null).toString()).contains("Check[what=record, well=true");
        }
    }

    @Test void where_tasks_are_listed_within_a_window_only_those_without_a_deadline_are_not_seen() {
        var usual = usual(Map.of());
        vendors.set(AP, "tasks-without-window", "400");

        try (var adapter = new Adapter(vendors)) {
            var seen = all(adapter);

            assertThat(some(adapter)).isEqualTo(only(usual));
            assertThat(seen.remove("APR00029").get(Fields.RELATION_TYPES)).hasToString("present").isNotEqualTo(usual.remove("APR00029").get(Fields.RELATION_TYPES));
            assertThat(seen).isEqualTo(usual);
            assertThat(adapter.ask(AP, "references", null).toString()).contains("Jaarrekening");
            assertThat(adapter.ask(AP, "check", null).toString()).contains("Check[what=record, well=true");
        }
    }

    @ParameterizedTest @ValueSource(strings = {"guess-en", "guess-nl", "nested-person"}) void the_names_that_nobody_has_seen_follow_a_setting(String names) {
        var usual = usual(Map.of());
        vendors.set(AP, "field-names", names);
        vendors.set(AP, "inactive-in-list", "included-marked");

        try (var adapter = new Adapter(vendors, Map.of("adminpulse-field-names", names))) {
            assertThat(some(adapter)).isEqualTo(only(usual));
            assertThat(all(adapter)).isEqualTo(usual);
            assertThat(read(adapter, "APR00036").relation().marks()).containsExactly(Mark.ARCHIVED);
            assertThat(adapter.ask(AP, "check", null).toString()).contains("Check[what=record, well=true");
        }
    }

    @Test void a_wrong_guess_of_the_names_empties_nothing() {
        vendors.set(AP, "field-names", "guess-nl");

        try (var adapter = new Adapter(vendors)) {
            var values = read(adapter, "APR00001").relation().values();

            assertThat(List.of(Fields.RIJKSREGISTERNUMMER, Fields.LANGUAGE, Fields.MOBILE, Fields.PRIVATE_ADDRESS)).allMatch(field -> values.get(field).isAbsent());
            assertThat(values.get(Fields.FIRST_NAMES).text()).isEqualTo(vendors.record(AP, "APR00001").path("firstName").asText());
        }
    }

    @ParameterizedTest @CsvSource({"included-unmarked, true, false", "excluded, false, false", "included-marked, true, true"})
    void an_inactive_relation_is_listed_or_not_and_read_either_way(String value, boolean listed, boolean marked) {
        vendors.set(AP, "inactive-in-list", value);

        try (var adapter = new Adapter(vendors)) {
            assertThat(adapter.all(AP, "relations", 400).stream().anyMatch(row -> row.root().equals("APR00036"))).isEqualTo(listed);
            assertThat(read(adapter, "APR00036").relation().marks().contains(Mark.ARCHIVED)).isEqualTo(marked);
        }
    }

    @Test void a_couple_that_is_told_on_one_side_only_is_known_on_that_side() {
        vendors.set(AP, "partner-link", "one-side");

        try (var adapter = new Adapter(vendors)) {
            var rows = adapter.all(AP, "relations", 400);

            assertThat(rows.get(0).relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER)).isEqualTo(rows.get(1).relation().values().get(Fields.RIJKSREGISTERNUMMER));
            assertThat(rows.get(1).relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).isEmpty()).isTrue();
            assertThat(read(adapter, "APR00002").relation()).isEqualTo(rows.get(1).relation());
        }
    }

    @Test void a_language_that_is_not_told_is_empty() {
        vendors.set(AP, "language-codes", "empty");

        try (var adapter = new Adapter(vendors)) {
            assertThat(read(adapter, "APR00001").relation().values().get(Fields.LANGUAGE).isEmpty()).isTrue();
            assertThat(adapter.all(AP, "relations", 400)).hasSize(45);
        }
    }

    @Test void numbers_that_are_wrong_are_kept_with_their_reason() {
        vendors.set(AP, "rrn-format", "sometimes-invalid");

        try (var adapter = new Adapter(vendors)) {
            var rows = adapter.all(AP, "relations", 400);

            assertThat(rows).hasSize(45);
            assertThat(rows.stream().filter(row -> row.relation().values().get(Fields.RIJKSREGISTERNUMMER) instanceof Value.Invalid).count()).isGreaterThan(3);
            assertThat(rows.stream().filter(row -> row.relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER) instanceof Value.Invalid).count()).isPositive();
        }
    }

    @Test void a_list_that_becomes_shorter_while_it_is_read_ends_there() {
        vendors.set(AP, "past-end", "404");
        var last = vendors.make(AP, "{'name': 'Laatste'}").path("uniqueIdentifier").asText();

        try (var adapter = new Adapter(vendors)) {
            var first = adapter.page(AP, "relations", "", "", 45);
            vendors.control("DELETE", "/adminpulse/records/" + last, null);
            var second = adapter.page(AP, "relations", "", first.position(), 45);

            assertThat(first.rows()).hasSize(45);
            assertThat(second.rows()).isEmpty();
            assertThat(second.position()).isEmpty();
        }
    }

    @ParameterizedTest @ValueSource(strings = {"absent", "present"}) void too_many_calls_are_told_with_or_without_a_wait(String value) {
        vendors.set(AP, "retry-after", value);
        vendors.set(AP, "quota", "1/min");

        try (var adapter = new Adapter(vendors)) {
            adapter.read(AP, "APR99999", Kind.PERSON);

            assertThat(adapter.read(AP, "APR00001", Kind.PERSON)).isInstanceOf(Answer.Throttled.class);
            assertThat(adapter.ask(AP, "list", new Connector.PageRequest("relations", "", "", 10))).isInstanceOf(Answer.Throttled.class);
        }
    }

    @ParameterizedTest @CsvSource({"401, credentials", "403, credentials"}) void a_key_without_the_scope_is_told_from_a_wrong_one(String status, String well) {
        vendors.set(AP, "scope-status", status);

        try (var adapter = new Adapter(vendors)) {
            var account = StandIns.account(AP, vendors.base());
            var tasksOnly = new nl.koppelwerk.ledger.Accounts.Account("other", account.office(), AP, "", account.baseUrl(), "", Map.of("apiKey", "adminpulse-tasks-key"), account.limits(), null, "");

            assertThat(adapter.ask(tasksOnly, "check", null, Map.of()).toString()).contains("what=" + well + ", well=true", "what=rights, well=false");
        }
    }

    @Test void tasks_that_end_early_take_no_relation_out_of_its_taskflows() {
        vendors.set(AP, "cut-page", "true");

        try (var adapter = new Adapter(vendors, Map.of("adminpulse-page", "10"))) {
            for (int pass = 0; pass < 4; pass++)
                assertThat(adapter.ask(AP, "list", new Connector.PageRequest("relations", "", "", 10))).isInstanceOf(Answer.Unanswered.class);
            vendors.set(AP, "cut-page", "false");

            assertThat(adapter.page(AP, "relations", "", "", 10).rows()).hasSize(10).anyMatch(row -> row.relation().values().get(Fields.RELATION_TYPES).isFilled());
        }
    }

    private static Map<String, Map<Field<?>, Object>> usual(Map<String, String> settings) {
        try (var adapter = new Adapter(vendors, settings)) {
            return all(adapter);
        }
    }

    /** By root, whatever comes twice. */
    private static Map<String, Map<Field<?>, Object>> all(Adapter adapter) {
        return adapter.all(AP, "relations", 400).stream().collect(Collectors.toMap(Sighting::root, AdminPulseSwitchesTest::values, (one, again) -> again));
    }

    private static Map<String, Map<Field<?>, Object>> some(Adapter adapter) {
        return SOME.stream().collect(Collectors.toMap(root -> root, root -> values(read(adapter, root))));
    }

    private static Map<String, Map<Field<?>, Object>> only(Map<String, Map<Field<?>, Object>> all) {
        return SOME.stream().collect(Collectors.toMap(root -> root, all::get));
    }

    /** Without what a vendor may spell its own way: capitals of a city, and what is wrong and kept as it was typed. */
    private static Map<Field<?>, Object> values(Sighting seen) {
        var values = seen.relation().values().only((field, value) -> field != Fields.PRIVATE_ADDRESS && field != Fields.VISIT_ADDRESS).asMap();
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() instanceof Value.Invalid<?> wrong ? wrong.reason() : entry.getValue()));
    }

    private static Sighting read(Adapter adapter, String root) { return ((Answer.Seen) adapter.read(AP, root, Kind.PERSON)).sighting(); }
}
