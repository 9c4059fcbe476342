package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that get a partner anew, or that both systems got at once. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DanishPartnersTest {

    @Inject Offices offices;
    private DanishOffice office;
    private String name;
    private String customer;
    private String relation;

    @BeforeEach void a_customer_is_in_both() {
        office = DanishOffice.made(offices);
        name = "Makker " + UUID.randomUUID();
        customer = office.desk("POST", "/clickmate/records", "{'name': '%s', 'lifecycle': 'ACTIVE', 'autoSync': true}".formatted(name)).getString("id");
        office.until(() -> number() != null);
        relation = office.relationOf("target", customer);
    }

    @Test void a_customer_that_e_conomic_lost_is_made_there_again_once_it_is_released() {
        office.desk("DELETE", "/economic/customers/" + number(), null);
        office.until(() -> holds().size() == 1);

        LawOffice.as("danish-operator").body(Map.of("release", true)).post("/api/v1/holds/{hold}/resolve", holds().get(0)).then().statusCode(202);

        office.until(() -> inEconomic().size() == 1);
        office.desk("PATCH", "/clickmate/records/" + customer, "{'website': 'https://igen.example'}");
        office.until(() -> "https://igen.example".equals(inEconomic().get(0).getString("website")));
        assertThat(holds()).isEmpty();
    }

    @Test void a_contact_person_that_is_typed_in_both_is_one_in_both() {
        office.desk("POST", "/economic/customers/" + number() + "/contacts", "{'name': 'Ida Krogh', 'email': 'ida@krogh.example'}");
        office.desk("POST", "/clickmate/records/" + customer + "/contacts", "{'firstName': 'Ida', 'lastName': 'Krogh', 'email': 'ida@krogh.example'}");

        office.until(() -> "in-sync".equals(office.relation(relation).getString("state")));
        office.run("full");

        assertThat(office.desk("GET", "/clickmate/records/" + customer, null).getList("contacts.email")).containsExactly("ida@krogh.example");
        assertThat(inEconomic()).singleElement().satisfies(one -> assertThat(one.getList("contacts.email")).containsExactly("ida@krogh.example"));
    }

    private List<JsonPath> inEconomic() { return office.export("economic").stream().filter(one -> name.equals(one.getString("name"))).toList(); }

    private String number() {
        return office.desk("GET", "/clickmate/records/" + customer, null).getString("externalRefs.find { it.system == 'ECONOMIC' }?.id");
    }

    private List<String> holds() {
        JsonPath open = LawOffice.as("danish-viewer").get("/api/v1/holds?link={link}", office.link).jsonPath();
        return open.getList("items.findAll { it.relation == '" + relation + "' }.id");
    }
}
