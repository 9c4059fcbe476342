package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of the vendor's that a request can provoke is provoked once, alone. */
class SnelStartRulesTest {

    private static final String LONG_51 = "x".repeat(51);
    private static final String ADDRESS = "'straat':'Kade 1','postcode':'1011 AB','plaats':'Urk'";

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(0));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void standard() {
        wire.standard();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "REL-0001 | 'relatiesoort':['Geen']",
        "REL-0001 | 'relatiesoort':[]",
        "REL-0002 | 'relatiesoort':['Leverancier'],'aanmaningsoort':'Onderneming'",
        "REL-0003 | 'krediettermijn':1001",
        "REL-0003 | 'krediettermijn':-366",
        "REL-0004 | 'relatiesoort':['Leverancier'],'factuurkorting':2.5",
        "REL-0006 | 'kvkNummer':'6875011'",
        "REL-0007 | 'naam':''",
        "REL-0008 | 'relatiecode':1",
        "REL-0009 | 'incassoSoort':'Core'",
        "REL-0009 | 'relatiesoort':['Leverancier'],'bankieren':true",
        "REL-0010 | 'bic':'ABN'",
        "REL-0011 | 'iban':'NL92ABNA0417164300'",
        "REL-0012 | 'mobieleTelefoon':'06 1234567890 1234567890 12'",
        "REL-0013 | 'telefoon':'010 1234567890 1234567890 1'",
        "REL-0014 | 'bankieren':true,'iban':'NL91ABNA0417164300'",
        "REL-0015 | 'websiteUrl':'geen adres'",
        "REL-0016 | 'relatiesoort':['Leverancier'],'incassoSoort':'B2B','iban':'NL91ABNA0417164300'",
        "REL-0017 | 'factuurRelatie':{'id':'00000000-0000-4000-8000-000000000009'}",
        "REL-0048 | 'relatiesoort':['Eigen']",
        "REL-0055 | 'correspondentieAdres':{'straat':'Kade 1','land':{'id':'00000000-0000-4000-8000-000000000009'}}",
        "REL-0056 | 'vestigingsAdres':{ADDRESS,'land':{'id':'00000000-0000-4000-8000-000000000009'}}",
        "REL-0058 | 'btwNummer':'N'",
        "REL-0059 | 'btwNummer':'NL 004495445 B01'",
        "REL-0060 | 'vestigingsAdres':{'straat':'Kade 1','plaats':'Urk'}",
        "REL-0061 | 'email':'geen adres'",
        "REL-0062 | 'relatiesoort':['Leverancier'],'kredietLimiet':100",
        "REL-0065 | 'relatiesoort':['Klant','Leverancier']",
        "REL-0084 | 'email':'a@b.example;geen adres'",
        "REL-0086 | 'oin':'123'",
        "REL-0087 | 'btwNummer':'BE0403019261','vestigingsAdres':{ADDRESS}",
        "REL-0088 | 'btwNummer':'NL123456789B90'"})
    void a_rule_that_is_broken_is_told_by_its_code(String code, String given) {
        assertThat(codes(create(given.replace("ADDRESS", ADDRESS)))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"REL-0020, vestigingsAdres, straat", "REL-0022, vestigingsAdres, plaats", "REL-0023, vestigingsAdres, contactpersoon", "REL-0021, vestigingsAdres, postcode",
        "REL-0025, correspondentieAdres, straat", "REL-0026, correspondentieAdres, postcode", "REL-0027, correspondentieAdres, plaats", "REL-0028, correspondentieAdres, contactpersoon"})
    void a_part_of_an_address_that_is_too_long(String code, String address, String part) {
        assertThat(codes(create("'" + address + "':{" + ADDRESS + ",'" + part + "':'" + LONG_51 + "'}"))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"aanmaning, 29, 30, 68, 69, 31, 70, 71", "factuur, 32, 33, 72, 73, 34, 74, 75", "bevestigings, 38, 39, 76, 77, 40, 78, 79",
        "offerte, 44, 45, 80, 81, 46, 82, 83", "offerteAanvraag, 89, 90, 91, 92, 93, 94, 95", "bestelling, 96, 97, 98, 99, 100, 101, 102"})
    void each_sort_of_mail_has_codes_of_its_own(String sort, int missing, int invalid, int list, int tooLong, int ccInvalid, int ccList, int ccTooLong) {
        var tooMuch = "a@b.example;".repeat(21) + "a@b.example";

        assertThat(mail(sort, "'shouldSend':true")).containsExactly(code(missing));
        assertThat(mail(sort, "'email':'x'")).containsExactly(code(invalid));
        assertThat(mail(sort, "'email':'a@b.example;x'")).containsExactly(code(list));
        assertThat(mail(sort, "'email':'" + tooMuch + "'")).containsExactly(code(tooLong));
        assertThat(mail(sort, "'ccEmail':'x'")).containsExactly(code(ccInvalid));
        assertThat(mail(sort, "'ccEmail':'x;a@b.example'")).containsExactly(code(ccList));
        assertThat(mail(sort, "'ccEmail':'" + tooMuch + "'")).containsExactly(code(ccTooLong));
    }

    @Test
    void what_is_too_long_in_itself() {
        assertThat(codes(create("'btwNummer':'NL" + LONG_51 + "'"))).containsExactly("REL-0057");
        assertThat(codes(create("'email':'" + "a@b.example;".repeat(21) + "a@b.example'"))).containsExactly("REL-0085");
    }

    @Test
    void a_relation_that_pays_must_be_a_customer() {
        var supplier = id(create("'relatiesoort':['Leverancier']"));

        assertThat(codes(create("'factuurRelatie':{'id':'" + supplier + "'}"))).containsExactly("REL-0018");
    }

    @Test
    void an_id_is_given_by_the_system() {
        assertThat(codes(create("'id':'00000000-0000-4000-8000-000000000009'"))).containsExactly("ALG-0100", "REL-0063");
    }

    @Test
    void a_put_names_the_id_of_its_address_and_leaves_the_kind() {
        var id = id(create(""));

        assertThat(codes(put(id, "'id':'00000000-0000-4000-8000-000000000009'"))).containsExactly("ALG-0101", "REL-0047");
        assertThat(codes(put(id, "'id':null"))).containsExactly("ALG-0101", "REL-0047");
        assertThat(codes(put(id, "'id':'" + id + "','relatiesoort':['Leverancier']"))).containsExactly("REL-0064");
    }

    @Test
    void several_reasons_are_told_at_once() {
        var reply = create("'relatiesoort':['Klant','Leverancier'],'naam':'','kvkNummer':'1','email':'x','vestigingsAdres':{'straat':'Kade 1'}");

        assertThat(codes(reply)).containsExactly("REL-0065", "REL-0007", "REL-0060", "REL-0006", "REL-0061");
        assertThat(reply.json().get(0).has("message")).isTrue();
        assertThat(reply.json().get(0).get("details").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"/relaties | ALG-0106 | ``", "/relaties | REL-0066 | [1]", "/relaties | REL-0066 | {'naam':", "/kostenplaatsen | ALG-0106 | ``", "/kostenplaatsen | ALG-0102 | nonsense"})
    void a_body_that_is_empty_or_no_object(String path, String code, String body) {
        assertThat(codes(wire.snelstart("POST", path, body))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relaties/12", "/kostenplaatsen/x", "/landen/NL"})
    void an_id_that_is_none(String path) {
        assertThat(codes(wire.snelstartGet(path))).containsExactly("ALG-0103");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'krediettermijn':'dertig' | relatie.Krediettermijn", "'bankieren':'ja' | relatie.Bankieren", "'aanmaningsoort':'Soms' | relatie.Aanmaningsoort",
        "'relatiesoort':['Vriend'] | relatie.Relatiesoort[0]", "'vestigingsAdres':'Kade 1' | relatie.VestigingsAdres", "'factuurRelatie':{'id':'x'} | relatie.FactuurRelatie.Id", "'kredietLimiet':'veel' | relatie.KredietLimiet"})
    void what_does_not_fit_the_model_is_told_before_any_rule(String given, String path) {
        var reply = create(given + ",'naam':''");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("message").textValue()).isEqualTo("The request is invalid.");
        assertThat(reply.json().get("modelState").has(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Klant, REL-0049, invoice", "Klant, REL-0050, verkooporders", "Klant, REL-0051, payer", "Klant, REL-0052, inkooporders", "Klant, REL-0103, intern",
        "Leverancier, REL-0053, invoice", "Leverancier, REL-0054, inkooporders", "Leverancier, REL-0067, intern"})
    void a_relation_in_use_stays(String kind, String code, String use) {
        var id = id(create("'relatiesoort':['" + kind + "']"));
        switch (use) {
            case "invoice" -> wire.control("POST", "/snelstart/records/" + id + "/invoices", "{}");
            case "payer" -> create("'factuurRelatie':{'id':'" + id + "'}");
            default -> wire.control("PATCH", "/snelstart/records/" + id, "{\"gebruik\":{\"" + use + "\":true}}");
        }

        assertThat(codes(wire.snelstart("DELETE", "/relaties/" + id, null))).containsExactly(code);
        assertThat(wire.snelstartGet("/relaties/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_relation_whose_invoices_are_paid_goes() {
        var id = id(create(""));
        wire.control("POST", "/snelstart/records/" + id + "/invoices", "{}");

        wire.control("DELETE", "/snelstart/records/" + id + "/invoices", null);

        assertThat(wire.snelstart("DELETE", "/relaties/" + id, null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"KPL-0004 | 'nummer':900", "KPL-0005 | 'nummer':900,'omschrijving':'LONG'", "KPL-0006 | 'omschrijving':'Noord'", "KPL-0007 | 'nummer':0,'omschrijving':'Noord'",
        "KPL-0007 | 'nummer':1000000000,'omschrijving':'Noord'", "KPL-0008 | 'nummer':10,'omschrijving':'Noord'", "KPL-0009 | 'nummer':900,'omschrijving':'Noord','nonactief':true",
        "ALG-0100 | 'nummer':900,'omschrijving':'Noord','id':'00000000-0000-4000-8000-000000000009'"})
    void a_cost_centre_has_rules_too(String code, String given) {
        assertThat(codes(wire.snelstart("POST", "/kostenplaatsen", "{" + given.replace("LONG", LONG_51) + "}"))).containsExactly(code);
    }

    @Test
    void a_cost_centre_is_named_by_its_own_id() {
        var first = wire.snelstartGet("/kostenplaatsen").json().get(0);
        var where = "/kostenplaatsen/" + first.get("id").textValue();

        assertThat(codes(wire.snelstart("POST", "/kostenplaatsen", "{'nummer':900,'omschrijving':'Noord','id':" + first.get("id") + "}"))).containsExactly("ALG-0100", "KPL-0002");
        assertThat(codes(wire.snelstart("PUT", where, "{'nummer':10,'omschrijving':'Noord'}"))).containsExactly("KPL-0003");
        assertThat(codes(wire.snelstart("PUT", where, "{'id':'00000000-0000-4000-8000-000000000009','nummer':10,'omschrijving':'Noord'}"))).containsExactly("ALG-0101");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"REF-0002 | klant | {'name':'Kleur','value':'x'}", "REF-0003 | klant | {'name':'Regio','value':'x'},{'name':'Regio','value':'y'}",
        "REF-0004 | klant | {'name':'Regio','value':'LONG'}", "REF-0005 | klant | {'name':'Segment','value':'D'}", "REF-0006 | leverancier | {'name':'Levertijd','value':3}",
        "REF-0007 | klant | {'name':'Aantal','value':'veel'}", "REF-0008 | klant | {'name':'Sinds','value':'gisteren'}", "REF-0009 | klant | {'name':'Actief','value':'ja'}",
        "REF-0010 | klant | {'name':'Budget','value':'veel'}", "REF-0011 | klant | {'name':'Factor','value':'half'}", "REF-0012 | klant | {'name':'Budget','value':100000000001}",
        "REF-0013 | klant | {'name':'Budget','value':1.23456}", "REF-0014 | klant | {'name':'Regio','value':7}", "REF-0015 | klant | {'name':'Sinds','value':'1899-01-01T00:00:00'}",
        "REF-0016 | klant | {'name':'Regio'}"})
    void an_extra_field_takes_only_its_own_sort(String code, String side, String change) {
        var where = "/relaties/" + id(create("")) + "/customFields";

        assertThat(codes(wire.snelstart("PUT", where, "{'" + side + "CustomFields':[" + change.replace("LONG", LONG_51) + "]}"))).containsExactly(code);
        assertThat(codes(wire.snelstart("PUT", where, "{"))).containsExactly("REF-0016");
    }

    @Test
    void numbers_of_other_countries_and_old_forms_are_taken() {
        assertThat(create("'btwNummer':'NL002455799B11','vestigingsAdres':{" + ADDRESS + "}").status()).isEqualTo(201);
        assertThat(create("'btwNummer':'BE0428759497'").status()).isEqualTo(201);
        assertThat(create("'btwNummer':'DE136695976'").status()).isEqualTo(201);
        assertThat(create("'iban':'NL20 INGB 0001 2345 67','bic':'INGBNL2A','websiteUrl':'www.voorbeeld.example','oin':'00000001234567890000','email':'a@b.example; c@d.example'").status()).isEqualTo(201);
        assertThat(codes(create("'btwNummer':'NL864321019B01'"))).containsExactly("REL-0088");
        assertThat(codes(create("'btwNummer':'BE0403019262'"))).containsExactly("REL-0088");
    }

    private static List<String> mail(String sort, String given) {
        return codes(create("'" + sort + "EmailVersturen':{" + given + "}"));
    }

    private static String code(int number) {
        return String.format("REL-%04d", number);
    }

    /** A customer that breaks no rule, but for what is given. */
    private static Wire.Reply create(String given) {
        return wire.snelstart("POST", "/relaties", over("{'relatiesoort':['Klant'],'naam':'Regel B.V.'}", given));
    }

    private static Wire.Reply put(String id, String given) {
        return wire.snelstart("PUT", "/relaties/" + id, over("{'relatiesoort':['Klant'],'naam':'Regel B.V.'}", given));
    }

    private static String over(String standard, String given) {
        try {
            var body = (ObjectNode) Wire.JSON.readTree(standard.replace('\'', '"'));
            return body.setAll((ObjectNode) Wire.JSON.readTree(("{" + given + "}").replace('\'', '"'))).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(Wire.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.json().isArray() ? reply.json().findValuesAsText("errorCode") : List.of(reply.body());
    }

    private static String id(Wire.Reply reply) {
        JsonNode made = reply.json();
        return made.get("id").textValue();
    }
}
