package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, how often, and what a repeated call comes to. */
class EconomicAccessTest {

    private static final AtomicLong HOURS = new AtomicLong();

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(3));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    /** Later than every test before, so that the bucket is full again. */
    @BeforeEach
    void a_full_bucket() {
        wire.standard();
        hours(2);
        wire.control("POST", "/reset", "{}");
    }

    @ParameterizedTest
    @CsvSource({"economic-demo-app, economic-demo-grant, 200", "economic-demo-app, x, 401", "x, economic-demo-grant, 401", "'', '', 401",
        "economic-demo-app, economic-other-grant, 401", "economic-other-app, economic-other-grant, 403"})
    void two_tokens_that_belong_together_let_a_call_in(String app, String grant, int status) {
        var rest = wire.send("GET", "/economic/self", null, "X-AppSecretToken", app, "X-AgreementGrantToken", grant);
        var cust = wire.send("GET", "/economic-apis/customersapi/v3.1.0/Customers", null, "X-AppSecretToken", app, "X-AgreementGrantToken", grant);

        assertThat(rest.status()).isEqualTo(status);
        assertThat(cust.status()).isEqualTo(status);
        assertThat(cust.header("Content-Type")).isEqualTo(status == 200 ? "application/json" : "application/problem+json");
        assertThat(status == 200 || rest.json().get("logId").textValue().matches("[0-9a-f]{16}-[A-Z]{3}")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"active, 200", "revoked, 401", "module-missing, 403"})
    void grant(String value, int status) {
        wire.set("economic.grant", value);

        assertThat(wire.rest("GET", "/self", null).status()).isEqualTo(status);
    }

    @Test
    void every_answer_tells_what_is_used_of_the_bucket() {
        wire.set("economic.quota", "contract");

        wire.cust("GET", "/Customers/1", null);
        var reply = wire.rest("GET", "/customers?filter=x", null);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("X-CallCost")).isEqualTo("3");
        // What is used flows off while the calls are made.
        assertThat(reply.header("X-RateLimiting")).matches("token-limit-10000-per-60-seconds: [456]/10000");
        assertThat(reply.header("X-RequestId")).isNotEmpty();
    }

    @Test
    void an_empty_bucket_refuses_all_services_until_it_has_filled_again() {
        wire.set("economic.quota", "contract");
        wire.set("economic.bucket", "small");
        for (var i = 0; i < 10; i++) {
            assertThat((i % 2 == 0 ? wire.rest("GET", "/self", null) : wire.cust("GET", "/Customers/count", null)).status()).isEqualTo(200);
        }

        var rest = wire.rest("GET", "/self", null);
        var hooks = wire.hooks("GET", "/webhooks", null);
        hours(1);

        assertThat(rest.status()).isEqualTo(429);
        assertThat(rest.header("Retry-After")).isNull();
        assertThat(rest.json().get("httpStatusCode").intValue()).isEqualTo(429);
        assertThat(hooks.json().get("errorCode").textValue()).isEqualTo("TooManyRequests");
        assertThat(wire.rest("GET", "/self", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"plain, absent, false", "plain, present, true", "problem, absent, false", "empty, absent, false"})
    void rate_body_and_retry_after(String body, String after, boolean told) {
        wire.set("economic.quota", "contract");
        wire.set("economic.bucket", "small");
        wire.set("economic.rate-body", body);
        wire.set("economic.retry-after", after);
        wire.control("POST", "/economic/foreign-calls", "{\"cost\":30}");

        var reply = wire.rest("GET", "/self", null);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After") != null).isEqualTo(told);
        assertThat(reply.body().isEmpty()).isEqualTo(body.equals("empty"));
        assertThat(reply.body().contains("logTime")).isEqualTo(body.equals("plain"));
    }

    @Test
    void other_apps_take_from_the_same_bucket() {
        wire.set("economic.quota", "contract");
        wire.set("economic.foreign-cost-per-min", "10000");
        wire.control("POST", "/economic/foreign-calls", "{\"cost\":9999}");
        hours(1);

        assertThat(wire.rest("GET", "/self", null).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", "by-verb, 1, 5"})
    void call_cost(String value, String read, String write) {
        wire.set("economic.call-cost", value);

        assertThat(wire.rest("GET", "/self", null).header("X-CallCost")).isEqualTo(read);
        assertThat(wire.rest("DELETE", "/customers/99", null).header("X-CallCost")).isEqualTo(write);
    }

    @ParameterizedTest
    @CsvSource({"2/min, 429", "none, 200"})
    void quota_as_the_other_stand_ins_know_it(String value, int status) {
        wire.set("economic.quota", value);
        wire.rest("GET", "/self", null);
        wire.rest("GET", "/self", null);

        assertThat(wire.rest("GET", "/self", null).status()).isEqualTo(status);
    }

    @Test
    void the_same_key_gets_the_first_answer_again_for_one_hour() {
        var first = post("key-1", "Nørgaard VVS");

        var again = post("key-1", "Noget andet");
        hours(2);
        var late = post("key-1", "Efter en time");

        assertThat(first.header("X-ResultFromCache")).isNull();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("X-ResultFromCache")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(late.json().get("customerNumber").intValue()).isEqualTo(first.json().get("customerNumber").intValue() + 1);
        assertThat(wire.cust("GET", "/Customers/count", null).json().intValue()).isEqualTo(5);
    }

    @Test
    void a_refusal_and_a_deletion_are_repeated_as_well_and_a_read_never() {
        var refused = wire.rest("POST", "/customers", "{'name':'Uden'}", "Idempotency-Key", "k2");
        assertThat(wire.rest("POST", "/customers", EconomicRestTest.customer("Med", ""), "Idempotency-Key", "k2").body()).isEqualTo(refused.body());

        wire.rest("DELETE", "/customers/10001", null, "Idempotency-Key", "k3");
        assertThat(wire.rest("DELETE", "/customers/10001", null, "Idempotency-Key", "k3").status()).isEqualTo(204);
        assertThat(wire.cust("DELETE", "/Customers/10001", null, "Idempotency-Key", "k4").status()).isEqualTo(404);
        assertThat(wire.rest("GET", "/customers/10002", null, "Idempotency-Key", "k3").status()).isEqualTo(200);
    }

    @Test
    void a_create_whose_answer_was_lost_is_found_again_by_its_key_after_a_restart(@TempDir Path directory) throws Exception {
        var before = new Wire(SandboxOptions.inMemory(0).withFile(directory));
        var first = before.rest("POST", "/customers", EconomicRestTest.customer("Ærø Fiskeeksport", ""), "Idempotency-Key", "lost");
        before.close();

        try (var after = new Wire(SandboxOptions.inMemory(0).withFile(directory))) {
            var again = after.rest("POST", "/customers", EconomicRestTest.customer("Ærø Fiskeeksport", ""), "Idempotency-Key", "lost");

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(after.cust("GET", "/Customers/count", null).json().intValue()).isEqualTo(1);
        }
    }

    private static Wire.Reply post(String key, String name) {
        return wire.rest("POST", "/customers", EconomicRestTest.customer(name, ""), "Idempotency-Key", key);
    }

    private static void hours(int later) {
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + HOURS.addAndGet(later) * 3600 + "}");
    }
}
