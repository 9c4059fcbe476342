package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer that two people make in both systems within a moment is one customer, whatever becomes of Clickmate's webhook. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DanishRaceTest {

    @Inject Offices offices;
    private DanishOffice office;

    @BeforeEach void there_is_an_office() { office = DanishOffice.made(offices); }

    @AfterEach void webhooks_go_their_way_again() {
        office.clickmate("webhook.drop-rate", "0");
        office.clickmate("webhook.late-rate", "0");
        office.desk("DELETE", "/faults", null);
    }

    @Test void a_customer_of_both_whose_webhook_is_lost_is_not_made_twice() {
        office.clickmate("webhook.drop-rate", "1");

        var customer = inClickmate("Tabt Besked ApS", "28183119");
        var number = inEconomic("Tabt Besked ApS", "28183119");

        office.until(() -> customer.equals(partner(number)));
        assertThat(named("clickmate", "Tabt Besked ApS")).hasSize(1);
    }

    @Test void a_customer_of_both_whose_webhook_is_late_is_not_made_twice() {
        office.clickmate("webhook.late-rate", "1");

        var customer = inClickmate("Sen Besked ApS", "28183127");
        var number = inEconomic("Sen Besked ApS", "28183127");

        office.until(() -> customer.equals(partner(number)));
        office.until(() -> office.desk("GET", "/clickmate/webhooks", null).getInt("pending") == 0);
        assertThat(named("clickmate", "Sen Besked ApS")).hasSize(1);
        assertThat(named("economic", "Sen Besked ApS")).hasSize(1);
    }

    @Test void nothing_is_made_in_a_system_that_cannot_be_listed_and_the_reason_is_shown() {
        office.desk("POST", "/faults", "{'system': 'clickmate', 'method': 'GET', 'pathContains': '/customers', 'kind': 'status', 'status': 503, 'times': 1}");

        var number = inEconomic("Uden Liste ApS", "28183135");

        office.until(() -> reasons(number).contains("VENDOR_UNREACHABLE"));
        assertThat(named("clickmate", "Uden Liste ApS")).isEmpty();
        LawOffice.as("danish-operator").body("{}").post("/api/v1/relations/{id}/sync", office.relationOf("source", number)).then().statusCode(202);
        office.until(() -> named("clickmate", "Uden Liste ApS").size() == 1);
    }

    private String inClickmate(String name, String cvr) {
        return office.desk("POST", "/clickmate/records", "{'name': '%s', 'lifecycle': 'ACTIVE', 'autoSync': true, 'cvrNumber': '%s'}".formatted(name, cvr)).getString("id");
    }

    private String inEconomic(String name, String cvr) {
        return office.desk("POST", "/economic/customers", ("{'name': '%s', 'corporateIdentificationNumber': '%s', 'currency': 'DKK', 'customerGroup': 1, "
            + "'paymentTerms': 1, 'vatZone': 1}").formatted(name, cvr)).getString("customerNumber");
    }

    private String partner(String number) {
        var relation = office.relationOf("source", number);
        return relation == null ? null : office.relation(relation).getString("target.id");
    }

    private List<String> reasons(String number) {
        var relation = office.relationOf("source", number);
        return relation == null ? List.of() : office.relation(relation).getList("reasons.code");
    }

    private List<JsonPath> named(String system, String name) { return office.export(system).stream().filter(one -> name.equals(one.getString("name"))).toList(); }
}
