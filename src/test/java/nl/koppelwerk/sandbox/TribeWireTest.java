package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TribeWireTest {

    private static Wire wire;
    private static String own;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(0));
        own = wire.odata("Relationship_Organization_Identity", "$expand=Relation($select=ID)").json().at("/value/0/Relation/ID").textValue();
        organisation("Alfa Advies", "AC-1");
        organisation("Bèta's Bouw", "AC-2");
        organisation("Gamma Groep", "AC-3");
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @AfterEach
    void standard() {
        wire.standard();
    }

    @Test
    void a_token_is_given_for_the_right_client_only_and_without_one_all_is_401() {
        assertThat(wire.askToken("").json().get("expires_in").intValue()).isEqualTo(3600);
        assertThat(wire.send("POST", "/tribe-auth/oauth2/token", "grant_type=client_credentials&client_id=tribe-demo-client&client_secret=no").status()).isEqualTo(401);
        assertThat(wire.send("POST", "/tribe-auth/oauth2/token", "grant_type=password&client_id=tribe-demo-client&client_secret=tribe-demo-secret").status()).isEqualTo(400);
        assertThat(wire.send("GET", "/tribe/v1/odata/Relation_Organization", null).status()).isEqualTo(401);
        assertThat(wire.send("GET", "/tribe/v1/odata/Relation_Organization", null, "Authorization", "Bearer aaaa.1.bbbb").status()).isEqualTo(401);
    }

    @Test
    void a_token_ends_with_its_time() {
        var token = wire.askToken("").json().get("access_token").textValue();
        assertThat(wire.send("GET", "/tribe/v1/odata/Datastore_Gender", null, "Authorization", "Bearer " + token).status()).isEqualTo(200);

        wire.control("POST", "/clock", "{\"offsetSeconds\":3601}");
        var late = wire.send("GET", "/tribe/v1/odata/Datastore_Gender", null, "Authorization", "Bearer " + token);
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");

        assertThat(late.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ImportId eq 'AC-1' | 1",
        "ImportId eq 'AC-1' or ImportId eq 'AC-3' | 2",
        "startswith(ImportId,'ac-') and not (Name eq 'Alfa Advies') | 2",
        "contains(Name,'GROEP') and ImportId ne null | 1",
        "endswith(Name,'advies') and startswith(ImportId,'AC') | 1",
        "Name eq 'Bèta''s Bouw' | 1",
        "Name gt 'Alfa' and Name lt 'Alfb' and ImportId eq 'AC-1' | 1",
        "ImportId eq 'AC-9' | 0",
        "LastMutationDate ge 2100-01-01T00:00:00Z | 0",
        "startswith(ImportId,'AC-') and LastMutationDate gt 2020-01-01T00:00:00.000Z | 3",
        "startswith(ImportId,'AC-') and (VisitingAddress/City eq 'Rotterdam' or VisitingAddress/ID eq null) | 3"})
    void a_filter_finds_what_it_says(String filter, int found) {
        var reply = wire.odata("Relation_Organization", "$count=true&$filter=" + Wire.encoded(filter));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().get("value")).hasSize(found);
        assertThat(reply.json().get("@odata.count").intValue()).isEqualTo(found);
        assertThat(reply.json().get("@odata.context").textValue()).isEqualTo("$metadata#OData.Relation_Organization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$filter=ID in ('a')", "$filter=naam eq 'x'", "$filter=Name eq", "$filter=(Name eq 'x'", "$filter=Name eq 'x' 'y'", "$select=name",
        "$expand=Nothing", "$expand=VisitingAddress($top=1)", "$orderby=Name up", "$top=-1", "$search=x", "$filter=Name+eq+'x'", "$filter=NumberOfEmployees gt abc"})
    void a_query_that_the_server_does_not_know_is_400(String query) {
        var reply = wire.odata("Relation_Organization", query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/message").textValue()).isNotBlank();
    }

    @Test
    void pages_by_skip_and_top_in_an_order_show_all_once() {
        var first = wire.odata("Relation_Organization", "$orderby=LastMutationDate,ID&$top=7").json().get("value").findValuesAsText("ID");
        var second = wire.odata("Relation_Organization", "$orderby=LastMutationDate,ID&$top=100&$skip=7").json().get("value").findValuesAsText("ID");
        var all = wire.odata("Relation_Organization", "$orderby=Name desc").json().get("value").findValuesAsText("ID");

        first.addAll(second);
        assertThat(first).hasSameSizeAs(all).containsExactlyInAnyOrderElementsOf(all);
        assertThat(wire.odata("Relation_Organization", "$orderby=Name desc").json().get("value").findValuesAsText("_Name")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void select_keeps_the_id_and_a_nested_expand_reads_the_country_of_an_address() {
        var country = wire.odata("Datastore_Country", "$filter=Code eq 'BE'").json().at("/value/0/ID").textValue();
        var id = id(wire.create("Relation_Organization", "{\"Name\":\"Met adres\",\"VisitingAddress\":{\"Street\":\"Kade\",\"HouseNumber\":3,\"Country\":{\"ID\":\"" + country + "\"}}}"));

        var found = wire.odata("Relation_Organization(" + id + ")", "$select=Name&$expand=VisitingAddress($expand=Country($select=Code);$select=Street),Addresses").json();

        assertThat(found.get("ID").textValue()).isEqualTo(id);
        assertThat(found.has("PhoneNumber")).isFalse();
        assertThat(found.at("/VisitingAddress/Street").textValue()).isEqualTo("Kade");
        assertThat(found.at("/VisitingAddress/Country/Code").textValue()).isEqualTo("BE");
        assertThat(found.get("Addresses")).hasSize(1);
    }

    @Test
    void a_contact_with_a_new_person_makes_both_and_is_found_from_its_organisation() {
        var organisation = organisation("Contact BV", "X-20");

        var contact = wire.create("Relationship_Person_Contact_Standard", "{\"Relation\":{\"ID\":\"" + organisation + "\"},"
                + "\"Person\":{\"FirstName\":\"Sanne\",\"MiddleName\":\"van der\",\"LastName\":\"Berg\"},\"EmailAddress\":\"s@voorbeeld.example\"}");
        var found = wire.odata("Relationship_Person_Contact_Standard", "$filter=Relation/ID eq " + organisation + "&$expand=Person").json().get("value");

        assertThat(contact.status()).isEqualTo(201);
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/Person/SortName").textValue()).isEqualTo("Berg, Sanne van der");
        assertThat(found.at("/0/Person/Name").textValue().strip()).isEqualTo("Sanne van der Berg");
    }

    @Test
    void abstract_sets_say_what_an_id_is_and_list_all_roles_of_an_organisation() {
        var organisation = organisation("Rollen BV", "X-30");
        var role = "{\"Relation\":{\"ID\":\"" + own + "\"},\"Organization\":{\"ID\":\"" + organisation + "\"}}";
        wire.create("Relationship_Organization_CommercialRelationship_Lead", role);
        wire.create("Relationship_Organization_Supplier", role);

        var roles = wire.odata("Relationship", "$filter=Organization/ID eq " + organisation).json().get("value").findValuesAsText("_Type");

        assertThat(wire.odata("Relation(" + organisation + ")", "").json().get("_Type").textValue()).isEqualTo("Relation.Organization");
        assertThat(roles).containsExactly("Relationship.Organization.CommercialRelationship.Lead", "Relationship.Organization.Supplier");
        assertThat(wire.create("Relation", "{}").status()).isEqualTo(405);
    }

    @Test
    void an_update_changes_what_it_names_and_a_new_nested_address_takes_the_place_of_the_old() {
        var id = id(wire.create("Relation_Organization", "{\"Name\":\"Voor\",\"PhoneNumber\":\"010\",\"PostalAddress\":{\"City\":\"Urk\"}}"));
        var before = wire.odata("Relation_Organization(" + id + ")", "$expand=PostalAddress").json();

        var reply = wire.update("Relation_Organization", id, "{\"Name\":\"Na\",\"PostalAddress\":{\"City\":\"IJlst\"}}");

        var after = wire.odata("Relation_Organization(" + id + ")", "$expand=PostalAddress").json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(after.get("Name").textValue()).isEqualTo("Na");
        assertThat(after.get("PhoneNumber").textValue()).isEqualTo("010");
        assertThat(after.at("/PostalAddress/City").textValue()).isEqualTo("IJlst");
        assertThat(after.at("/PostalAddress/ID")).isNotEqualTo(before.at("/PostalAddress/ID"));
        assertThat(after.get("LastMutationDate").textValue()).matches(".*T..:..:..Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Name\":\" \"}", "{\"name\":\"x\"}", "{\"Name\":1}", "{\"Name\":\"x\",\"CreationDate\":\"2020-01-01T00:00:00Z\"}", "[]", "{\"Name\":",
        "{\"Name\":\"x\",\"EmailAddress\":\"geen\"}", "{\"Name\":\"x\",\"VisitingAddress\":{\"HouseNumber\":\"12A\"}}", "{\"Name\":\"x\",\"VisitingAddress\":{\"ID\":\"11111111-2222-4333-8444-555555555555\"}}",
        "{\"Name\":\"x\",\"FoundingDate\":\"gisteren\"}", "{\"Name\":\"x\",\"ID\":\"11111111-2222-4333-8444-555555555555\"}", "{\"Name\":\"x\",\"Addresses\":[]}"})
    void a_create_that_breaks_a_rule_makes_nothing(String body) {
        var before = wire.odata("Relation", "$count=true&$top=1").json().get("@odata.count");

        assertThat(wire.create("Relation_Organization", body).status()).isEqualTo(400);

        assertThat(wire.odata("Relation", "$count=true&$top=1").json().get("@odata.count")).isEqualTo(before);
    }

    @Test
    void who_am_i_is_the_virtual_user_and_the_metadata_names_the_sets() {
        assertThat(wire.tribe("GET", "/odata/GetCurrentEmployee()?$expand=Person", null).json().at("/Person/LastName").textValue()).isEqualTo("API");
        assertThat(wire.tribe("GET", "/odata/$metadata?$format=json", null).body()).contains("ChamberOfCommerceNumber", "EntitySet Name=\"Relation_Person\"");
        assertThat(wire.odata("Relation_Animal", "").status()).isEqualTo(404);
        assertThat(wire.odata("Relation_Person(11111111-2222-4333-8444-555555555555)", "").status()).isEqualTo(404);
    }

    @Test
    void a_delete_is_carried_out_and_counted() {
        var id = organisation("Weg", "X-40");

        assertThat(wire.tribe("DELETE", "/odata/Relation_Organization(" + id + ")", null).status()).isEqualTo(204);

        assertThat(wire.odata("Relation_Organization(" + id + ")", "").status()).isEqualTo(404);
        assertThat(wire.logged("system=tribe&method=DELETE&pathContains=" + id)).hasSize(1);
    }

    static String organisation(String name, String importId) {
        return id(wire.create("Relation_Organization", "{\"Name\":\"" + name + "\",\"ImportId\":\"" + importId + "\"}"));
    }

    static String id(Wire.Reply reply) {
        JsonNode id = reply.json().get("ID");
        return id.textValue();
    }
}
