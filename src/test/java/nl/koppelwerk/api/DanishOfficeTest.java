package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** e-conomic and Clickmate kept the same by the running program, against both stand-ins and their webhooks. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DanishOfficeTest {

    @Inject Offices offices;
    @Inject DataSource database;
    private DanishOffice office;

    @BeforeEach void there_is_an_office() { office = DanishOffice.made(offices); }

    @Test @Requirement({"CL-01", "CL-28"}) void every_customer_of_e_conomic_is_in_clickmate_once() {
        for (var customer : office.export("economic")) assertThat(inClickmate(customer.getString("customerNumber"))).as(customer.prettify()).hasSize(1);
    }

    @Test @Requirement("CL-28") void a_customer_that_both_have_before_there_is_a_link_is_not_made_again() {
        var cvr = office.desk("GET", "/economic/customers/" + office.acquainted, null).getString("corporateIdentificationNumber");

        assertThat(office.export("clickmate").stream().filter(one -> cvr.equals(one.getString("cvrNumber")))).hasSize(1);
        assertThat(inClickmate(office.acquainted)).hasSize(1);
    }

    @Test @Requirement({"CL-25", "CL-26"}) void a_customer_of_clickmate_goes_to_e_conomic_when_it_becomes_active() {
        var prospect = office.desk("POST", "/clickmate/records", "{'name': 'Kundeemnet ApS', 'lifecycle': 'PROSPECT', 'autoSync': true, 'email': 'emne@kundeemnet.example'}").getString("id");
        office.until(() -> reasons(office.relationOf("target", prospect)).contains("NOT_ACTIVE_YET"));
        assertThat(number(prospect)).isNull();

        office.desk("PATCH", "/clickmate/records/" + prospect, "{'lifecycle': 'ACTIVE'}");

        office.until(() -> number(prospect) != null);
        var made = office.desk("GET", "/economic/customers/" + number(prospect), null);
        assertThat(made.getString("name")).isEqualTo("Kundeemnet ApS");
        assertThat(made.getInt("vatZone")).isEqualTo(1);
        assertThat(named("economic", "Kundeemnet ApS")).hasSize(1);
        assertThat(named("clickmate", "Kundeemnet ApS")).hasSize(1);
    }

    @Test @Requirement({"CL-02", "CL-27"}) void an_edit_in_either_system_is_in_the_other_at_once() {
        var number = paired(0);
        var customer = clickmateOf(number);

        office.desk("PUT", "/economic/customers/" + number, "{'website': 'https://ny.example'}");
        office.until(() -> "https://ny.example".equals(office.desk("GET", "/clickmate/records/" + customer, null).getString("website")));
        office.desk("PATCH", "/clickmate/records/" + customer, "{'website': 'https://nyere.example'}");
        office.until(() -> "https://nyere.example".equals(office.desk("GET", "/economic/customers/" + number, null).getString("website")));
    }

    @Test void a_renumbered_customer_keeps_its_pair_and_a_reused_number_joins_nobody() {
        var number = paired(1);
        var customer = clickmateOf(number);
        var relation = office.relationOf("source", number);
        var name = office.desk("GET", "/economic/customers/" + number, null).getString("name");

        office.desk("POST", "/economic/customers/" + number + "/renumber", "{'to': 77001}");
        office.desk("POST", "/economic/customers/77001/renumber", "{'to': 77002}");
        office.until(() -> "77002".equals(number(customer)));
        assertThat(office.relation(relation).getString("source.id")).isEqualTo("77002");
        assertThat(named("clickmate", name)).hasSize(1);

        office.desk("DELETE", "/economic/customers/77002", null);
        office.until(() -> reasons(relation).contains("PARTNER_GONE"));
        office.desk("POST", "/economic/customers", "{'customerNumber': 77002, 'name': 'Helt Andre ApS', 'email': 'hej@heltandre.example', 'currency': 'DKK', 'customerGroup': 1, 'paymentTerms': 1, 'vatZone': 1}");
        office.until(() -> reasons(relation).contains("ID_REUSED"));
        assertThat(office.desk("GET", "/clickmate/records/" + customer, null).getString("name")).isEqualTo(name);
    }

    @Test @Requirement({"CL-01", "CL-28"}) void a_customer_with_the_number_of_a_contact_person_crosses_like_any_other() {
        var owner = paired(9);
        var taken = contact(owner, "Ida Krogh");

        office.desk("POST", "/economic/customers", "{'customerNumber': " + taken + ", 'name': 'Samme Nummer ApS', 'currency': 'DKK', 'customerGroup': 1, 'paymentTerms': 1, 'vatZone': 1}");
        office.until(() -> inClickmate(taken).size() == 1);
        assertThat(inClickmate(taken).get(0).getString("name")).isEqualTo("Samme Nummer ApS");

        office.desk("PUT", "/economic/customers/" + taken, "{'website': 'https://samme.example'}");
        office.until(() -> "https://samme.example".equals(inClickmate(taken).get(0).getString("website")));
        assertThat(compare(office.relationOf("source", taken)).jsonPath().getString("status")).isEqualTo("equal");
    }

    @Test void a_customer_that_is_renumbered_to_the_number_of_a_contact_person_keeps_its_pair() {
        var number = paired(10);
        var customer = clickmateOf(number);
        var relation = office.relationOf("source", number);
        var taken = contact(number, "Bo Lund");

        office.desk("POST", "/economic/customers/" + number + "/renumber", "{'to': " + taken + "}");

        office.until(() -> taken.equals(number(customer)));
        office.until(() -> taken.equals(office.relation(relation).getString("source.id")));
        office.until(() -> reasons(relation).isEmpty());
    }

    @Test void a_number_that_is_another_customers_by_now_is_told_so_and_both_go_on_by_themselves() {
        var number = paired(11);
        var customer = clickmateOf(number);
        var former = office.relationOf("source", number);
        var name = office.desk("GET", "/clickmate/records/" + customer, null).getString("name");
        office.desk("DELETE", "/economic/customers/" + number, null);
        office.desk("POST", "/economic/customers", "{'customerNumber': " + number + ", 'name': 'En Anden ApS', 'email': 'hej@enanden.example', 'currency': 'DKK', 'customerGroup': 1, 'paymentTerms': 1, 'vatZone': 1}");
        office.until(() -> reasons(former).contains("ID_REUSED"));

        LawOffice.as("danish-operator").body("{\"another\": true}").post("/api/v1/holds/{hold}/resolve", hold(former)).then().statusCode(202);

        office.until(() -> named("clickmate", "En Anden ApS").size() == 1);
        assertThat(office.relationOf("source", number)).isNotEqualTo(former);
        assertThat(compare(office.relationOf("source", number)).jsonPath().getString("status")).isEqualTo("equal");
        office.until(() -> reasons(former).contains("PARTNER_GONE"));
        assertThat(office.desk("GET", "/clickmate/records/" + customer, null).getString("name")).isEqualTo(name);

        LawOffice.as("danish-operator").body("{\"another\": true}").post("/api/v1/holds/{hold}/resolve", hold(former)).then().statusCode(422)
            .body("errors[0].code", equalTo("NOT_ASKED"));
        LawOffice.as("danish-operator").body("{\"release\": true}").post("/api/v1/holds/{hold}/resolve", hold(former)).then().statusCode(202);
        office.until(() -> named("economic", name).size() == 1);
        office.until(() -> named("economic", name).get(0).getString("customerNumber").equals(number(customer)));
        assertThat(named("economic", "En Anden ApS")).hasSize(1);
    }

    private String hold(String relation) {
        return LawOffice.as("danish-viewer").get("/api/v1/holds?link={link}&limit=200", office.link).jsonPath().getString("items.find { it.relation == '" + relation + "' }.id");
    }

    /** Its number, once Clickmate has it too. */
    private String contact(String owner, String name) {
        var made = office.desk("POST", "/economic/customers/" + owner + "/contacts", "{'name': '" + name + "'}").getString("customerContactNumber");
        office.desk("PUT", "/economic/customers/" + owner, "{'website': 'https://" + made + ".example'}");
        office.until(() -> office.desk("GET", "/clickmate/records/" + clickmateOf(owner), null).getList("contacts.name").contains(name));
        return made;
    }

    @Test @Requirement({"CL-05", "CL-06", "CL-07", "CL-08"}) void the_comparison_asks_both_systems_now() {
        var number = paired(2);
        var relation = office.relationOf("source", number);
        compare(relation).then().statusCode(200).body("status", equalTo("equal")).body("stamp", notNullValue());

        office.desk("PUT", "/economic/customers/" + number + "?silently=true", "{'email': 'stille@kunde.example'}");

        compare(relation).then().statusCode(200).body("status", equalTo("different"))
            .body("fields.findAll { !it.equal }.field", contains("email")).body("fields.find { it.field == 'email' }.source", equalTo("stille@kunde.example"));
    }

    @Test @Requirement("CL-10") void what_a_person_chose_stands_in_both_systems_at_once_unless_either_changed_meanwhile() {
        var number = paired(3);
        var customer = clickmateOf(number);
        var relation = office.relationOf("source", number);
        office.desk("PUT", "/economic/customers/" + number + "?silently=true", "{'email': 'stille@kunde.example'}");
        var shown = compare(relation).jsonPath();

        office.desk("PUT", "/economic/customers/" + number + "?silently=true", "{'email': 'imens@kunde.example'}");
        resolve(relation, Map.of("stamp", shown.getString("stamp"), "fields", Map.of("email", "source"))).then().statusCode(409)
            .body("errors[0].code", equalTo("CHANGED_SINCE_SHOWN")).body("now.fields.find { it.field == 'email' }.source", equalTo("imens@kunde.example"));

        var again = compare(relation).jsonPath().getString("stamp");
        resolve(relation, Map.of("stamp", again, "fields", Map.of("email", Map.of("value", "valgt@kunde.example")))).then().statusCode(200)
            .body("written", contains("source", "target")).body("state", equalTo("in-sync"));
        assertThat(office.desk("GET", "/economic/customers/" + number, null).getString("email")).isEqualTo("valgt@kunde.example");
        assertThat(office.desk("GET", "/clickmate/records/" + customer, null).getString("email")).isEqualTo("valgt@kunde.example");
    }

    @Test @Requirement("CL-10") void a_choice_that_a_system_does_not_take_now_says_why_and_is_finished_by_itself() {
        var number = paired(7);
        var customer = clickmateOf(number);
        var relation = office.relationOf("source", number);
        office.desk("POST", "/faults", "{'system': 'economic', 'method': 'PUT', 'pathContains': '" + number + "', 'kind': 'status', 'status': 503, 'times': 1}");

        resolve(relation, Map.of("stamp", compare(relation).jsonPath().getString("stamp"), "fields", Map.of("email", Map.of("value", "senere@kunde.example")))).then().statusCode(202)
            .body("state", equalTo("pending")).body("reasons.code", hasItem("VENDOR_UNREACHABLE"));

        LawOffice.as("danish-operator").body("{}").post("/api/v1/relations/{id}/sync", relation).then().statusCode(202);
        for (var record : List.of("/economic/customers/" + number, "/clickmate/records/" + customer))
            office.until(() -> "senere@kunde.example".equals(office.desk("GET", record, null).getString("email")));
    }

    @Test @Requirement("CL-10") void a_choice_that_cannot_be_carried_out_is_refused_with_every_reason_and_writes_nothing() {
        var number = paired(8);
        var customer = clickmateOf(number);
        var relation = office.relationOf("source", number);
        var asked = Map.of("number", Map.of("value", "10004"), "autoSync", "target", "currency", Map.of("value", "EUR"), "status", "source",
            "CONTACT/email", "source", "foo:1/email", "target", "x/y/email", "source", ":/email", "source");

        for (var choice : List.of(Map.of("fields", asked), Map.of("fields", asked, "stamp", compare(relation).jsonPath().getString("stamp"))))
            resolve(relation, choice).then().statusCode(422).body("errors.size()", equalTo(8))
                .body("errors.find { it.pointer == '/fields/number' }.code", equalTo("FOLLOWS_ONLY")).body("errors.find { it.pointer == '/fields/number' }.detail", org.hamcrest.Matchers.containsString("Renumber it in e-conomic"))
                .body("errors.findAll { it.code == 'NOT_COMPARED' }.pointer", org.hamcrest.Matchers.containsInAnyOrder("/fields/autoSync", "/fields/currency", "/fields/status"))
                .body("errors.findAll { it.code == 'FIELD_UNKNOWN' }.pointer", org.hamcrest.Matchers.containsInAnyOrder("/fields/CONTACT~1email", "/fields/foo:1~1email", "/fields/x~1y~1email", "/fields/:~1email"));
        resolve(relation, Map.of("fields", Map.of("phone", Map.of("value", "32 11 11 14")))).then().statusCode(422)
            .body("errors[0].code", equalTo("PHONE_INVALID")).body("errors[0].detail", org.hamcrest.Matchers.containsString("+45"));

        assertThat(number(customer)).isEqualTo(number);
    }

    @Test @Requirement("CL-10") void a_number_that_was_changed_in_clickmate_is_shown_and_mended_by_choosing_the_source() {
        var number = paired(9);
        var customer = clickmateOf(number);
        var relation = office.relationOf("source", number);
        office.desk("PATCH", "/clickmate/records/" + customer + "?silently=true", "{'externalRefs': [{'system': 'ECONOMIC', 'id': '88123'}]}");
        var shown = compare(relation);
        shown.then().body("status", equalTo("different")).body("fields.find { it.field == 'number' }.target", equalTo("88123"));

        resolve(relation, Map.of("stamp", shown.jsonPath().getString("stamp"), "fields", Map.of("number", "source"))).then().statusCode(200);

        assertThat(number(customer)).isEqualTo(number);
        compare(relation).then().body("status", equalTo("equal"));
    }

    @Test @Requirement({"CL-03", "CL-09"}) void a_customer_that_does_not_flow_is_compared_and_carried_over_by_hand() {
        var customer = office.desk("POST", "/clickmate/records", "{'name': 'Stilstand ApS', 'lifecycle': 'ACTIVE', 'autoSync': false, 'email': 'a@stilstand.example', 'cvrNumber': '29189846'}").getString("id");
        office.until(() -> reasons(office.relationOf("target", customer)).contains("NOT_AUTOMATIC"));
        var relation = office.relationOf("target", customer);
        compare(relation).then().statusCode(200).body("status", equalTo("missing")).body("missingIn", hasItem("source"));

        LawOffice.as("danish-operator").body("{\"byHand\": true}").post("/api/v1/relations/{id}/sync", relation).then().statusCode(202);
        office.until(() -> named("economic", "Stilstand ApS").size() == 1);
        var number = named("economic", "Stilstand ApS").get(0).getString("customerNumber");
        office.until(() -> number.equals(office.relation(relation).getString("source.id")));
        // Clickmate gets the number by a write of its own, a moment later: until then that is what differs.
        office.until(() -> compare(relation).jsonPath().getString("status").equals("equal"));

        office.desk("PATCH", "/clickmate/records/" + customer, "{'phone': '+4533123456'}");
        office.until(() -> compare(relation).jsonPath().getString("status").equals("different"));
        resolve(relation, Map.of("stamp", compare(relation).jsonPath().getString("stamp"), "all", "target")).then().statusCode(200);
        assertThat(compare(relation).jsonPath().getString("status")).isEqualTo("equal");
    }

    @Test void a_webhook_that_e_conomic_switched_off_is_told_and_switched_on_again() throws Exception {
        var hook = office.desk("GET", "/economic/webhooks", null).getMap("items[0]");
        office.desk("POST", "/economic/webhooks", "{'url': '" + hook.get("url") + "', 'postData': '" + hook.get("postData") + "', 'isDisabled': true}");

        listen();

        office.until(() -> attention().getString("attention[0].code") != null);
        assertThat(attention().getString("attention[0].code")).isEqualTo("WEBHOOK_SWITCHED_ON_AGAIN");
        assertThat(attention().getString("attention[0].remedy")).contains("koppelwerk.public-url");
        assertThat(office.desk("GET", "/economic/webhooks", null).getBoolean("items[0].isDisabled")).isFalse();

        LawOffice.as("danish-operator").post("/api/v1/links/{link}/test", office.link).then().statusCode(200).body("sides.source.find { it.what == 'webhook' }.well", equalTo(true));
        assertThat(attention().getList("attention")).isEmpty();
    }

    /** The day of the schedule is over. */
    private void listen() throws SQLException {
        try (var connection = database.getConnection(); var turn = connection.prepareStatement("UPDATE schedule SET due = hub_now() WHERE link_id = ? AND what = 'listen'")) {
            turn.setString(1, office.link);
            assertThat(turn.executeUpdate()).isEqualTo(1);
        }
    }

    private JsonPath attention() { return LawOffice.as("danish-viewer").get("/api/v1/links/{link}", office.link).jsonPath(); }

    @Test void many_first_meetings_that_differ_are_answered_at_once() {
        for (var cvr : List.of("31415926", "27182828")) {
            office.desk("POST", "/clickmate/records", "{'name': 'Samme " + cvr + "', 'lifecycle': 'PROSPECT', 'autoSync': true, 'cvrNumber': '" + cvr
                + "', 'email': 'crm@" + cvr + ".example'}");
            office.desk("POST", "/economic/customers", "{'name': 'Samme " + cvr + "', 'corporateIdentificationNumber': '" + cvr + "', 'email': 'bogholderi@" + cvr
                + ".example', 'currency': 'DKK', 'customerGroup': 1, 'paymentTerms': 1, 'vatZone': 1}");
        }
        office.until(() -> held().size() == 2);

        LawOffice.as("danish-operator").body(Map.of("link", office.link, "code", "FIRST_MEETING_DIFFERS", "choice", "source")).post("/api/v1/holds/resolve")
            .then().statusCode(202).body("resolved", equalTo(2));

        office.until(() -> held().isEmpty());
        for (var cvr : List.of("31415926", "27182828")) assertThat(named("clickmate", "Samme " + cvr)).singleElement()
            .satisfies(one -> assertThat(one.getString("email")).isEqualTo("bogholderi@" + cvr + ".example"));
    }

    private List<String> held() {
        return LawOffice.as("danish-viewer").get("/api/v1/holds?link={link}", office.link).jsonPath().getList("items.findAll { it.reason.code == 'FIRST_MEETING_DIFFERS' }.id");
    }

    private static io.restassured.response.Response compare(String relation) { return LawOffice.as("danish-viewer").post("/api/v1/relations/{id}/compare", relation); }

    private static io.restassured.response.Response resolve(String relation, Map<String, ?> choice) {
        return LawOffice.as("danish-operator").body(choice).post("/api/v1/relations/{id}/resolve", relation);
    }

    private List<String> reasons(String relation) { return relation == null ? List.of() : office.relation(relation).getList("reasons.code"); }

    /** Each test takes a customer of its own, with an e-mail address of its own. */
    private String paired(int which) {
        var quiet = office.rows().stream().filter(row -> row.get("state").equals("in-sync") && ((List<?>) row.get("reasons")).isEmpty())
            .map(row -> (String) ((Map<?, ?>) row.get("source")).get("id")).filter(number -> number.startsWith("100")).sorted().toList();
        return quiet.get(which);
    }

    private String clickmateOf(String number) { return inClickmate(number).get(0).getString("id"); }

    private List<JsonPath> inClickmate(String number) { return office.export("clickmate").stream().filter(one -> number.equals(one.getString("externalRefs.find { it.system == 'ECONOMIC' }?.id"))).toList(); }

    private String number(String customer) { return office.desk("GET", "/clickmate/records/" + customer, null).getString("externalRefs.find { it.system == 'ECONOMIC' }?.id"); }

    private List<JsonPath> named(String system, String name) { return office.export(system).stream().filter(one -> name.equals(one.getString("name"))).toList(); }
}
