package nl.koppelwerk.contract;

import static nl.koppelwerk.contract.SnelStartRecords.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about SnelStart: the adapter does its work whichever way it turns out, or by one setting. */
class SnelStartSwitchesTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(5); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("grants=clientkey", "grants=+client_credentials", "location-on-201=present", "put-omission=keep", "empty-text=empty-string",
                "empty-text=as-written", "empty-address=null", "empty-address=object-with-country", "list-inactive=exclude", "item-inactive=200",
                "order=id", "order=shuffled-per-call", "orderby=reject-400", "orderby=apply", "modified-on-zone=UTC", "modified-on-fraction=none",
                "modified-on-fraction=three-digits", "date-literals=+datetimeoffset", "date-literals=+bare-iso", "filter-case=lenient", "not-found-body=empty",
                "kvk-rule=max-12-any", "kvk-rule=8-digits-if-NL", "memo-max=250", "land-ids=fixed", "delete-body=empty", "unknown-fields=false", "tier=test")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(SYSTEM, name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter, !name.equals("list-inactive"));
        }
    }

    @ParameterizedTest @ValueSource(strings = {"400 oauth", "400 empty", "401 oauth", "401 empty"}) @Requirement("SN-03") void a_wrong_coupling_key_is_a_denial(String error) {
        vendors.set(SYSTEM, "token-error-status", error.split(" ")[0]);
        vendors.set(SYSTEM, "token-error-body", error.split(" ")[1]);

        try (var adapter = new Adapter(vendors)) {
            adapter.accounts.add(SnelStartAccessTest.with(adapter, Map.of("clientKey", "d3JvbmcK")));

            assertThat(read(adapter, UNKNOWN)).isInstanceOf(Answer.Denied.class);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"empty", "apim-json", "message-object"}) void a_token_that_ended_is_renewed_whatever_the_401_says(String body) {
        vendors.set(SYSTEM, "expired-token-body", body);

        try (var adapter = new Adapter(vendors)) {
            adapter.accounts.token(SYSTEM, "", () -> new nl.koppelwerk.ledger.Accounts.Token("ended", Instant.MAX));

            assertThat(read(adapter, UNKNOWN)).isInstanceOf(Answer.Gone.class);
            assertThat(vendors.received(SYSTEM, "POST", "/b2b/token")).isEqualTo(1);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"empty", "message-object"}) void a_missing_right_is_named_whatever_the_403_says(String body) {
        vendors.set(SYSTEM, "forbidden-body", body);

        try (var adapter = new Adapter(vendors)) {
            adapter.accounts.add(SnelStartAccessTest.with(adapter, Map.of("clientKey", StandIns.encoded("demo:snelstart-narrow"))));

            assertThat(adapter.ask(SYSTEM, "references", null)).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().text()).contains("settings:read"));
        }
    }

    @ParameterizedTest @ValueSource(strings = {"empty", "message-object", "html"}) void a_failure_of_the_vendor_is_no_answer_whatever_it_says(String body) {
        vendors.set(SYSTEM, "server-error-body", body);
        vendors.fault("{'system': 'snelstart', 'method': 'GET', 'pathContains': 'relaties', 'status': 500}");

        try (var adapter = new Adapter(vendors)) {
            assertThat(read(adapter, UNKNOWN)).isInstanceOf(Answer.Unanswered.class);
        }
    }

    static Stream<Arguments> throttling() {
        return Stream.of("5/min", "5/hour").flatMap(quota -> Stream.of("429", "403").flatMap(status ->
            Stream.of("present", "absent", "text-only").map(after -> Arguments.of(quota, status, after))));
    }

    @ParameterizedTest @MethodSource("throttling") @Requirement("SN-42") void too_many_calls_are_throttled_and_never_a_denial(String quota, String status, String after) {
        vendors.set(SYSTEM, "hour-quota-status", status);
        vendors.set(SYSTEM, "retry-after", after);

        try (var adapter = new Adapter(vendors)) {
            vendors.set(SYSTEM, "quota", quota);
            Object answer = null;
            for (int i = 0; i < 6; i++) answer = read(adapter, UNKNOWN);

            assertThat(answer).isInstanceOf(Answer.Throttled.class);
            var most = after.equals("absent") || quota.equals("5/min") ? 61 : 3600;
            assertThat(((Answer.Throttled) answer).until()).isBetween(Instant.now().minusSeconds(1), Instant.now().plusSeconds(most));
            if (quota.equals("5/hour") && !after.equals("absent")) assertThat(((Answer.Throttled) answer).until()).isAfter(Instant.now().plusSeconds(600));
        }
    }

    @Test @Requirement("SN-42") void the_budget_of_the_smallest_product_is_a_wait_and_nothing_else() {
        vendors.set(SYSTEM, "quota", "contract");
        vendors.set(SYSTEM, "tier", "test");

        try (var adapter = new Adapter(vendors)) {
            Object answer = null;
            for (int i = 0; i < 101; i++) answer = adapter.ask(SYSTEM, "references", null);

            assertThat(answer).isInstanceOf(Answer.Throttled.class);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"429", "403"}) void too_many_calls_at_once_are_throttled_and_never_a_denial(String status) {
        vendors.set(SYSTEM, "quota", "contract");
        vendors.set(SYSTEM, "tier", "test");
        vendors.set(SYSTEM, "concurrency-status", status);
        try (var adapter = new Adapter(vendors)) {
            read(adapter, UNKNOWN);
            vendors.set(SYSTEM, "latency-ms", "400");

            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> adapter.ask(SYSTEM, "references", null), Executors.newSingleThreadExecutor()))
                .limit(9).toList().stream().map(CompletableFuture::join).toList();

            assertThat(answers).hasAtLeastOneElementOfType(Answer.Throttled.class).noneMatch(Answer.Denied.class::isInstance);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"model-state", "model-state-in-array", "rel-array", "empty-400"}) void a_length_that_the_hub_did_not_know_is_a_refusal(String shape) {
        vendors.set(SYSTEM, "length-error", shape);

        try (var adapter = new Adapter(vendors)) {
            var answer = (Answer.Refused) adapter.write(adapter.snelStart, create(debtor("x".repeat(60))));

            assertThat(answer.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.VENDOR_REFUSED);
            assertThat(answer.reasons()).extracting(reason -> reason.subject()).containsExactly(shape.equals("empty-400") ? "" : "name");
            assertThat(answer.reasons().get(0).text()).doesNotContain("xxx", "{");
        }
    }

    /** The core tells by the echo that a value was not taken over. */
    @Test void an_emptying_that_is_ignored_is_echoed_as_what_stands_there() {
        vendors.set(SYSTEM, "put-null", "keep");

        try (var adapter = new Adapter(vendors)) {
            var id = made(adapter, debtor("Blijft staan B.V.").with(Fields.PHONE, "+31222555010"));

            var done = done(adapter, update(id, Values.NONE.with(Fields.PHONE, Value.empty()), values(adapter, id)));

            assertThat(done.echoed().get(Fields.PHONE).text()).isEqualTo("+31222555010");
        }
    }

    @Test void a_null_that_is_refused_is_a_refusal_of_its_field_or_left_out_by_a_setting() {
        vendors.set(SYSTEM, "put-null", "reject-400");

        try (var adapter = new Adapter(vendors); var other = new Adapter(vendors, Map.of("nulls", "left-out"))) {
            var id = made(adapter, debtor("Geen null B.V.").with(Fields.PHONE, "+31222555010"));
            var emptied = update(id, Values.NONE.with(Fields.PHONE, Value.empty()), Values.NONE);

            assertThat(((Answer.Refused) adapter.write(adapter.snelStart, emptied)).reasons()).extracting(reason -> reason.subject()).contains("phone");
            assertThat(done(other, emptied).echoed().get(Fields.PHONE)).isEqualTo(Value.empty());
        }
    }

    @ParameterizedTest @ValueSource(strings = {"ALG-0105", "404"}) void a_write_to_an_inactive_relatie_says_so(String value) {
        vendors.set(SYSTEM, "put-inactive", value);

        try (var adapter = new Adapter(vendors)) {
            assertThat(adapter.write(adapter.snelStart, toInactive(adapter))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reasons().get(0).text()).contains("inactive", "ALG-0105"));
        }
    }

    @Test void a_write_to_an_inactive_relatie_that_is_allowed_is_done() {
        vendors.set(SYSTEM, "put-inactive", "allow");

        try (var adapter = new Adapter(vendors)) {
            var write = toInactive(adapter);

            done(adapter, write);

            assertThat(seen(adapter, write.root()).relation().marks()).containsExactly(Mark.ARCHIVED);
        }
    }

    @Test void an_inactive_relatie_that_nothing_shows_is_gone() {
        vendors.set(SYSTEM, "list-inactive", "exclude");

        try (var adapter = new Adapter(vendors)) {
            assertThat(read(adapter, toInactive(adapter).root())).isInstanceOf(Answer.Gone.class);
        }
    }

    @Test void a_number_that_has_to_be_given_is_a_refusal_that_can_be_read() {
        vendors.set(SYSTEM, "relatiecode-zero", "REL-0008-on-zero");

        try (var adapter = new Adapter(vendors)) {
            assertThat(((Answer.Refused) adapter.write(adapter.snelStart, create(debtor("Zonder B.V.")))).reasons()).extracting(reason -> reason.subject()).containsExactly("number");
            done(adapter, create(Kind.ORGANISATION, debtor("Met B.V."), "660001"));
        }
    }

    @Test void another_spelling_of_the_vendor_leaves_a_relatie_readable() {
        vendors.set(SYSTEM, "reformat", "true");

        try (var adapter = new Adapter(vendors)) {
            adapter.references(SYSTEM);
            var id = made(adapter, debtor("Anders B.V.").with(Fields.PHONE, "+31222555010"));

            assertThat(values(adapter, id).get(Fields.PHONE).text()).isEqualTo("+31222555010");
        }
    }

    private static Step.Write toInactive(Adapter adapter) {
        var id = made(adapter, debtor("Stil B.V."));
        vendors.edit(SYSTEM, id, "{'nonactief': true}");
        return update(id, Values.NONE.with(Fields.PHONE, "+31222555011"), Values.NONE);
    }

    private static void worksWhole(Adapter adapter, boolean showsInactive) {
        adapter.references(SYSTEM);
        var full = debtor("Heel B.V.").with(Fields.VISIT_ADDRESS, address("Dijkweg", "12")).with(Fields.PHONE, "+31222555010").with(Fields.KVK_NUMMER, "69599068");
        var id = made(adapter, create(Kind.ORGANISATION, full, "550001"));
        var old = values(adapter, id);
        for (var field : List.of(Fields.POSTAL_ADDRESS, Fields.MOBILE, Fields.WEBSITE, Fields.CONTACT_PERSON)) assertThat((Object) old.get(field)).isEqualTo(Value.empty());
        assertThat(adapter.ask(SYSTEM, "search", new Step.Search(Side.TARGET, Kind.ORGANISATION, List.of(), Optional.of("550001"))))
            .isEqualTo(new Answer.Candidates(List.of(new Answer.Candidate(id, "", ""))));
        done(adapter, update(id, Values.NONE.with(Fields.PHONE, Value.empty()).with(Fields.MOBILE, "+31612345678"), old));
        done(adapter, update(id, Values.NONE.with(Fields.VISIT_ADDRESS, Value.empty()), old));
        var now = values(adapter, id);
        assertThat((Object) now.get(Fields.PHONE)).isEqualTo(Value.empty());
        assertThat((Object) now.get(Fields.VISIT_ADDRESS)).isEqualTo(Value.empty());
        assertThat(now.get(Fields.MOBILE).text()).isEqualTo("+31612345678");
        var newest = adapter.page(SYSTEM, "relaties", "", "", 100).newest();
        assertThat(walk(adapter, "", 3)).extracting(Sighting::root).contains(id).doesNotHaveDuplicates();
        assertThat(walk(adapter, earlier(newest), 3)).extracting(Sighting::root).contains(id);
        vendors.edit(SYSTEM, id, "{'nonactief': true}");
        if (showsInactive) assertThat(seen(adapter, id).relation().marks()).containsExactly(Mark.ARCHIVED);
        vendors.control("DELETE", "/snelstart/records/" + id, null);
        assertThat(read(adapter, id)).isInstanceOf(Answer.Gone.class);
    }

    /** As the hub moves a checkpoint back, in the vendor's own spelling. */
    private static String earlier(String stamp) { return java.time.LocalDateTime.parse(stamp).minusMinutes(2).withNano(0).toString().replaceFirst("(T\\d\\d:\\d\\d)$", "$1:00"); }
}
