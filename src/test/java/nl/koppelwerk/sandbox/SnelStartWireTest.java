package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnelStartWireTest {

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(600));
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
    void a_coupling_key_in_the_body_gives_a_token_for_almost_an_hour() {
        var reply = wire.snelstartToken("grant_type=clientkey&clientkey=" + Wire.encoded(Wire.SNELSTART_KEY));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("token_type").textValue()).isEqualTo("bearer");
        assertThat(reply.json().get("expires_in").intValue()).isEqualTo(3599);
        var inTheQuery = wire.send("POST", "/snelstart-auth/b2b/token?grant_type=clientkey&clientkey=" + Wire.encoded(Wire.SNELSTART_KEY), "", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(inTheQuery.status()).isEqualTo(400);
        assertThat(wire.send("POST", "/snelstart-auth/b2b/token", "{\"grant_type\":\"clientkey\"}", "Content-Type", "application/json").json().get("error").textValue()).isEqualTo("invalid_request");
    }

    @Test
    void a_token_ends_by_the_sandboxs_clock() {
        var token = wire.snelstartToken("grant_type=clientkey&clientkey=" + Wire.encoded(Wire.SNELSTART_KEY)).json().get("access_token").textValue();

        wire.control("POST", "/clock", "{\"offsetSeconds\":3590}");
        var alive = landen("snelstart-demo-primary", token).status();
        wire.control("POST", "/clock", "{\"offsetSeconds\":3601}");
        var ended = landen("snelstart-demo-primary", token).status();
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");

        assertThat(alive).isEqualTo(200);
        assertThat(ended).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"snelstart-demo-primary, true, 200", "snelstart-demo-secondary, true, 200", "nonsense, true, 401", "snelstart-demo-primary, false, 401"})
    void both_credentials_are_needed(String key, boolean token, int status) {
        var reply = landen(key, token ? wire.snelstartToken() : "nonsense");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(!key.equals("nonsense") || reply.json().get("message").textValue().contains("invalid subscription key")).isTrue();
    }

    @Test
    void the_subscription_key_may_stand_in_the_query_and_one_that_is_missing_is_told_by_the_gateway() {
        var bearer = new String[] {"Authorization", "Bearer " + wire.snelstartToken()};

        assertThat(wire.send("GET", "/snelstart/v2/landen?subscription-key=snelstart-demo-primary", null, bearer).status()).isEqualTo(200);
        assertThat(wire.send("GET", "/snelstart/v2/landen", null, bearer).json().get("statusCode").intValue()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"GET, /relaties, 200", "POST, /relaties, 403", "GET, /landen, 403", "GET, /kostenplaatsen, 403", "GET, /companyInfo, 403",
        "GET, /relaties/00000000-0000-4000-8000-000000000001/verkoopboekingen, 403", "GET, /echo/hallo, 200"})
    void a_scope_that_is_missing_is_403(String method, String path, int status) {
        var token = wire.snelstartToken("grant_type=clientkey&clientkey=ZGVtbzpzbmVsc3RhcnQtbmFycm93").json().get("access_token").textValue();

        assertThat(wire.send(method, "/snelstart/v2" + path, method.equals("POST") ? "{}" : null, "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + token).status())
                .isEqualTo(status);
    }

    @Test
    void a_listing_is_a_bare_array_of_at_most_500_and_pages_show_every_relation_once() {
        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":600}");

        var first = wire.snelstartGet("/relaties").json();
        var second = wire.snelstartGet("/relaties?$skip=500").json();
        var small = wire.snelstartGet("/relaties?$skip=2&$top=3").json();

        assertThat(first.isArray()).isTrue();
        assertThat(first).hasSize(500);
        assertThat(second).hasSizeGreaterThanOrEqualTo(101);
        assertThat(new HashSet<>(ids(first, second))).hasSameSizeAs(ids(first, second));
        assertThat(ids(small)).isEqualTo(ids(first).subList(2, 5));
        assertThat(wire.snelstartGet("/relaties?$skip=5000").json()).isEmpty();
    }

    @Test
    void what_changed_after_a_stamp_is_found_by_its_own_text() {
        var made = made("Nieuwste B.V.");

        var stamp = made.get("modifiedOn").textValue();
        assertThat(ids(wire.relaties("ModifiedOn ge datetime'" + stamp + "'"))).contains(id(made));
        assertThat(ids(wire.relaties("ModifiedOn gt datetime'" + stamp + "'"))).doesNotContain(id(made));
        assertThat(stamp).doesNotEndWith("Z").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,2}[1-9])?");
    }

    @Test
    void invented_relations_are_customers_and_suppliers_some_both_by_standing_there_twice_and_one_is_the_own() {
        wire.control("POST", "/reset", "{\"seed\":7,\"relations\":400}");

        var all = wire.snelstartGet("/relaties").json();

        assertThat(all).extracting(one -> one.get("relatiesoort").toString()).contains("[\"Klant\"]", "[\"Leverancier\"]", "[\"Eigen\"]").hasSize(401);
        assertThat(all).extracting(one -> one.get("relatiecode").intValue()).doesNotHaveDuplicates();
        assertThat(all).filteredOn(one -> one.get("kvkNummer").isTextual()).extracting(one -> one.get("kvkNummer").textValue()).allMatch(kvk -> kvk.matches("\\d{8}"));
        assertThat(all.findValuesAsText("kvkNummer").stream().filter(kvk -> kvk.matches("\\d+")).distinct().count()).isLessThan(all.findValuesAsText("kvkNummer").stream().filter(kvk -> kvk.matches("\\d+")).count());
        assertThat(all).anyMatch(one -> one.get("nonactief").booleanValue()).anyMatch(one -> one.get("email").isNull());
    }

    /** What is invented must be what SnelStart itself would keep. */
    @Test
    void every_invented_relation_can_be_written_back_as_it_was_read() {
        for (var one : wire.relaties("Nonactief eq false and not Relatiesoort/any(r:r eq 'Eigen')")) {
            var reply = wire.send("PUT", "/snelstart/v2/relaties/" + id(one), one.toString(), "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + wire.snelstartToken());

            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            without(reply.json(), "modifiedOn").properties().forEach(member -> assertThat(member.getValue()).as(member.getKey()).isEqualTo(one.get(member.getKey())));
        }
    }

    @Test
    void a_relation_is_made_with_the_next_code_and_all_that_was_not_given_is_empty() {
        var reply = wire.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'Molenaar Fietsen B.V.','kvkNummer':'69599068'}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isNull();
        assertThat(reply.json().get("relatiecode").intValue()).isGreaterThan(10_000);
        assertThat(reply.json().has("fax")).isFalse();
        var read = wire.snelstartGet("/relaties/" + id(reply.json())).json();
        assertThat(read.has("fax")).isTrue();
        assertThat(read.get("uri").textValue()).isEqualTo("/relaties/" + id(read));
        assertThat(read.get("vestigingsAdres")).hasToString("{\"contactpersoon\":null,\"straat\":null,\"postcode\":null,\"plaats\":null,\"land\":null}");
        assertThat(read.get("extraVeldenKlant")).isEmpty();
        assertThat(made("Volgende B.V.").get("relatiecode").intValue()).isEqualTo(read.get("relatiecode").intValue() + 1);
    }

    @Test
    void a_dutch_address_needs_no_country_and_names_are_read_in_any_case() {
        var made = wire.snelstart("POST", "/relaties", "{'RelatieSoort':['klant'],'Id':'00000000-0000-0000-0000-000000000000','ModifiedOn':'0001-01-01T00:00:00','NAAM':'Kade B.V.','Onbekend':1,"
                + "'VestigingsAdres':{'Straat':'Dijkweg 12','Postcode':'1791 AB','Plaats':'Den Burg'}}").json();

        assertThat(made.at("/vestigingsAdres/land/id").textValue()).isEqualTo(land("NL"));
        assertThat(made.get("relatiesoort")).hasToString("[\"Klant\"]");
        assertThat(ids(wire.relaties("VestigingsAdres/Land/Id eq guid'" + land("NL") + "' and Naam eq 'Kade B.V.'"))).contains(id(made));
    }

    @Test
    void a_form_is_taken_as_well_and_another_media_type_is_not() {
        var form = wire.send("POST", "/snelstart/v2/relaties", "relatiesoort=Klant&naam=Formulier&vestigingsAdres.straat=Kade+1&vestigingsAdres.postcode=1011AB&vestigingsAdres.plaats=Urk",
                "Content-Type", "application/x-www-form-urlencoded", "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + wire.snelstartToken());

        assertThat(form.status()).isEqualTo(201);
        assertThat(form.json().at("/vestigingsAdres/plaats").textValue()).isEqualTo("Urk");
        assertThat(wire.snelstart("POST", "/relaties", "{}", "Content-Type", "text/xml").status()).isEqualTo(415);
    }

    @Test
    void a_put_replaces_the_whole_relation_and_moves_the_moment() {
        var before = wire.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'Vervang B.V.','telefoon':'010 123 4567','krediettermijn':30,'factuurEmailVersturen':{'shouldSend':true,'email':'a@b.example'}}").json();

        var after = wire.snelstart("PUT", "/relaties/" + id(before), "{'id':'" + id(before) + "','relatiesoort':['Klant'],'naam':'Vervangen B.V.'}");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().get("telefoon").isNull()).isTrue();
        assertThat(after.json().get("krediettermijn").isNull()).isTrue();
        assertThat(after.json().at("/factuurEmailVersturen/shouldSend").booleanValue()).isFalse();
        assertThat(after.json().get("relatiecode")).isEqualTo(before.get("relatiecode"));
        assertThat(after.json().get("modifiedOn").textValue()).isGreaterThanOrEqualTo(before.get("modifiedOn").textValue().substring(0, 19));
    }

    @Test
    void a_removed_relation_is_inactive_keeps_its_code_and_cannot_be_read_or_written() {
        var made = made("Weg B.V.");

        var removed = wire.snelstart("DELETE", "/relaties/" + id(made), null);

        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body()).isEqualTo("{}");
        assertThat(wire.snelstartGet("/relaties/" + id(made)).status()).isEqualTo(404);
        assertThat(wire.snelstart("DELETE", "/relaties/" + id(made), null).status()).isEqualTo(404);
        assertThat(wire.relaties("Id eq guid'" + id(made) + "'").get(0).get("nonactief").booleanValue()).isTrue();
        assertThat(wire.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'Zelfde code','relatiecode':" + made.get("relatiecode") + "}").body()).contains("REL-0008");
    }

    @Test
    void countries_belong_to_the_administration() {
        var landen = wire.snelstartGet("/landen").json();

        assertThat(landen).anyMatch(land -> land.get("landcodeISO").textValue().equals("GR") && land.get("landcode").textValue().equals("EL"));
        assertThat(wire.snelstartGet("/landen/" + land("BE")).json().get("naam").textValue()).isEqualTo("België");
        assertThat(wire.snelstartGet("/landen/00000000-0000-4000-8000-000000000001").status()).isEqualTo(404);
    }

    @Test
    void a_cost_centre_is_made_changed_and_removed() {
        var made = wire.snelstart("POST", "/kostenplaatsen", "{'omschrijving':'Vestiging Noord','nummer':120}");
        var where = "/kostenplaatsen/" + id(made.json());
        var changed = wire.snelstart("PUT", where, "{'id':'" + id(made.json()) + "','omschrijving':'Vestiging Zuid','nummer':121}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(changed.json().get("omschrijving").textValue()).isEqualTo("Vestiging Zuid");
        assertThat(wire.snelstartGet(where).json()).isEqualTo(changed.json());
        assertThat(wire.snelstartGet("/kostenplaatsen").json()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(wire.snelstart("DELETE", where, null).status()).isEqualTo(200);
        assertThat(wire.snelstartGet(where).status()).isEqualTo(404);
        assertThat(wire.control("GET", "/snelstart/kostenplaatsen", null).json().get("items").findValuesAsText("id")).contains(id(made.json()));
    }

    @Test
    void the_own_company_has_other_words_and_one_setting_that_can_be_changed() {
        var before = wire.snelstartGet("/companyInfo").json();

        var after = wire.snelstart("PUT", "/companyInfo", "{'bedrijfsnaam':'Gekaapt','factureerBuitenlandsBtw':true}").json();

        assertThat(before.get("kvKNummer").textValue()).isEqualTo("69599068");
        assertThat(after.get("bedrijfsnaam")).isEqualTo(before.get("bedrijfsnaam"));
        assertThat(after.get("factureerBuitenlandsBtw").booleanValue()).isTrue();
    }

    @Test
    void an_echo_and_what_nobody_serves() {
        assertThat(wire.snelstartGet("/echo/hallo").json().textValue()).isEqualTo("hallo");
        assertThat(wire.snelstartGet("/echo").status()).isEqualTo(204);
        assertThat(wire.snelstartGet("/authorization/HasUserAccessToAdministration?userIdentifier=u-1").json().get("hasAccess").booleanValue()).isTrue();
        assertThat(wire.snelstart("PATCH", "/relaties/00000000-0000-4000-8000-000000000001", "{}").status()).isEqualTo(404);
        assertThat(wire.snelstartGet("/contactpersonen").json().get("statusCode").intValue()).isEqualTo(404);
        assertThat(wire.snelstartGet("/relaties/00000000-0000-4000-8000-000000000001").json().has("Message")).isTrue();
    }

    @Test
    void extra_fields_are_shown_by_their_definition_and_with_the_relation() {
        var made = made("Extra B.V.");
        var where = "/relaties/" + id(made) + "/customFields";

        var after = wire.snelstart("PUT", where, "{'klantCustomFields':[{'name':'Regio','value':'Noord'},{'name':'Budget','value':1250.5}],'leverancierCustomFields':[]}");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json()).isEqualTo(wire.snelstartGet(where).json());
        assertThat(after.json().at("/klantCustomFields/0")).hasToString("{\"value\":\"Noord\",\"definition\":{\"name\":\"Regio\",\"type\":\"String\",\"properties\":[{\"name\":\"MaxLength\",\"value\":30}]}}");
        assertThat(after.json().get("leverancierCustomFields")).isEmpty();
        assertThat(wire.snelstartGet("/relaties/" + id(made)).json().get("extraVeldenKlant").get(0)).hasToString("{\"naam\":\"Regio\",\"waarde\":\"Noord\"}");
        assertThat(ids(wire.relaties("ExtraVeldenKlant/any(e:e/Naam eq 'Regio' and e/Waarde eq 'Noord')"))).containsExactly(id(made));
        wire.snelstart("PUT", where, "{'klantCustomFields':[{'name':'Regio','value':null}]}");
        assertThat(wire.snelstartGet("/relaties/" + id(made)).json().get("extraVeldenKlant")).hasSize(1);
    }

    @Test
    void bookings_of_a_relation_are_simple_arrays() {
        var made = made("Boekt B.V.");
        wire.control("POST", "/snelstart/records/" + id(made) + "/invoices", "{\"factuurnummer\":\"2026-1\",\"factuurbedrag\":1210.00}");

        var sales = wire.snelstartGet("/relaties/" + id(made) + "/verkoopboekingen").json();

        assertThat(sales).hasSize(1);
        assertThat(sales.get(0).get("factuurbedrag")).hasToString("1210.0");
        assertThat(sales.at("/0/klant/id").textValue()).isEqualTo(id(made));
        assertThat(wire.snelstartGet("/relaties/" + id(made) + "/inkoopboekingen").json()).isEmpty();
        assertThat(wire.snelstartGet("/relaties/00000000-0000-4000-8000-000000000001/inkoopboekingen").json()).isEmpty();
        assertThat(wire.snelstartGet("/relaties/" + id(made) + "/doorlopendeincassomachtigingen").json()).isEmpty();
    }

    @Test
    void a_person_at_the_desk_makes_changes_and_takes_away_behind_the_hubs_back() {
        var made = wire.control("POST", "/snelstart/records", "{\"naam\":\"Bureau B.V.\",\"relatiesoort\":[\"Leverancier\"],\"vestigingsAdres\":{\"straat\":\"Kade 1\",\"land\":\"BE\"}}").json();

        wire.control("PATCH", "/snelstart/records/" + id(made), "{\"email\":\"nieuw@voorbeeld.example\",\"vestigingsAdres\":{\"plaats\":\"Gent\"}}");

        var now = wire.snelstartGet("/relaties/" + id(made)).json();
        assertThat(now.get("email").textValue()).isEqualTo("nieuw@voorbeeld.example");
        assertThat(now.at("/vestigingsAdres/straat").textValue()).isEqualTo("Kade 1");
        assertThat(now.at("/vestigingsAdres/land/id").textValue()).isEqualTo(land("BE"));
        var stamp = now.get("modifiedOn");
        wire.control("PATCH", "/snelstart/records/" + id(made) + "?silently=1", "{\"naam\":\"Stil B.V.\"}");
        assertThat(wire.snelstartGet("/relaties/" + id(made)).json().get("modifiedOn")).isEqualTo(stamp);
        assertThat(wire.control("GET", "/snelstart/records?limit=2", null).json().get("nextCursor").textValue()).isEqualTo("2");
        assertThat(wire.control("DELETE", "/snelstart/records/" + id(made), null).status()).isEqualTo(204);
        assertThat(wire.relaties("Id eq guid'" + id(made) + "'")).isEmpty();
    }

    @Test
    void the_same_seed_invents_the_same_relations_and_a_file_of_them_is_loaded() {
        var first = reset(5);

        assertThat(wire.control("POST", "/snelstart/load", "[{\"naam\":\"Geladen\",\"relatiesoort\":[\"Klant\"]},{\"naam\":\"Ook\"}]").json().get("loaded").intValue()).isEqualTo(2);
        assertThat(wire.control("GET", "/snelstart/export", null).body().lines()).hasSize(33);
        assertThat(reset(5)).isEqualTo(first).isNotEqualTo(reset(6));
    }

    @Test
    void what_was_made_outlives_the_program_and_so_does_a_token(@TempDir Path directory) throws Exception {
        String token;
        String made;
        try (var before = new Wire(SandboxOptions.inMemory(3).withFile(directory))) {
            token = before.snelstartToken();
            made = id(before.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'Blijft B.V.','relatiecode':20001}").json());
        }

        try (var after = new Wire(SandboxOptions.inMemory(3).withFile(directory))) {
            var read = after.send("GET", "/snelstart/v2/relaties/" + made, null, "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + token);
            assertThat(read.json().get("naam").textValue()).isEqualTo("Blijft B.V.");
            assertThat(after.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'Zelfde','relatiecode':20001}").body()).contains("REL-0008");
            assertThat(after.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'Volgende'}").json().get("relatiecode").intValue()).isEqualTo(20002);
        }
    }

    private static Wire.Reply landen(String key, String token) {
        return wire.send("GET", "/snelstart/v2/landen", null, "Ocp-Apim-Subscription-Key", key, "Authorization", "Bearer " + token);
    }

    private static String reset(int seed) {
        wire.control("POST", "/reset", "{\"seed\":" + seed + ",\"relations\":30}");
        return wire.control("GET", "/snelstart/export", null).body();
    }

    private static JsonNode made(String name) {
        return wire.snelstart("POST", "/relaties", "{'relatiesoort':['Klant'],'naam':'" + name + "'}").json();
    }

    private static String land(String code) {
        for (var land : wire.snelstartGet("/landen").json()) {
            if (land.get("landcodeISO").textValue().equals(code)) {
                return id(land);
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static JsonNode without(JsonNode record, String... names) {
        return ((ObjectNode) record).deepCopy().remove(List.of(names));
    }

    private static List<String> ids(JsonNode... arrays) {
        var ids = new ArrayList<String>();
        for (var array : arrays) {
            array.forEach(one -> ids.add(id(one)));
        }
        return ids;
    }

    private static String id(JsonNode record) {
        return record.get("id").textValue();
    }
}
