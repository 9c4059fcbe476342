package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the house and what is let in: headers, cookies, addresses, next pages, time and size. */
class OutboundTest {

    private static final String PERSON = "b7a1c2d3-0000-4e5f-8a6b-7c8d9e0f1a2b";

    private static StandIns vendors;
    private static Adapter adapter;
    private static HttpServer vendor;
    private static final List<Map<String, List<String>>> HEARD = new CopyOnWriteArrayList<>();
    private static volatile Speaker speaker;

    private interface Speaker { void answer(HttpExchange exchange) throws IOException; }

    @BeforeAll static void open() throws IOException {
        vendors = new StandIns(1);
        adapter = new Adapter(vendors);
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.setExecutor(Executors.newCachedThreadPool());
        vendor.createContext("/", OutboundTest::answer);
        vendor.start();
    }

    @AfterAll static void close() throws Exception {
        vendor.stop(0);
        adapter.close();
        vendors.close();
    }

    @BeforeEach void plain() {
        HEARD.clear();
        speaker = exchange -> json(exchange, "{\"value\": []}");
    }

    @Test void a_header_of_one_vendor_never_reaches_another() {
        var marked = Map.<String, Object>of("X-Marked", "secret", "Authorization", "Bearer of-another", "CamelHttpUri", "http://127.0.0.1:1/elsewhere",
            "CamelHttpQuery", "stolen=1", "If-Match", "\"1\"");

        adapter.accounts.forgetTokens();

        adapter.ask(account("tribe", base()), "read", new Step.Read(Side.TARGET, PERSON, Kind.PERSON, false), marked);
        adapter.ask(account("advocaatcentraal", base()), "read", new Step.Read(Side.SOURCE, "AC-1", Kind.PERSON, false), marked);

        assertThat(HEARD).hasSize(3).allSatisfy(headers -> {
            assertThat(headers).doesNotContainKeys("X-marked", "If-match", "Camelhttpquery");
            assertThat(headers.toString()).doesNotContain("of-another", "stolen");
        });
        assertThat(HEARD.get(HEARD.size() - 1)).doesNotContainKey("Authorization").containsKey("X-api-key");
    }

    @Test void a_cookie_is_not_kept_for_the_next_account() {
        speaker = exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "session=of-office-one; Path=/");
            json(exchange, "{\"items\": []}");
        };

        for (int i = 0; i < 2; i++) adapter.ask(account("advocaatcentraal", base()), "references", null, Map.of());

        assertThat(HEARD).hasSize(2).allSatisfy(headers -> assertThat(headers).doesNotContainKey("Cookie"));
    }

    @ParameterizedTest @ValueSource(strings = {"http://other.example/v1/odata/Relation_Organization?$skip=2", "//other.example/v1/odata/x",
        "https://127.0.0.1/v1/odata/x", "/v1/webhooks", "/v1/odata/../webhooks", "::"})
    void a_next_page_elsewhere_is_not_followed(String link) {
        speaker = exchange -> json(exchange, "{\"value\": [], \"access_token\": \"t\", \"@odata.nextLink\": \"" + link + "\"}");

        var answer = adapter.ask(account("tribe", base()), "list", new Connector.PageRequest("organisations", "", "", 10), Map.of());

        assertThat(answer).isInstanceOf(Answer.Unreadable.class);
    }

    @Test void a_loopback_address_is_not_called_unless_it_is_allowed() {
        try (var strict = new Adapter(vendors, Map.of(), "public,10.0.0.0/8")) {
            var answer = strict.ask(account("advocaatcentraal", base()), "references", null, Map.of());

            assertThat(answer).isInstanceOfSatisfying(Answer.Denied.class,
                denied -> assertThat(Wording.EN.told(denied.reason().details().get("answer"))).contains("koppelwerk.outbound.allow"));
            assertThat(HEARD).isEmpty();
        }
    }

    @ParameterizedTest @ValueSource(strings = {"", "ftp://vendor.example", "file:///etc/passwd", "http://user:secret@127.0.0.1:1", "no address", "http://"})
    void an_address_that_is_none_of_the_web_is_not_called(String base) {
        assertThat(adapter.ask(account("advocaatcentraal", base), "references", null, Map.of())).isInstanceOf(Answer.Denied.class);
    }

    @Test void an_account_that_rests_is_not_called_not_even_for_a_token() {
        adapter.accounts.forgetTokens();
        var until = java.time.Instant.parse("2027-01-01T00:00:00Z");
        var account = account("tribe", base());
        var rests = new Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), account.authUrl(),
            account.credentials(), account.limits(), until, "401");

        var answer = adapter.ask(rests, "read", new Step.Read(Side.TARGET, PERSON, Kind.PERSON, false), Map.of());

        assertThat(answer).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().code()).isEqualTo(ReasonCode.CREDENTIALS_REFUSED));
        assertThat(HEARD).isEmpty();
    }

    @Test void a_vendor_that_is_not_there_is_no_answer() {
        assertThat(adapter.ask(account("advocaatcentraal", "http://127.0.0.1:1"), "references", null, Map.of())).isInstanceOf(Answer.Unanswered.class);
    }

    @Test void a_body_that_drips_is_cut_at_the_deadline() {
        speaker = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            try {
                for (int i = 0; i < 100; i++) {
                    body.write(' ');
                    body.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                }
            } catch (IOException cut) {
                exchange.close();
            }
        };
        long began = System.nanoTime();

        var answer = adapter.ask(account("advocaatcentraal", base()), "references", null, Map.of());

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(System.nanoTime() - began).isLessThan(Adapter.DEADLINE.plusMillis(1500).toNanos());
    }

    @Test void a_small_body_that_unpacks_without_end_is_too_long() {
        speaker = exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (var packed = new java.util.zip.GZIPOutputStream(exchange.getResponseBody())) {
                packed.write(new byte[8 << 20]);
            }
        };

        assertThat(adapter.ask(account("advocaatcentraal", base()), "references", null, Map.of())).isInstanceOf(Answer.Unreadable.class);
    }

    @Test void a_retry_after_may_be_a_date_and_is_capped() {
        speaker = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        };

        var answer = (Answer.Throttled) adapter.ask(account("advocaatcentraal", base()), "references", null, Map.of());

        assertThat(answer.until()).isBefore(java.time.Instant.now().plusSeconds(3601));
    }

    @Test void a_refusal_never_repeats_what_was_sent() {
        speaker = exchange -> {
            var body = "{\"error\": {\"code\": \"400\", \"message\": \"LastName 'Geheim' of born 1986-05-12, s.geheim@prive.example, +31 6 12345678 is wrong\"}, \"access_token\": \"t\"}";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().contains("token") ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
        var write = TribeAdapterTest.create(Kind.PERSON, nl.koppelwerk.link.PartKey.ROOT, "", TribeAdapterTest.person("Geheim"), "AC-1");
        var request = new Connector.WriteRequest(write, adapter.tribe.request(write, nl.koppelwerk.mapping.References.NONE));

        var answer = (Answer.Refused) adapter.ask(account("tribe", base()), "create", request, Map.of());

        assertThat(answer.reasons()).singleElement().satisfies(reason ->
            assertThat(reason.text()).contains("is wrong").doesNotContain("Geheim", "1986", "s.geheim", "12345678"));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        HEARD.add(Map.copyOf(exchange.getRequestHeaders()));
        exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().endsWith("/oauth2/token")) json(exchange, "{\"access_token\": \"t\"}");
        else speaker.answer(exchange);
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String base() { return "http://127.0.0.1:" + vendor.getAddress().getPort(); }

    private static Accounts.Account account(String system, String base) {
        var known = StandIns.account(system, base);
        return new Accounts.Account(known.id(), known.office(), known.system(), known.number(), base, base, known.credentials(), known.limits(), null, "");
    }
}
