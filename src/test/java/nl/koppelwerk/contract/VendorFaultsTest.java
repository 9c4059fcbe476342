package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
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

/** Whatever a vendor answers becomes one answer of the core, and is asked for once. */
class VendorFaultsTest {

    private static final String AC = "advocaatcentraal";
    private static final String CP = "compenda";
    private static final String AT = "accounton";

    private static StandIns vendors;
    private static Adapter adapter;
    private static Sighting company;
    private static String organisation;
    private static String debtor;
    private static String client;

    @BeforeAll static void open() {
        vendors = new StandIns(5);
        adapter = new Adapter(vendors);
        vendors.calm();
        company = adapter.page(AC, "relations", "", "", 200).rows().stream().filter(row -> row.relation().kind() == Kind.ORGANISATION).findFirst().orElseThrow();
        organisation = ((Answer.Done) adapter.write(create())).id();
        debtor = adapter.page(CP, "relations", "", "", 1).rows().get(0).root();
        client = vendors.make(AT, "{'firstName': 'Noor', 'lastName': 'Storing', 'email': 'storing@mail.example', 'language': 'nl'}").path("id").asText();
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() {
        vendors.calm();
        adapter.accounts.closedUntil = null;
    }

    static Stream<Arguments> ofReads() {
        return faults(Answer.Unreadable.class, Answer.Gone.class);
    }

    static Stream<Arguments> ofWrites() {
        return faults(Answer.Unanswered.class, Answer.Stale.class);
    }

    private static Stream<Arguments> faults(Class<?> garbled, Class<?> missing) {
        return Stream.of(
            Arguments.of("'status': 400", Answer.Refused.class), Arguments.of("'status': 403", Answer.Denied.class),
            Arguments.of("'status': 404", missing), Arguments.of("'status': 409", Answer.Stale.class),
            Arguments.of("'status': 412", Answer.Stale.class), Arguments.of("'status': 413", Answer.Refused.class),
            Arguments.of("'status': 422", Answer.Refused.class), Arguments.of("'status': 429", Answer.Throttled.class),
            Arguments.of("'status': 429, 'retryAfter': 7", Answer.Throttled.class), Arguments.of("'status': 500", Answer.Unanswered.class),
            Arguments.of("'status': 502", Answer.Unanswered.class), Arguments.of("'status': 503", Answer.Unanswered.class),
            Arguments.of("'status': 503, 'retryAfter': 7", Answer.Unanswered.class), Arguments.of("'status': 504", Answer.Unanswered.class),
            Arguments.of("'kind': 'reset'", Answer.Unanswered.class), Arguments.of("'kind': 'slow', 'delayMs': 1700", Answer.Unanswered.class),
            Arguments.of("'kind': 'cut-body'", Answer.Unanswered.class), Arguments.of("'kind': 'html'", garbled),
            Arguments.of("'kind': 'huge'", garbled), Arguments.of("'kind': 'endless-body'", Answer.Unanswered.class),
            Arguments.of("'kind': 'redirect'", Answer.Unreadable.class));
    }

    @ParameterizedTest @MethodSource("ofReads") void a_read_is_asked_once(String fault, Class<?> expected) {
        vendors.fault("{'system': 'tribe', 'method': 'GET', " + fault + "}");
        vendors.fault("{'system': 'advocaatcentraal', 'method': 'GET', " + fault + "}");
        vendors.fault("{'system': 'compenda', 'method': 'GET', " + fault + "}");
        vendors.fault("{'system': 'adminpulse', 'method': 'GET', " + fault + "}");
        vendors.fault("{'system': 'accounton', 'method': 'GET', " + fault + "}");

        assertThat(adapter.read("tribe", organisation, Kind.ORGANISATION)).isInstanceOf(expected);
        assertThat(adapter.read(AC, company.root(), Kind.ORGANISATION)).isInstanceOf(expected);
        assertThat(adapter.read(CP, debtor, Kind.ORGANISATION)).isInstanceOf(expected);
        assertThat(adapter.read("adminpulse", "APR00001", Kind.PERSON)).isInstanceOf(expected);
        assertThat(adapter.read(AT, client, Kind.PERSON)).isInstanceOf(expected);

        assertReceived(1, "tribe", "GET", "Relation_Organization");
        assertReceived(1, AC, "GET", company.root());
        assertReceived(1, CP, "GET", debtor.replace("#debtor", ""));
        assertReceived(1, "adminpulse", "GET", "");
        assertReceived(1, AT, "GET", client);
    }

    @ParameterizedTest @MethodSource("ofWrites") void a_write_that_failed_before_it_was_done_is_sent_once(String fault, Class<?> expected) {
        writesOnce(fault, expected);
    }

    @ParameterizedTest @MethodSource("ofWrites") void a_write_that_failed_after_it_was_done_is_sent_once(String fault, Class<?> expected) {
        writesOnce(fault + ", 'afterWrite': true", expected);
    }

    private static void writesOnce(String fault, Class<?> expected) {
        for (var method : List.of("POST", "PUT")) vendors.fault("{'system': 'tribe', 'method': '" + method + "', 'pathContains': 'Relation_Organization', " + fault + "}");
        vendors.fault("{'system': 'advocaatcentraal', 'method': 'PATCH', " + fault + "}");
        vendors.fault("{'system': 'accounton', 'method': 'PATCH', " + fault + "}");

        var patch = patch();
        var merge = AccountonAdapterTest.update(((Answer.Seen) adapter.read(AT, client, Kind.PERSON)).sighting(), Values.NONE.with(Fields.LABEL, "AJ2027"));

        assertThat(adapter.write(create())).isInstanceOf(expected);
        assertThat(adapter.write(update())).isInstanceOf(expected);
        assertThat(adapter.write(patch)).isInstanceOf(expected);
        assertThat(adapter.write(adapter.accounton, merge, java.util.Map.of())).isInstanceOf(expected);

        assertReceived(1, "tribe", "POST", "Relation_Organization");
        assertReceived(1, "tribe", "PUT", "Relation_Organization");
        assertReceived(1, AC, "PATCH", company.root());
        assertReceived(1, AT, "PATCH", client);
    }

    @ParameterizedTest @ValueSource(strings = {"'status': 503", "'kind': 'html'", "'kind': 'reset'", "'status': 429"})
    @Requirement("SN-42")
    void a_page_that_did_not_come_is_told_as_what_it_is(String fault) {
        vendors.fault("{'system': 'tribe', 'method': 'GET', " + fault + "}");

        var answer = adapter.ask("tribe", "list", new nl.koppelwerk.systems.Connector.PageRequest("organisations", "", "", 10));

        assertThat(answer).isInstanceOf(Answer.class);
        assertThat(adapter.requests("tribe")).hasSize(1);
    }

    @Test void a_token_that_ended_early_is_renewed_once_and_the_call_made_again() {
        adapter.read("tribe", organisation, Kind.ORGANISATION);
        vendors.forgetRequests();
        vendors.fault("{'system': 'tribe', 'method': 'PUT', 'status': 401, 'times': 1}");

        assertThat(adapter.write(update())).isInstanceOf(Answer.Done.class);

        assertReceived(2, "tribe", "PUT", "Relation_Organization");
        assertReceived(1, "tribe", "POST", "/oauth2/token");
    }

    @Test void a_new_token_that_is_refused_too_is_believed() {
        vendors.fault("{'system': 'tribe', 'method': 'GET', 'status': 401, 'times': 5}");

        assertThat(adapter.read("tribe", organisation, Kind.ORGANISATION)).isInstanceOf(Answer.Denied.class);

        assertReceived(2, "tribe", "GET", "Relation_Organization");
    }

    @Test void a_token_that_cannot_be_had_now_is_no_refusal_of_the_account() {
        adapter.accounts.forgetTokens();
        vendors.fault("{'system': 'tribe', 'method': 'POST', 'pathContains': 'oauth2', 'status': 503}");

        assertThat(adapter.read("tribe", organisation, Kind.ORGANISATION)).isInstanceOf(Answer.Unanswered.class);

        assertThat(vendors.received("tribe", "GET", "Relation_Organization")).isZero();
    }

    @ParameterizedTest @ValueSource(strings = {"'status': 404", "'status': 302, 'kind': 'redirect'", "'status': 400"})
    void no_record_is_gone_because_a_token_is_not_to_be_had(String fault) {
        adapter.accounts.forgetTokens();
        vendors.fault("{'system': 'tribe', 'method': 'POST', 'pathContains': 'oauth2', " + fault + "}");

        assertThat(adapter.read("tribe", organisation, Kind.ORGANISATION)).isInstanceOf(Answer.Denied.class);
    }

    @Test void no_record_is_gone_because_its_contacts_cannot_be_listed() {
        vendors.fault("{'system': 'tribe', 'method': 'GET', 'pathContains': 'Relationship_Person_Contact', 'status': 404}");

        assertThat(adapter.read("tribe", organisation, Kind.ORGANISATION)).isInstanceOf(Answer.Unreadable.class);
    }

    @Test void a_closed_budget_lets_nothing_out() {
        adapter.accounts.closedUntil = java.time.Instant.parse("2030-01-01T00:00:00Z");

        var answer = adapter.write(patch());

        assertThat(answer).isEqualTo(new Answer.Throttled(adapter.accounts.closedUntil));
        assertThat(adapter.requests(AC)).isEmpty();
    }

    @Test void every_slot_that_was_taken_is_given_back_and_every_call_is_counted() {
        vendors.fault("{'system': 'advocaatcentraal', 'method': 'GET', 'kind': 'reset'}");
        double before = counted("none");

        adapter.read(AC, company.root(), Kind.ORGANISATION);
        adapter.read(AC, company.root(), Kind.ORGANISATION);

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            adapter.permits.giveBackIdle();
            return adapter.accounts.ended.get() == adapter.accounts.given.get();
        });
        assertThat(counted("none")).isEqualTo(before + 1);
        assertThat(counted("200")).isPositive();
    }

    /** The stand-in writes a slow call into its log when it has answered. */
    private static void assertReceived(int times, String system, String method, String path) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(vendors.received(system, method, path)).isEqualTo(times));
    }

    private static double counted(String status) {
        var counter = adapter.metrics.find("koppelwerk.calls").tags("system", AC, "status", status).counter();
        return counter == null ? 0 : counter.count();
    }

    private static Step.Write create() {
        return TribeAdapterTest.create(Kind.ORGANISATION, PartKey.ROOT, "", TribeAdapterTest.organisation("Storing B.V."), "");
    }

    private static Step.Write update() {
        return TribeAdapterTest.update(organisation, Kind.ORGANISATION, PartKey.ROOT, "", "", "", Values.NONE.with(Fields.PHONE, "+31101234567"));
    }

    private static Step.Write patch() {
        var version = ((Answer.Seen) adapterRead()).sighting().version();
        vendors.forgetRequests();
        return new Step.Write(Side.SOURCE, company.root(), Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.UPDATE,
            Values.NONE.with(Fields.PHONE, "+31101234567"), Values.NONE, Values.NONE, version, "", 0);
    }

    private static Object adapterRead() {
        var closed = adapter.accounts.closedUntil;
        adapter.accounts.closedUntil = null;
        try {
            return adapter.read(AC, company.root(), Kind.ORGANISATION);
        } finally {
            adapter.accounts.closedUntil = closed;
        }
    }
}
