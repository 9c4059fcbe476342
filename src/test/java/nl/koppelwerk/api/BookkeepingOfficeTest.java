package nl.koppelwerk.api;

import static nl.koppelwerk.api.BookkeepingOffice.as;
import static nl.koppelwerk.api.BookkeepingOffice.relation;
import static nl.koppelwerk.api.BookkeepingOffice.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compenda's debtors and creditors carried over to SnelStart by the running program, against both stand-ins. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BookkeepingOfficeTest {

    @Inject Offices offices;
    private BookkeepingOffice office;

    @BeforeEach void there_is_an_office() { office = BookkeepingOffice.made(offices); }

    @Test @Requirement({"SN-03", "SN-43"}) void the_test_of_a_link_asks_both_systems() {
        assertThat(office.tested.getBoolean("well")).isTrue();
        assertThat(office.tested.<String>getList("sides.source.findAll { it.well }.what")).contains("reachable", "credentials", "rights");
        assertThat(office.tested.<String>getList("sides.target.findAll { it.well }.what")).contains("reachable", "credentials", "rights", "administration");
    }

    @Test @Requirement({"SN-03", "SN-43"}) void the_test_of_a_link_names_a_coupling_key_that_is_refused_and_such_a_link_does_not_begin() {
        var link = as("admin").body(office.newLink("bm9ib2R5OmtleQ==", "elders")).post("/api/v1/links").then().statusCode(201).extract().<String>path("id");

        var tested = as("operator").post("/api/v1/links/{link}/test", link).then().statusCode(200).extract().jsonPath();

        assertThat(tested.getBoolean("well")).isFalse();
        assertThat(tested.getString("sides.target.find { it.what == 'credentials' }.why")).contains("SnelStart");
        as("admin").post("/api/v1/links/{link}/activate", link).then().statusCode(422);
    }

    @Test void a_link_whose_relations_come_as_sheets_only_needs_no_credentials_of_compenda() {
        var asked = office.newLink("bm9ib2R5OmtleQ==", "bladen").replace("\"officeNumber\": \"demo\", \"credentials\": {\"apiKey\": \"compenda-demo-key\"}", "\"officeNumber\": \"bladen\"");

        as("admin").body(asked).post("/api/v1/links").then().statusCode(201).body("state", equalTo("new"));
    }

    @Test void a_relation_is_found_by_its_number_in_compenda_and_by_its_e_mail_address() {
        var known = office.known("Vindbaar B.V.", ", 'email': 'post@vindbaar.example'");

        for (var typed : new String[] {known, "post@vindbaar.example", "vindbaar"})
            as("viewer").queryParam("q", typed).get("/api/v1/links/{link}/relations", office.link).then().statusCode(200).body("items.name", org.hamcrest.Matchers.hasItem("Vindbaar B.V."));
    }

    @Test @Requirement("SN-05") void a_link_that_works_by_hand_does_nothing_by_itself() {
        assertThat(office.before.get(1)).isEqualTo(office.before.get(0));
        assertThat(office.rowsByHand).isZero();
        assertThat(office.runs().<String>getList("items.kind").subList(0, 4)).containsExactly("checklist", "backup", "sample", "initial");
    }

    @Test @Requirement({"SN-37", "SN-43"}) void a_sample_carries_over_a_few_and_no_more() {
        var sample = seen(office.sample);

        assertThat(sample.getInt("size")).isEqualTo(4);
        assertThat(sample.getInt("read")).isEqualTo(4);
        assertThat(office.afterSample - office.before.get(1)).isBetween(1, 4).isEqualTo(sample.getInt("balance.created"));
    }

    @Test void a_sample_needs_a_size_and_no_other_run_has_one() {
        for (var asked : new String[] {"{'kind': 'sample'}", "{'kind': 'sample', 'size': 0}", "{'kind': 'sample', 'size': 1001}", "{'kind': 'full', 'size': 5}",
            "{'kind': 'checklist', 'size': 5}", "{'kind': 'restore', 'at': '2026-01-01T00:00:00Z', 'size': 5}"})
            as("operator").body(asked.replace('\'', '"')).post("/api/v1/links/{link}/runs", office.link).then().statusCode(422).body("errors[0].pointer", equalTo("/size"));
        as("operator").body("{\"kind\": \"import\"}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(422).body("errors[0].detail", containsString("begins with a file"));
    }

    @Test @Requirement("SN-01") void the_first_run_carries_over_every_debtor_and_creditor_that_can_be() {
        var run = seen(office.initial);
        var balance = run.getMap("balance", String.class, Integer.class);

        assertThat(run.getString("state")).isEqualTo("done");
        assertThat(balance.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(run.getInt("read"));
        for (var one : office.export("compenda")) for (var role : one.<String>getList("roles"))
            if (!role.equals("PROSPECT") && !one.getBoolean("archived ?: false") && one.getString("name").length() <= 50)
                assertThat(office.relationOf("source", one.getString("id") + "#" + role.toLowerCase(java.util.Locale.ROOT))).as(one.getString("name")).isNotNull();
    }

    @Test @Requirement({"SN-01", "SN-40"}) void a_relation_that_is_debtor_and_creditor_is_two_relaties_and_one_that_was_there_is_not_made_again() {
        var both = office.afterInitial.stream().filter(one -> BookkeepingOffice.ACQUAINTED.equals(one.getString("kvkNummer"))).toList();

        assertThat(both).extracting(one -> one.getList("relatiesoort").toString()).containsExactlyInAnyOrder("[Klant]", "[Leverancier]");
        assertThat(both).extracting(one -> one.getString("naam")).containsOnly("Beide Kanten B.V.");
    }

    @Test @Requirement("SN-20") void projects_are_cost_centres() {
        var projects = office.desk("GET", "/compenda/projects", null).getList("items.number", String.class);

        assertThat(office.desk("GET", "/snelstart/kostenplaatsen", null).getList("items.nummer", String.class)).containsAll(projects);
    }

    @Test @Requirement({"SN-04", "SN-05", "SN-12", "SN-14"}) void what_changes_in_compenda_is_in_snelstart_at_once() {
        var known = office.known("Direct Door B.V.", "");

        office.desk("PATCH", "/compenda/records/" + known, "{'phone': '010-1234567', 'email': 'nieuw@directdoor.example', 'paymentTermDays': 21, 'creditLimit': {'amount': '4500.00', 'currency': 'EUR'}}");

        office.until(() -> "nieuw@directdoor.example".equals(relatie("Direct Door B.V.").getString("email")));
        var relatie = relatie("Direct Door B.V.");
        assertThat(relatie.getInt("krediettermijn")).isEqualTo(21);
        assertThat(relatie.getDouble("kredietLimiet")).isEqualTo(4500.0);
        assertThat(relatie.getString("telefoon").replaceAll("\\D", "")).endsWith("101234567");
    }

    @Test @Requirement({"SN-04", "SN-10", "SN-11"}) void a_new_contact_person_is_noticed_and_stands_in_the_address() {
        var known = office.known("Contact Nieuw B.V.", ", 'addresses': {'visiting': {'street': 'Coolsingel', 'houseNumber': '12', 'postalCode': '3011 AD', 'city': 'Rotterdam', 'country': 'NL'}}");

        office.desk("POST", "/compenda/records/" + known + "/contacts", "{'firstName': 'Sanne', 'prefix': 'van der', 'lastName': 'Berg', 'isPrimary': true}");

        office.until(() -> "Sanne van der Berg".equals(relatie("Contact Nieuw B.V.").getString("vestigingsAdres.contactpersoon")));
        assertThat(relatie("Contact Nieuw B.V.").getString("vestigingsAdres.postcode")).isEqualTo("3011 AD");
    }

    @Test @Requirement({"SN-10", "SN-41"}) void what_stays_behind_is_told_by_the_checklist_and_beside_two_records_that_are_equal() {
        var known = office.known("Zonder Adres B.V.", "");
        office.desk("POST", "/compenda/records/" + known + "/contacts", "{'firstName': 'Sanne', 'lastName': 'Berg', 'isPrimary': true}");
        office.until(() -> office.relationOf("source", known + "#debtor").getList("reasons.code").contains("CONTACT_WITHOUT_ADDRESS"));

        as("viewer").post("/api/v1/relations/{id}/compare", office.relationOf("source", known + "#debtor").getString("id")).then().statusCode(200)
            .body("status", equalTo("equal")).body("reasons.code", hasItem("CONTACT_WITHOUT_ADDRESS")).body("reasons.field", hasItem("contactPerson"));
        assertThat(BookkeepingOffice.file(office.run("{'kind': 'checklist'}"), "checklist.csv").asString())
            .contains(known + ";debtor;Zonder Adres B.V.;gaat over zonder dit veld;contactPerson;CONTACT_WITHOUT_ADDRESS");
    }

    @Test @Requirement("SN-40") void two_relations_with_one_kvk_number_never_become_two_relaties() {
        office.known("Eerste Dubbel B.V.", ", 'kvkNumber': '68750110'");

        var second = office.desk("POST", "/compenda/records", "{'name': 'Tweede Dubbel B.V.', 'kind': 'ORGANISATION', 'roles': ['DEBTOR'], 'kvkNumber': '68750110'}").getString("id");

        office.until(() -> office.relationOf("source", second + "#debtor").getList("reasons.code").contains("DUPLICATE_AT_SOURCE"));
        assertThat(office.relationOf("source", second + "#debtor").getString("state")).isEqualTo("held");
        assertThat(office.relaties("Tweede Dubbel B.V.")).isEmpty();
    }

    @Test @Requirement("SN-02") void a_change_in_snelstart_is_shown_and_kept_or_set_back_as_the_settings_say() {
        var known = office.known("Afwijking B.V.", ", 'website': 'https://afwijking.example'");
        var relation = office.relationOf("source", known + "#debtor").getString("id");
        office.desk("PATCH", "/snelstart/records/" + relatie("Afwijking B.V.").getString("id"), "{'websiteUrl': 'https://boekhouder.example'}");

        as("operator").body("{}").post("/api/v1/relations/{id}/sync", relation).then().statusCode(202);
        office.until(() -> relation(relation).getList("reasons.code").contains("DRIFT"));
        assertThat(relatie("Afwijking B.V.").getString("websiteUrl")).isEqualTo("https://boekhouder.example");
        assertThat(office.desk("GET", "/compenda/records/" + known, null).getString("website")).isEqualTo("https://afwijking.example");

        office.settings("{'pollInterval': 'PT1H', 'sweepInterval': 'PT1H', 'drift': 'overwrite'}");
        assertThat(relatie("Afwijking B.V.").getString("websiteUrl")).isEqualTo("https://afwijking.example");
        assertThat(relation(relation).getList("reasons.code")).doesNotContain("DRIFT");
        office.settings("{'pollInterval': 'PT1H', 'sweepInterval': 'PT1H'}");
    }

    @Test @Requirement("SN-06") void what_snelstart_would_refuse_is_not_sent_and_says_why() {
        var name = "Van der Zeer Lange Naam en Zonen Beheer Maatschappij 's-Gravenhage B.V.";

        var made = office.desk("POST", "/compenda/records", "{'name': '" + name.replace("'", "\\u0027") + "', 'kind': 'ORGANISATION', 'roles': ['DEBTOR']}").getString("id");

        office.until(() -> office.relationOf("source", made + "#debtor").getList("reasons.code").contains("TOO_LONG"));
        assertThat(office.relaties(name)).isEmpty();
    }

    private JsonPath relatie(String name) { return office.relaties(name).get(0); }
}
