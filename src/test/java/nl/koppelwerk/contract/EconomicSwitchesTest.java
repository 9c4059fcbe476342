package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about e-conomic: the adapter does its work whichever way it turns out. */
class EconomicSwitchesTest {

    private static final String SYSTEM = "economic";

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(5); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("last-page-next=null", "last-page-next=repeats-last", "booleans=all-sent", "booleans=none-sent", "cust-put-status=200",
                "contact-touches-customer=yes", "number-assign=reuse-lowest-free", "renumber=false", "address-newlines=strip", "address-newlines=reject",
                "deleted-contact=404", "ref-conflict=self-wins", "filter-brackets=documented", "filter-in-text=400", "not-found-member=msg", "call-cost=by-verb",
                "log-time-zone=UTC", "reformat=true")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(SYSTEM, name, value);

        try (var adapter = new Adapter(vendors)) {
            adapter.references(SYSTEM);
            worksWhole(adapter);
        }
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_by_rest_whichever_way_it_is(String name, String value) {
        vendors.set(SYSTEM, name, value);

        try (var adapter = new Adapter(vendors, Map.of("update-road", "rest"))) {
            adapter.references(SYSTEM);
            worksWhole(adapter);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"401", "400", "403"}) void tokens_that_are_no_pair_are_a_denial_under_any_status(String status) {
        vendors.set(SYSTEM, "token-pair-status", status);

        try (var adapter = new Adapter(vendors)) {
            adapter.accounts.add(withGrant(adapter, "economic-other-grant"));

            assertThat(EconomicAdapterTest.read(adapter, "10001")).isInstanceOf(Answer.Denied.class);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"plain", "with-demo-link"}) void a_revoked_grant_is_a_denial(String body) {
        vendors.set(SYSTEM, "unauthorized-body", body);
        vendors.set(SYSTEM, "grant", "revoked");

        try (var adapter = new Adapter(vendors)) {
            assertThat(EconomicAdapterTest.read(adapter, "10001")).isInstanceOf(Answer.Denied.class);
        }
    }

    @Test void a_missing_module_is_a_denial() {
        vendors.set(SYSTEM, "grant", "module-missing");

        try (var adapter = new Adapter(vendors)) {
            assertThat(EconomicAdapterTest.read(adapter, "10001")).isInstanceOf(Answer.Denied.class);
            assertThat(((List<?>) adapter.ask(SYSTEM, "check", null)).toString()).contains("NO_RIGHTS");
        }
    }

    static Stream<Arguments> throttling() {
        return Stream.of("plain", "problem", "empty").flatMap(body -> Stream.of("absent", "present").map(after -> Arguments.of(body, after)));
    }

    @ParameterizedTest @MethodSource("throttling") void too_many_calls_are_throttled(String body, String after) {
        vendors.set(SYSTEM, "quota", "contract");
        vendors.set(SYSTEM, "bucket", "small");
        vendors.set(SYSTEM, "rate-body", body);
        vendors.set(SYSTEM, "retry-after", after);

        try (var adapter = new Adapter(vendors)) {
            Object answer = null;
            for (int i = 0; i < 12; i++) answer = EconomicAdapterTest.read(adapter, "10001");

            assertThat(answer).isInstanceOf(Answer.Throttled.class);
            assertThat(((Answer.Throttled) answer).until()).isBetween(Instant.now(), Instant.now().plusSeconds(61));
            assertThat(adapter.accounts.told.remaining()).isLessThan(3);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of("array-with-schemaPath", "tree-like-E04300", "message-only").flatMap(schema ->
            Stream.of("schema-failure", "tree-without-code").map(tooLong -> Arguments.of(schema, tooLong)));
    }

    /** The hub itself refuses what is too long; a vendor may be stricter than its documents. */
    @ParameterizedTest @MethodSource("refusals") void a_text_that_is_too_long_is_a_refusal_that_can_be_read(String schema, String tooLong) {
        vendors.set(SYSTEM, "schema-failure", schema);
        vendors.set(SYSTEM, "too-long", tooLong);

        try (var adapter = new Adapter(vendors)) {
            adapter.references(SYSTEM);
            var write = EconomicAdapterTest.create(EconomicAdapterTest.customer("x".repeat(300)));

            var answer = (Answer.Refused) adapter.write(adapter.economic, write);

            assertThat(answer.reasons()).isNotEmpty().allSatisfy(reason -> {
                assertThat(reason.code()).isEqualTo(ReasonCode.VENDOR_REFUSED);
                assertThat(reason.text()).doesNotContain("HTTP", "{");
            });
            if (!schema.equals("message-only") || tooLong.equals("tree-without-code")) assertThat(answer.reasons()).extracting(reason -> reason.subject()).contains("name");
        }
    }

    static Stream<Arguments> references() {
        return Stream.of("errorMessage+inputValue", "message+value").flatMap(names ->
            Stream.of("no-inner-code", "E06000").map(code -> Arguments.of(names, code)));
    }

    @ParameterizedTest @MethodSource("references") void an_entry_that_went_away_is_a_refusal_of_our_field(String names, String code) {
        vendors.set(SYSTEM, "validation-names", names);
        vendors.set(SYSTEM, "missing-ref-code", code);

        try (var adapter = new Adapter(vendors)) {
            var lists = new nl.koppelwerk.mapping.References(Map.of("customer-groups", Map.of("a", "1"), "payment-terms", Map.of("a", "1"),
                "vat-zones", Map.of("a", "99"), "currencies", Map.of("DKK", "DKK")));
            var write = EconomicAdapterTest.create(EconomicAdapterTest.customer("Zone ApS").with(Fields.VAT_ZONE, "99"));

            var answer = (Answer.Refused) adapter.askWith(SYSTEM, "create", new Connector.WriteRequest(write, adapter.economic.request(write, lists)), Map.of("idempotencyKey", names + code));

            assertThat(answer.reasons()).extracting(reason -> reason.subject()).containsExactly("vatZone");
        }
    }

    private static void worksWhole(Adapter adapter) {
        var id = EconomicAdapterTest.made(adapter, EconomicAdapterTest.customer("Helt ApS").with(Fields.CVR_NUMMER, "13585628")
            .with(Fields.VISIT_ADDRESS, EconomicAdapterTest.address("Havnegade 7, 2. sal")));
        var contact = ((Answer.Done) adapter.write(adapter.economic, EconomicAdapterTest.contact(id, "Ida Krogh"))).id();
        var first = EconomicAdapterTest.seen(adapter, id).relation().values();
        assertThat((Value<?>) first.get(Fields.STATUS)).matches(Value::isEmpty);
        var change = Values.NONE.with(Fields.MOBILE, "+4520550100").with(Fields.VISIT_ADDRESS, EconomicAdapterTest.address("Kystvejen 3"));
        assertThat(adapter.write(adapter.economic, EconomicAdapterTest.update(id, change, first))).isInstanceOf(Answer.Done.class);
        var named = Values.NONE.with(Fields.FULL_NAME, "Ida Holm");
        assertThat(adapter.write(adapter.economic, EconomicAdapterTest.updateOf(id, contact, named, Values.NONE.with(Fields.FULL_NAME, "Ida Krogh")))).isInstanceOf(Answer.Done.class);
        var seen = EconomicAdapterTest.seen(adapter, id);
        for (var field : change.fields()) assertThat((Value<?>) seen.relation().values().get(field)).isEqualTo(change.get(field));
        assertThat((Value<?>) seen.relation().values().get(Fields.STATUS)).matches(Value::isEmpty);
        assertThat(seen.relation().parts()).extracting("id").containsExactly(contact);
        assertThat(seen.relation().parts().get(0).values().get(Fields.FULL_NAME).text()).isEqualTo("Ida Holm");
        assertThat(roots(adapter, "customers", "")).contains(id).doesNotHaveDuplicates();
        assertThat(roots(adapter, "customers", seen.modifiedAt().toString())).contains(id);
        assertThat(roots(adapter, "contacts", "")).contains(id);
        vendors.control("DELETE", "/economic/customers/" + id, null);
        assertThat(EconomicAdapterTest.read(adapter, id)).isInstanceOf(Answer.Gone.class);
    }

    private static List<String> roots(Adapter adapter, String listing, String since) {
        return EconomicAdapterTest.walk(adapter, listing, since, 3).stream().flatMap(page -> page.rows().stream()).map(Sighting::root).toList();
    }

    private static nl.koppelwerk.ledger.Accounts.Account withGrant(Adapter adapter, String grant) {
        var account = adapter.accounts.find(SYSTEM);
        return new nl.koppelwerk.ledger.Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), account.authUrl(),
            Map.of("appSecretToken", "economic-demo-app", "agreementGrantToken", grant), account.limits(), null, "");
    }
}
