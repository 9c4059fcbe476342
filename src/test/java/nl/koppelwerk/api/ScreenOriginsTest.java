package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which page of which origin may call what; on a server of its own, so that each test has its setting. */
class ScreenOriginsTest {

    private static final String ALLOWED = "https://crm.example";
    private static final List<String> CALLS = List.of("/api/v1/relations/7/compare", "/api/v1/relations/7/resolve", "/api/v1/relations/7/sync", "/api/v1/links/5f0c6d2e/compare");

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @AfterEach void stop() { vertx.close(); }

    @Test void a_named_origin_asks_beforehand_and_calls() {
        serve(ALLOWED, "https://other.example:8443");

        for (var call : CALLS) for (var origin : List.of(ALLOWED, "https://other.example:8443")) {
            var beforehand = beforehand(origin, call);
            assertThat(beforehand.statusCode()).as(call).isEqualTo(200);
            assertThat(beforehand.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(beforehand.header("Access-Control-Allow-Methods")).isEqualTo("POST");
            assertThat(beforehand.header("Access-Control-Allow-Headers")).containsIgnoringCase("Authorization").containsIgnoringCase("Content-Type");
            var called = call(origin, call);
            assertThat(called.asString()).isEqualTo("reached");
            assertThat(called.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            for (var answer : List.of(beforehand, called)) assertThat(answer.header("Access-Control-Allow-Credentials")).isIn(null, "false");
        }
    }

    @Test void another_origin_reaches_nothing() {
        serve(ALLOWED);

        for (var origin : List.of("https://evil.example", "http://crm.example", "https://crm.example:8443", "https://crm.example.evil.example", "null")) {
            assertThat(beforehand(origin, CALLS.get(0)).header("Access-Control-Allow-Origin")).as(origin).isNull();
            assertThat(call(origin, CALLS.get(0)).statusCode()).as(origin).isEqualTo(403);
        }
    }

    @Test void another_call_is_left_as_it_is() {
        serve(ALLOWED);

        for (var call : List.of("/api/v1/links", "/api/v1/relations/7", "/api/v1/relations/7/history", "/api/v1/links/5f0c6d2e/tokens", "/api/v1/holds/7/resolve", "/api/v1/relations/7/history/compare"))
            for (var answer : List.of(beforehand(ALLOWED, call), call(ALLOWED, call))) {
                assertThat(answer.header("Access-Control-Allow-Origin")).as(call).isNull();
                assertThat(answer.asString()).isEqualTo("reached");
            }
    }

    @Test void where_none_is_named_no_origin_is_allowed() {
        serve();

        for (var call : CALLS) for (var answer : List.of(beforehand(ALLOWED, call), call(ALLOWED, call)))
            assertThat(answer.header("Access-Control-Allow-Origin")).as(call).isNull();
    }

    @Test void what_is_no_exact_origin_ends_the_start_and_is_told() {
        for (var wrong : List.of("*", "https://*.example", "/https://.*/", "https://crm.example/", "https://crm.example/screen", "crm.example", "null", "https://Crm.example"))
            assertThatThrownBy(() -> serve(ALLOWED, wrong)).as(wrong).hasMessageContaining("koppelwerk.screen.origins cannot be " + wrong).hasMessageContaining("no wildcard");
    }

    private void serve(String... origins) {
        var router = Router.router(vertx);
        new ScreenOrigins(Optional.of(Arrays.asList(origins))).allow(router);
        router.route().handler(call -> call.response().end("reached"));
        port = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private Response beforehand(String origin, String path) {
        return given().header("Origin", origin).header("Access-Control-Request-Method", "POST").header("Access-Control-Request-Headers", "authorization,content-type")
            .options("http://127.0.0.1:" + port + path);
    }

    private Response call(String origin, String path) { return given().header("Origin", origin).post("http://127.0.0.1:" + port + path); }
}
