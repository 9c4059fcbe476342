package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.postgres.TestDatabase;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Grant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that a person let in: by the code that came back, and from then on by what each token brought for the next. */
class AdminPulseConsentTest {

    private static final String AP = "adminpulse";
    private static final String BACK = "http://127.0.0.1:8080/oauth/callback";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final Map<String, String> CREDENTIALS = Map.of("clientId", "adminpulse-demo-client", "clientSecret", "adminpulse-demo-secret");

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(5);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void nobody_let_it_in() {
        vendors.calm();
        adapter.accounts.forgetTokens();
        adapter.accounts.add(account(CREDENTIALS));
    }

    @AfterEach void the_clock_is_right() { vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}"); }

    @Test void before_a_person_let_it_in_nothing_is_called_and_the_check_says_where_to_begin() {
        assertThat(read()).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().code()).isEqualTo(ReasonCode.AUTHORIZATION_NEEDED));
        assertThat(adapter.ask(AP, "check", null).toString()).contains("what=credentials, well=false", "@AUTHORIZATION_NEEDED|account=" + AP);

        assertThat(vendors.requests(AP)).isEmpty();
    }

    @Test void a_code_brings_a_token_with_which_all_is_read() {
        letIn();

        assertThat(read()).isInstanceOf(Answer.Seen.class);
        assertThat(adapter.all(AP, "relations", 400)).hasSize(5);
        assertThat(adapter.ask(AP, "check", null).toString()).contains("what=record, well=true");
        assertThat(vendors.received(AP, "POST", "/oauth/token")).isEqualTo(1);
    }

    @ParameterizedTest @CsvSource({"3600, 3601, rotated", "60, 61, rotated", "60, 61, kept"})
    void a_token_that_is_over_is_renewed_once_and_the_next_by_what_it_brought_or_by_the_same(String seconds, long later, String next) {
        vendors.set(AP, "token-seconds", seconds);
        vendors.set(AP, "refresh-token", next);
        letIn();
        vendors.forgetRequests();

        for (long round = 1; round <= 3; round++) {
            vendors.control("POST", "/clock", "{\"offsetSeconds\": " + later * round + "}");
            assertThat(read()).isInstanceOf(Answer.Seen.class);
            assertThat(vendors.received(AP, "POST", "/oauth/token")).isEqualTo((int) round);
        }
    }

    @Test void what_was_withdrawn_is_told_as_a_denial_and_asked_for_no_more() {
        letIn();
        vendors.control("DELETE", "/adminpulse/grants", null);
        vendors.forgetRequests();

        assertThat(read()).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().remedy()).startsWith("Authorize again"));
        assertThat(adapter.accounts.isAuthorized(AP)).isFalse();
        assertThat(read()).isInstanceOf(Answer.Denied.class);
        assertThat(vendors.received(AP, "POST", "/oauth/token")).isEqualTo(1);
        letIn();
        assertThat(read()).isInstanceOf(Answer.Seen.class);
    }

    @Test void a_renewal_that_got_no_answer_is_tried_again() {
        letIn();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 3601}");
        vendors.fault("{'system': 'adminpulse', 'method': 'POST', 'pathContains': 'token', 'status': 503, 'times': 1}");

        assertThat(read()).isInstanceOf(Answer.Unanswered.class);
        assertThat(read()).isInstanceOf(Answer.Seen.class);
    }

    @Test void a_code_that_was_used_wrongly_or_twice_brings_none() {
        var code = code();
        assertThat(exchanged(new Grant.Code(code, VERIFIER, BACK))).isInstanceOf(Accounts.Token.class);

        assertThat(exchanged(new Grant.Code(code, VERIFIER, BACK))).isInstanceOf(Answer.Denied.class);
        assertThat(exchanged(new Grant.Code(code(), VERIFIER, BACK + "/"))).isInstanceOf(Answer.Denied.class);
        assertThat(exchanged(new Grant.Code(code(), VERIFIER + "x", BACK))).isInstanceOf(Answer.Denied.class);
    }

    @Test void wrong_credentials_are_told_as_such() {
        adapter.accounts.add(account(Map.of("clientId", "adminpulse-demo-client", "clientSecret", "wrong")));

        assertThat(exchanged(new Grant.Code(code(), VERIFIER, BACK))).isInstanceOfSatisfying(Answer.Denied.class, denied -> {
            assertThat(denied.reason().code()).isEqualTo(ReasonCode.CREDENTIALS_REFUSED);
            assertThat(denied.toString()).doesNotContain("wrong", VERIFIER);
        });
    }

    @Test void without_oauth_at_the_vendor_a_code_is_refused_and_nobody_is_gone() {
        vendors.set(AP, "oauth", "off");

        assertThat(exchanged(new Grant.Code("code", VERIFIER, BACK))).isInstanceOf(Answer.Denied.class);
    }

    @Test void a_login_at_another_host_is_the_second_address_of_the_account_and_at_other_paths_a_setting() {
        var own = account(CREDENTIALS);
        var elsewhere = new Accounts.Account(AP, "demo", AP, "", vendors.base() + "/nowhere", vendors.base() + "/adminpulse/", CREDENTIALS, own.limits(), null, "");
        try (var other = new Adapter(vendors, Map.of("adminpulse-authorize-path", "/login", "adminpulse-token-path", "/oauth/tokens"))) {
            assertThat(other.adminPulse.consent().orElseThrow().page(elsewhere, BACK, "s", VERIFIER).toString()).startsWith(vendors.base() + "/adminpulse/login?");
            other.ask(own, "token", null, Map.of(), Map.of("grant", new Grant.Code("code", VERIFIER, BACK)));
            assertThat(vendors.received(AP, "POST", "/oauth/tokens")).isEqualTo(1);
        }

        assertThat(adapter.ask(elsewhere, "token", null, Map.of(), Map.of("grant", new Grant.Code(code(), VERIFIER, BACK)))).isInstanceOf(Accounts.Token.class);
    }

    @Test void what_was_allowed_may_be_too_little() {
        try (var narrow = new Adapter(vendors, Map.of("adminpulse-scopes", "tasks.read"))) {
            var page = narrow.adminPulse.consent().orElseThrow().page(account(CREDENTIALS), BACK, "a.state", VERIFIER);
            adapter.accounts.authorized(AP, (Accounts.Token) exchanged(new Grant.Code(code(page), VERIFIER, BACK)));
        }

        assertThat(adapter.ask(AP, "check", null).toString()).contains("what=credentials, well=true", "what=rights, well=false", "relations.read");
    }

    @Test void a_key_that_is_refused_is_not_shown_twice() {
        adapter.accounts.add(account(Map.of("apiKey", "wrong")));

        assertThat(read()).isInstanceOf(Answer.Denied.class);
        assertThat(vendors.requests(AP)).hasSize(1);
    }

    @Test void neither_a_token_nor_a_secret_stands_in_an_address() {
        letIn();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 3601}");
        read();

        var asked = new ArrayList<String>();
        vendors.requests(AP).forEach(request -> asked.add(request.path("path").asText() + "?" + request.path("query").asText()));
        assertThat(asked).isNotEmpty().noneMatch(address -> address.contains("adminpulse-demo-secret") || address.contains("access_token") || address.contains(VERIFIER));
    }

    @Test void of_two_processes_that_need_a_new_token_at_the_same_moment_one_asks() throws Exception {
        var ledger = TestDatabase.get().ledger();
        var account = ledger.accounts().find(ledger.links().create(link()).accounts().get(Side.SOURCE));
        try (var one = new Adapter(vendors, Map.of(), "loopback", ledger.accounts()); var other = new Adapter(vendors, Map.of(), "loopback", ledger.accounts())) {
            var given = (Accounts.Token) exchanged(new Grant.Code(code(), VERIFIER, BACK));
            ledger.accounts().authorized(account.id(), new Accounts.Token(given.value(), Instant.now().minusSeconds(1), given.renewal()));
            vendors.forgetRequests();

            var beforeItEnds = atOnce(List.of(one, other, one, other, one, other), each -> each.ask(account, "check", null, Map.of()).toString());
            vendors.control("POST", "/clock", "{\"offsetSeconds\": 3601}");
            var refused = atOnce(List.of(one, other, one, other, one, other), each -> each.ask(account, "check", null, Map.of()).toString());

            assertThat(beforeItEnds).allMatch(answer -> answer.contains("what=record, well=true"));
            assertThat(refused).allMatch(answer -> answer.contains("what=record, well=true"));
            assertThat(vendors.received(AP, "POST", "/oauth/token")).isEqualTo(2);
        } finally {
            TestDatabase.get().empty();
        }
    }

    private interface Asking {
        String of(Adapter adapter);
    }

    private static List<String> atOnce(List<Adapter> adapters, Asking asking) throws Exception {
        var threads = Executors.newFixedThreadPool(adapters.size());
        try {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(adapters.stream().map(adapter -> (Callable<String>) () -> asking.of(adapter)).toList())) answers.add(answer.get());
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static Links.NewLink link() {
        var target = StandIns.account("accounton", vendors.base());
        return new Links.NewLink("demo", "adminpulse-accounton", "Kantoor", JsonNodeFactory.instance.objectNode(), Map.of(
            Side.SOURCE, new Links.NewAccount(AP, "adminpulse-demo-client", vendors.base() + "/adminpulse", "", CREDENTIALS, new Accounts.Limits(0, 0, 0)),
            Side.TARGET, new Links.NewAccount("accounton", "", target.baseUrl(), "", target.credentials(), new Accounts.Limits(0, 0, 0))));
    }

    private static Accounts.Account account(Map<String, String> credentials) {
        return new Accounts.Account(AP, "demo", AP, "", vendors.base() + "/adminpulse", "", credentials, new Accounts.Limits(0, 0, 4), null, "");
    }

    private static Object read() { return adapter.read(AP, "APR00001", Kind.PERSON); }

    private static void letIn() { adapter.accounts.authorized(AP, (Accounts.Token) exchanged(new Grant.Code(code(), VERIFIER, BACK))); }

    private static Object exchanged(Grant grant) { return adapter.askWith(AP, "token", null, Map.of("grant", grant)); }

    private static URI page() { return adapter.adminPulse.consent().orElseThrow().page(adapter.accounts.find(AP), BACK, "a.state", VERIFIER); }

    private static String code() { return code(page()); }

    /** As the browser of a person who says yes. */
    private static String code(URI page) {
        try {
            var back = HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding()).headers().firstValue("Location").orElseThrow();
            assertThat(back).startsWith(BACK + "?code=").endsWith("&state=a.state");
            return back.replaceAll(".*code=|&state.*", "");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
