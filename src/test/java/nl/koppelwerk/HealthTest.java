package nl.koppelwerk;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class HealthTest {
    @Test
    void it_is_ready_only_with_a_database_that_answers() {
        get("/q/health/ready").then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("Database connections health check"));
    }

    @Test
    void it_lives_without_asking_the_database() {
        get("/q/health/live").then()
                .statusCode(200)
                .body("checks.findAll { it.name == 'Database connections health check' }.size()", equalTo(0));
    }

    @Test
    void a_cluster_asks_without_a_login_whether_it_has_started() { get("/q/health/started").then().statusCode(200); }

    @Test
    void nobody_reads_the_metrics_without_a_login() {
        get("/q/metrics").then().statusCode(401).header("WWW-Authenticate", equalTo("basic realm=\"koppelwerk\"")).contentType("application/problem+json");
    }

    @Test
    void prometheus_reads_what_each_route_did() {
        given().auth().preemptive().basic("admin", TestPostgres.ADMIN_PASSWORD).get("/q/metrics").then()
                .statusCode(200)
                .body(containsString("routeId=\"hub-heartbeat\""));
    }
}
