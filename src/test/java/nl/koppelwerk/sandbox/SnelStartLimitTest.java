package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is too much: in a minute, in an hour, at the same time. */
class SnelStartLimitTest {

    private static final AtomicLong SECONDS = new AtomicLong();

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(0));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    /** Later than every test before, so that nothing is used up. */
    @BeforeEach
    void a_fresh_hour() {
        wire.standard();
        later(7200);
        wire.snelstartToken();
        wire.set("snelstart.quota", "contract");
    }

    @ParameterizedTest
    @CsvSource({"off, 0", "test, 100", "maatwerk, 500", "productie, 500"})
    void tier(String value, int perMinute) {
        wire.set("snelstart.tier", value);

        IntStream.range(0, perMinute == 0 ? 101 : perMinute).forEach(i -> assertThat(echo().status()).isEqualTo(200));

        assertThat(echo().status()).isEqualTo(perMinute == 0 ? 200 : 429);
        later(61);
        assertThat(echo().status()).isEqualTo(200);
    }

    @Test
    void both_subscription_keys_share_the_limit_and_the_token_host_has_none() {
        wire.set("snelstart.quota", "1/min");
        assertThat(echo().status()).isEqualTo(200);

        var secondary = wire.send("GET", "/snelstart/v2/echo/x", null, "Ocp-Apim-Subscription-Key", "snelstart-demo-secondary", "Authorization", "Bearer " + wire.snelstartToken());

        assertThat(secondary.status()).isEqualTo(429);
        wire.forgetTokens();
        assertThat(wire.snelstartToken()).isNotEmpty();
    }

    @Test
    void the_test_product_has_a_thousand_calls_in_an_hour() {
        wire.set("snelstart.tier", "test");

        for (var minute = 0; minute < 10; minute++) {
            IntStream.range(0, 100).forEach(i -> assertThat(echo().status()).isEqualTo(200));
            later(61);
        }

        assertThat(echo().status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"429, 429, Rate limit is exceeded.", "403, 403, Out of call volume quota."})
    void hour_quota_status(String value, int status, String text) {
        wire.set("snelstart.hour-quota-status", value);
        wire.set("snelstart.quota", "1/hour");
        echo();

        var refused = echo();

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().get("statusCode").intValue()).isEqualTo(status);
        assertThat(refused.json().get("message").textValue()).startsWith(text);
    }

    @ParameterizedTest
    @CsvSource({"present, true, true", "absent, false, false", "text-only, false, true"})
    void retry_after(String value, boolean header, boolean text) {
        wire.set("snelstart.retry-after", value);
        wire.set("snelstart.quota", "1/min");
        echo();

        var refused = echo();

        assertThat(refused.header("Retry-After") != null).isEqualTo(header);
        assertThat(refused.json().get("message").textValue().matches("Rate limit is exceeded\\. Try again in \\d+ seconds\\.")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"429, 429", "403, 403"})
    void concurrency_status(String value, int status) {
        wire.set("snelstart.concurrency-status", value);
        wire.set("snelstart.tier", "test");
        wire.set("snelstart.latency-ms", "1500");

        var statuses = together(12);

        assertThat(statuses).contains(200, status);
        assertThat(statuses.stream().filter(one -> one == 200).count()).isGreaterThanOrEqualTo(5);
        wire.set("snelstart.latency-ms", "0");
        assertThat(echo().status()).isEqualTo(200);
    }

    private static List<Integer> together(int calls) {
        var threads = Executors.newFixedThreadPool(calls);
        var replies = IntStream.range(0, calls).mapToObj(i -> CompletableFuture.supplyAsync(() -> echo().status(), threads)).toList();
        threads.shutdown();
        return replies.stream().map(CompletableFuture::join).toList();
    }

    private static void later(long seconds) {
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + SECONDS.addAndGet(seconds) + "}");
        wire.forgetTokens();
    }

    private static Wire.Reply echo() {
        return wire.snelstartGet("/echo/x");
    }
}
