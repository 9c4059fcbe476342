package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomicWebhookTest {

    private static final Duration A_DELIVERY = Duration.ofSeconds(10);

    private record Told(String method, String query, String body, Map<String, List<String>> headers) {
    }

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private HttpServer listener;
    private ExecutorService threads;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newFixedThreadPool(4);
        listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        listener.setExecutor(threads);
        listener.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(new Told(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery(), body, exchange.getRequestHeaders()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        listener.start();
        wire = new Wire(SandboxOptions.inMemory(0));
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        listener.stop(0);
        threads.shutdownNow();
    }

    @Test
    void every_change_of_a_customer_by_any_road_is_told_once() {
        register("?old=[OLDNUMBER]&new=[NEWNUMBER]");

        customer(1);
        wire.rest("PUT", "/customers/1", EconomicRestTest.customer("Ny", ""));
        wire.cust("PUT", "/Customers/1", ((ObjectNode) wire.cust("GET", "/Customers/1", null).json()).put("name", "Nyere").toString());
        wire.control("PUT", "/economic/customers/1", "{\"name\":\"Nyest\"}");
        wire.rest("PUT", "/customers/1", EconomicRestTest.customer("Flyttet", "'customerNumber':2"));
        wire.rest("DELETE", "/customers/2", null);

        assertThat(delivered(6).stream().map(Told::body)).containsExactlyInAnyOrder("old=&new=1", "old=1&new=1", "old=1&new=1", "old=1&new=1", "old=1&new=2", "old=2&new=");
        assertThat(told.get(0).query()).startsWith("old=").contains("&new=");
        assertThat(told.get(0).method()).isEqualTo("POST");
        assertThat(told.get(0).headers().get("Content-type")).containsExactly("application/x-www-form-urlencoded");
        assertThat(told.get(0).headers().get("X-sync-secret")).containsExactly("s3cret");
    }

    @Test
    void there_is_one_webhook_per_event_type_and_its_version_guards_it() {
        register("");
        var hook = (ObjectNode) wire.hooks("GET", "/webhooks/CUSTOMER_UPDATED", null).json();

        assertThat(wire.hooks("POST", "/webhooks", hook.toString()).status()).isEqualTo(400);
        assertThat(wire.hooks("PUT", "/webhooks", hook.deepCopy().put("isDisabled", true).toString()).status()).isEqualTo(204);
        assertThat(wire.hooks("PUT", "/webhooks", hook.toString()).status()).isEqualTo(409);
        assertThat(wire.hooks("GET", "/webhooks/CUSTOMER_UPDATED", null).json().has("lastDisabledDate")).isTrue();
        assertThat(wire.hooks("GET", "/webhooks", null).json().get("items")).hasSize(1);
        assertThat(wire.hooks("GET", "/webhooks/paged", null).json()).hasSize(1);
        assertThat(wire.hooks("GET", "/webhooks/count", null).json().intValue()).isEqualTo(1);
        assertThat(wire.hooks("DELETE", "/webhooks/CUSTOMER_UPDATED", null).status()).isEqualTo(204);
        assertThat(wire.hooks("GET", "/webhooks/CUSTOMER_UPDATED", null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'url':'http://example.com/x'", "'eventType':'NOTHING_HAPPENED'", "'name':null", "'customHeaders':[{},{},{},{},{},{}]", "'contentType':''"})
    void a_registration_that_cannot_be_is_refused(String member) {
        var reply = wire.hooks("POST", "/webhooks", "{'eventType':'CUSTOMER_UPDATED','name':'n','url':'https://sync.example/x','contentType':'a/b'," + member + "}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/property").textValue()).isEqualTo(member.substring(1, member.indexOf('\'', 1)));
    }

    @Test
    void a_person_sets_a_webhook_up_in_the_settings() {
        var reply = wire.control("POST", "/economic/webhooks", "{\"url\":\"" + url("?n=[NEWNUMBER]") + "\",\"postData\":\"[OLDNUMBER]&[NEWNUMBER]\"}");

        customer(7);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(delivered(1).get(0).body()).isEqualTo("&7");
        assertThat(told.get(0).query()).isEqualTo("n=7");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_UPDATED;INVOICE_BOOKED, 2", "long-invented-list, 10"})
    void event_types(String value, int size) {
        wire.set("economic.event-types", value.replace(';', ','));

        var types = wire.hooks("GET", "/EventTypes", null).json();

        assertThat(types).hasSize(size);
        assertThat(types.at("/0/mergeFields/0/fieldName").textValue()).isEqualTo("[OLDNUMBER]");
    }

    @ParameterizedTest
    @CsvSource({"empty, ''", "repeated, 5", "zero, 0", "placeholder-left, [OLDNUMBER]"})
    void hook_old_on_create(String value, String old) {
        wire.set("economic.hook-old-on-create", value);
        register("");

        customer(5);

        assertThat(delivered(1).get(0).body()).isEqualTo("old=" + old + "&new=5");
    }

    @ParameterizedTest
    @CsvSource({"empty, ''", "repeated, 5", "zero, 0", "placeholder-left, [NEWNUMBER]"})
    void hook_new_on_delete(String value, String now) {
        wire.set("economic.hook-new-on-delete", value);
        customer(5);
        register("");

        wire.rest("DELETE", "/customers/5", null);

        assertThat(delivered(1).get(0).body()).isEqualTo("old=5&new=" + now);
    }

    @ParameterizedTest
    @CsvSource({"ignored, left-verbatim, 5 5 [CURRENTNUMBER]", "exact-upper, left-verbatim, 5 [newnumber] [CURRENTNUMBER]", "exact-upper, emptied, '5  '"})
    void hook_placeholder_case_and_hook_unknown_placeholder(String which, String unknown, String body) {
        wire.set("economic.hook-placeholder-case", which);
        wire.set("economic.hook-unknown-placeholder", unknown);
        register("", "[NEWNUMBER] [newnumber] [CURRENTNUMBER]");

        customer(5);

        assertThat(delivered(1).get(0).body()).isEqualTo(body);
    }

    @Test
    void hook_method() {
        wire.set("economic.hook-method", "GET");
        register("?new=[NEWNUMBER]&x=[CURRENTNUMBER]");

        customer(5);

        assertThat(delivered(1).get(0).method()).isEqualTo("GET");
        assertThat(told.get(0).query()).isEqualTo("new=5&x=%5BCURRENTNUMBER%5D");
        assertThat(told.get(0).body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1-5-15-min, 1", "3, 1-5-15-min, 4", "10, immediate, 11"})
    void hook_retries_and_hook_retry_spacing(String retries, String spacing, int attempts) {
        wire.control("POST", "/clock", "{\"speed\":100000}");
        wire.set("economic.hook-retries", retries);
        wire.set("economic.hook-retry-spacing", spacing);
        status = 500;
        register("");

        customer(5);

        await().atMost(A_DELIVERY).until(() -> state("givenUp") == 1);
        assertThat(told).hasSize(attempts);
    }

    @ParameterizedTest
    @CsvSource({"2xx, 202, accepted", "2xx, 302, failed", "200-only, 202, failed", "200-only, 200, accepted", "below-400, 302, accepted", "below-400, 400, failed"})
    void hook_success(String value, int answer, String counted) {
        wire.set("economic.hook-success", value);
        wire.set("economic.hook-retries", "0");
        status = answer;
        register("");

        customer(5);

        await().atMost(A_DELIVERY).until(() -> state(counted) == 1);
    }

    @ParameterizedTest
    @CsvSource({"never, false", "5, true", "20, false"})
    void hook_disable_after(String value, boolean disabled) {
        wire.set("economic.hook-disable-after", value);
        wire.set("economic.hook-retries", "0");
        status = 500;
        register("");

        IntStream.rangeClosed(1, 6).forEach(number -> {
            customer(number);
            await().atMost(A_DELIVERY).until(() -> disabled && number >= 5 || state("failed") == number);
        });

        await().atMost(A_DELIVERY).untilAsserted(() -> assertThat(wire.hooks("GET", "/webhooks/CUSTOMER_UPDATED", null).json().get("isDisabled").booleanValue()).isEqualTo(disabled));
        assertThat(told).hasSize(disabled ? 5 : 6);
    }

    @Test
    void a_webhook_that_was_disabled_is_switched_on_again() {
        register("");
        var hook = (ObjectNode) wire.hooks("GET", "/webhooks/CUSTOMER_UPDATED", null).json();
        wire.hooks("PUT", "/webhooks", hook.put("isDisabled", true).toString());
        customer(1);

        hook = (ObjectNode) wire.hooks("GET", "/webhooks/CUSTOMER_UPDATED", null).json();
        wire.hooks("PUT", "/webhooks", hook.put("isDisabled", false).toString());
        customer(2);

        assertThat(delivered(1).get(0).body()).isEqualTo("old=&new=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unordered", "in-order"})
    void hook_order(String value) {
        wire.set("economic.hook-order", value);
        register("");
        var expected = IntStream.rangeClosed(1, 20).mapToObj(number -> "old=&new=" + number).toList();

        IntStream.rangeClosed(1, 20).forEach(this::customer);

        var bodies = delivered(20).stream().map(Told::body).toList();
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(value.equals("unordered") || bodies.equals(expected)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"as-configured, application/x-www-form-urlencoded", "always-json-label, application/json"})
    void hook_content_type(String value, String type) {
        wire.set("economic.hook-content-type", value);
        register("");

        customer(5);

        assertThat(delivered(1).get(0).headers().get("Content-type")).containsExactly(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000", "60000"})
    void hook_delay_ms(String value) {
        wire.set("economic.hook-delay-ms", value);
        register("");
        customer(5);
        assertThat(told).isEmpty();
        assertThat(state("pending")).isEqualTo(1);

        wire.control("POST", "/clock", "{\"speed\":100000}");
        customer(6);

        assertThat(delivered(1).get(0).body()).isEqualTo("old=&new=6");
    }

    @Test
    void hook_timeout_s() {
        wire.set("economic.hook-timeout-s", "2");
        wire.set("economic.hook-retries", "0");
        listener.removeContext("/");
        listener.createContext("/", exchange -> told.add(new Told("POST", "", "", Map.of())));
        register("");

        customer(5);

        await().atMost(A_DELIVERY).until(() -> state("failed") == 1);
    }

    @Test
    void some_deliveries_come_twice_or_late_by_a_rate() {
        wire.control("POST", "/clock", "{\"speed\":1000}");
        register("");
        wire.set("economic.webhook.duplicate-rate", "0.5");
        IntStream.rangeClosed(1, 40).forEach(this::customer);
        await().atMost(A_DELIVERY).until(() -> state("pending") == 0);
        assertThat(told.size()).isBetween(45, 75);

        wire.set("economic.webhook.duplicate-rate", "0");
        wire.set("economic.webhook.late-rate", "1");
        wire.control("POST", "/clock", "{\"speed\":1}");
        told.clear();
        customer(99);

        assertThat(state("pending")).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no, 1", "yes, 2"})
    void contact_touches_customer(String value, int deliveries) {
        wire.set("economic.contact-touches-customer", value);
        customer(5);
        register("");

        wire.rest("POST", "/customers/5/contacts", "{'name':'Ida Krogh'}");
        wire.rest("PUT", "/customers/5", EconomicRestTest.customer("Sidst", ""));

        delivered(deliveries);
        await().atMost(A_DELIVERY).until(() -> state("pending") == 0);
        assertThat(told).hasSize(deliveries);
    }

    private void register(String query) {
        register(query, "old=[OLDNUMBER]&new=[NEWNUMBER]");
    }

    private void register(String query, String postData) {
        var reply = wire.hooks("POST", "/webhooks", "{'eventType':'CUSTOMER_UPDATED','name':'Customer sync','url':'" + url(query)
                + "','contentType':'application/x-www-form-urlencoded','postData':'" + postData + "','customHeaders':[{'key':'X-Sync-Secret','value':'s3cret'}]}");
        assertThat(reply.json().get("eventType").textValue()).isEqualTo("CUSTOMER_UPDATED");
    }

    private String url(String query) {
        return "http://127.0.0.1:" + listener.getAddress().getPort() + "/hooks/economic" + query;
    }

    private void customer(int number) {
        assertThat(wire.rest("PUT", "/customers/" + number, EconomicRestTest.customer("Kunde " + number, "")).status()).isEqualTo(201);
    }

    private int state(String count) {
        return wire.control("GET", "/economic/webhooks", null).json().path(count).asInt();
    }

    private List<Told> delivered(int count) {
        await().atMost(A_DELIVERY).until(() -> told.size() >= count);
        return told;
    }
}
