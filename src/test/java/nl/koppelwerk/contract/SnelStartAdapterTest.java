package nl.koppelwerk.contract;

import static nl.koppelwerk.contract.SnelStartRecords.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnelStartAdapterTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(20);
        adapter = new Adapter(vendors);
        adapter.references(SYSTEM);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void a_relatie_is_read_by_one_call_and_is_whole() {
        var id = made(adapter, debtor("Çelik Bouw B.V.").with(Fields.VISIT_ADDRESS, address("Dijkweg", "12A")).with(Fields.CONTACT_PERSON, "Sanne Molenaar"));
        vendors.forgetRequests();

        var seen = seen(adapter, id);

        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(seen.relation().values().get(Fields.NAME).text()).isEqualTo("Çelik Bouw B.V.");
        assertThat(seen.relation().values().get(Fields.RELATION_TYPES).text()).isEqualTo("DEBTOR");
        assertThat(seen.relation().values().get(Fields.CONTACT_PERSON).text()).isEqualTo("Sanne Molenaar");
        assertThat(seen.relation().values().get(Fields.VISIT_ADDRESS).text()).isEqualTo("street=Dijkweg 12A\npostalCode=1791 AB\ncity=Den Burg\ncountry=NL");
        assertThat(adapter.requests(SYSTEM)).hasSize(1);
    }

    @Test void an_address_that_was_sent_is_read_back_in_the_form_of_this_system() {
        var sent = debtor("Adres B.V.").with(Fields.VISIT_ADDRESS, address("Lange Voorhout", "12-14")).with(Fields.POSTAL_ADDRESS, address("Postbus", "100"));
        var dialect = adapter.snelStart.dialect(adapter.references(SYSTEM));

        var now = values(adapter, made(adapter, sent));

        for (var field : List.of(Fields.VISIT_ADDRESS, Fields.POSTAL_ADDRESS))
            assertThat((Object) now.get(field)).isEqualTo(dialect.form(Kind.ORGANISATION, nl.koppelwerk.relation.PartKind.ROOT, field, sent.get(field)));
    }

    @Test void an_inactive_relatie_is_archived_and_not_gone() {
        var id = made(adapter, debtor("Gestopt B.V."));
        vendors.edit(SYSTEM, id, "{'nonactief': true}");

        assertThat(seen(adapter, id).relation().marks()).containsExactly(Mark.ARCHIVED);
        assertThat(seen(adapter, id.toUpperCase(java.util.Locale.ROOT)).root()).isEqualTo(id);
    }

    @Test void what_neither_the_item_nor_the_list_has_is_gone_and_what_is_no_id_is_never_asked_for() {
        assertThat(read(adapter, UNKNOWN)).isInstanceOf(Answer.Gone.class);
        assertThat(read(adapter, "kostenplaats-" + UNKNOWN)).isInstanceOf(Answer.Gone.class);
        vendors.forgetRequests();

        for (var odd : List.of("x')/../landen", "", "kostenplaats-", "10042")) assertThat(read(adapter, odd)).isInstanceOf(Answer.Gone.class);

        assertThat(adapter.requests(SYSTEM)).isEmpty();
    }

    @Test void no_relatie_is_gone_because_the_list_does_not_answer() {
        vendors.fault("{'system': 'snelstart', 'method': 'GET', 'pathContains': 'relaties/', 'status': 404}");
        vendors.fault("{'system': 'snelstart', 'method': 'GET', 'status': 503}");
        var id = made(adapter, debtor("Niet weg B.V."));

        assertThat(read(adapter, id)).isInstanceOf(Answer.Unanswered.class);
    }

    @Test @Requirement("SN-01") void a_create_answers_what_was_kept_and_writes_a_number_of_ours() {
        var done = done(adapter, create(Kind.ORGANISATION, debtor("Eigen nummer B.V.").with(Fields.PHONE, "+31222555010"), "880042"));

        assertThat(done.echoed().get(Fields.PHONE).text()).isEqualTo("+31222555010");
        assertThat(seen(adapter, done.id()).relation().reference()).isEqualTo("880042");
        assertThat(found("880042")).isEqualTo(new Answer.Candidates(List.of(new Answer.Candidate(done.id(), "", ""))));
        assertThat(found("88004")).isEqualTo(new Answer.Candidates(List.of()));
    }

    @Test void a_reference_that_is_no_number_is_neither_sent_nor_searched_for() {
        var id = made(adapter, create(Kind.ORGANISATION, debtor("Zonder nummer B.V."), "CRM-7"));
        vendors.forgetRequests();

        assertThat(found("CRM-7")).isEqualTo(new Answer.Candidates(List.of()));

        assertThat(adapter.requests(SYSTEM)).isEmpty();
        assertThat(seen(adapter, id).relation().reference()).matches("[1-9][0-9]+");
    }

    @Test void a_number_that_another_has_is_a_refusal_of_our_field() {
        made(adapter, create(Kind.ORGANISATION, debtor("Eerste B.V."), "770043"));

        var answer = (Answer.Refused) adapter.write(adapter.snelStart, create(Kind.ORGANISATION, debtor("Tweede B.V."), "770043"));

        assertThat(answer.reasons()).extracting(reason -> reason.subject()).containsExactly("number");
        assertThat(answer.reasons().get(0).text()).contains("REL-0008");
    }

    @Test @Requirement("SN-01") void an_update_changes_what_is_named_and_gives_everything_else_back() {
        var id = desk("{'naam': 'Ongewijzigd B.V.', 'relatiesoort': ['Klant'], 'telefoon': '0222 555 010', 'iban': 'NL91ABNA0417164300', 'bic': 'ABNANL2A', "
            + "'oin': '00000001234567890000', 'memo': 'Belt liever', 'kredietLimiet': 5000.5, 'factuurkorting': 2.5, 'aanmaningsoort': 'Onderneming', "
            + "'factuurEmailVersturen': {'shouldSend': true, 'email': 'facturen@ongewijzigd.example'}, "
            + "'correspondentieAdres': {'contactpersoon': 'Ida', 'straat': 'Postbus 1', 'postcode': '1790 AA', 'plaats': 'Den Burg', 'land': 'NL'}}");
        var before = vendors.record(SYSTEM, id);

        var done = done(adapter, update(id, Values.NONE.with(Fields.PHONE, "+31222555011").with(Fields.POSTAL_ADDRESS, address("Postbus", "2")), values(adapter, id)));

        assertThat(done.echoed().get(Fields.PHONE).text()).isEqualTo("+31222555011");
        var after = vendors.record(SYSTEM, id);
        assertThat(after.path("telefoon").asText()).isEqualTo("+31222555011");
        assertThat(after.at("/correspondentieAdres/straat").asText()).isEqualTo("Postbus 2");
        assertThat(after.at("/correspondentieAdres/contactpersoon").asText()).isEqualTo("Ida");
        assertThat(without(after)).isEqualTo(without(before));
    }

    @Test void an_emptied_field_is_empty_afterwards() {
        var id = made(adapter, debtor("Leeg B.V.").with(Fields.PHONE, "+31222555010").with(Fields.VISIT_ADDRESS, address("Dijkweg", "12"))
            .with(Fields.PAYMENT_DAYS, "30").with(Fields.EMAILS, "a@leeg.example;b@leeg.example"));
        var emptied = Values.NONE;
        for (var field : List.of(Fields.PHONE, Fields.VISIT_ADDRESS, Fields.PAYMENT_DAYS, Fields.EMAILS)) emptied = emptied.with(field, Value.empty());

        var done = done(adapter, update(id, emptied, values(adapter, id)));

        assertThat(done.echoed()).isEqualTo(emptied);
        assertThat(values(adapter, id).only((field, value) -> done.echoed().fields().contains(field))).isEqualTo(emptied);
    }

    @Test void a_field_that_was_edited_since_is_looked_at_again_and_the_edit_stays() {
        var id = made(adapter, debtor("Tussendoor B.V.").with(Fields.PHONE, "+31222555010"));
        var old = values(adapter, id);
        vendors.edit(SYSTEM, id, "{'telefoon': '0222 555 099'}");

        var answer = adapter.write(adapter.snelStart, update(id, Values.NONE.with(Fields.PHONE, "+31222555011"), old));

        assertThat(answer).isInstanceOf(Answer.Stale.class);
        assertThat(vendors.record(SYSTEM, id).path("telefoon").asText()).isEqualTo("0222 555 099");
        assertThat(vendors.received(SYSTEM, "PUT", id)).isZero();
    }

    @Test void an_edit_of_another_field_survives_our_write() {
        var id = made(adapter, debtor("Ander veld B.V.").with(Fields.PHONE, "+31222555010"));
        var old = values(adapter, id);
        vendors.edit(SYSTEM, id, "{'memo': 'Net getypt'}");

        done(adapter, update(id, Values.NONE.with(Fields.PHONE, "+31222555011"), old));

        assertThat(vendors.record(SYSTEM, id).path("memo").asText()).isEqualTo("Net getypt");
    }

    @Test void an_update_of_what_is_gone_is_looked_at_again_and_of_what_is_inactive_says_so() {
        var change = Values.NONE.with(Fields.PHONE, "+31222555011");
        var id = made(adapter, debtor("Inactief B.V."));
        vendors.edit(SYSTEM, id, "{'nonactief': true}");

        assertThat(adapter.write(adapter.snelStart, update(UNKNOWN, change, Values.NONE))).isInstanceOf(Answer.Stale.class);
        assertThat(adapter.write(adapter.snelStart, update("../landen", change, Values.NONE))).isInstanceOf(Answer.Stale.class);
        var refused = (Answer.Refused) adapter.write(adapter.snelStart, update(id, change, Values.NONE));

        assertThat(refused.reasons().get(0).text()).contains("inactive", "ALG-0105");
        assertThat(refused.reasons().get(0).details().get("nl")).contains("nonactief");
    }

    @Test void what_is_said_once_is_not_changed() {
        var id = made(adapter, debtor("Vast B.V."));
        vendors.forgetRequests();

        var answer = (Answer.Refused) adapter.write(adapter.snelStart, update(id, Values.NONE.with(Fields.RELATION_TYPES, "CREDITOR").with(Fields.NUMBER, "7"), Values.NONE));

        assertThat(answer.reasons()).extracting(reason -> reason.subject()).containsExactlyInAnyOrder("relationTypes", "number");
        assertThat(adapter.requests(SYSTEM)).isEmpty();
    }

    @Test @Requirement("SN-06") void a_contact_person_without_an_address_is_refused_before_it_is_sent() {
        var id = made(adapter, debtor("Alleen naam B.V."));
        var person = Values.NONE.with(Fields.CONTACT_PERSON, "Sanne Molenaar");
        vendors.forgetRequests();

        for (var write : List.of(create(debtor("Nieuw B.V.").with(person)), update(id, person, Values.NONE))) {
            var refused = (Answer.Refused) adapter.write(adapter.snelStart, write);

            assertThat(refused.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.ADDRESS_INCOMPLETE);
            assertThat(refused.reasons().get(0).text()).contains("street, postcode, city");
        }
        assertThat(vendors.received(SYSTEM, "POST", "relaties") + vendors.received(SYSTEM, "PUT", "relaties")).isZero();
    }

    @Test void an_address_is_not_taken_from_under_a_contact_person_that_stays() {
        var id = made(adapter, debtor("Blijft B.V.").with(Fields.VISIT_ADDRESS, address("Dijkweg", "12")).with(Fields.CONTACT_PERSON, "Sanne Molenaar"));

        var answer = adapter.write(adapter.snelStart, update(id, Values.NONE.with(Fields.VISIT_ADDRESS, Value.empty()), Values.NONE));

        assertThat(((Answer.Refused) answer).reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.ADDRESS_INCOMPLETE);
        done(adapter, update(id, Values.NONE.with(Fields.VISIT_ADDRESS, Value.empty()).with(Fields.CONTACT_PERSON, Value.empty()), Values.NONE));
    }

    @ParameterizedTest @ValueSource(strings = {"Dijkweg||Den Burg|NL", "Dijkweg|1791 AB||NL", "|1791 AB|Den Burg|NL", "Dijkweg|1791 AB|Den Burg|"})
    @Requirement({"SN-06", "SN-11"})
    void half_an_address_is_a_reason_before_anything_is_sent(String parts) {
        var of = parts.split("\\|", -1);
        var address = Address.TYPE.of(Address.of(of[0], "", of[1], of[2], of[3]));

        var problems = adapter.snelStart.dialect(adapter.references(SYSTEM)).problems(Kind.ORGANISATION, nl.koppelwerk.relation.PartKind.ROOT, Fields.VISIT_ADDRESS, address);

        assertThat(problems).extracting(reason -> reason.code()).containsExactly(ReasonCode.ADDRESS_INCOMPLETE);
        assertThat(problems.get(0).text()).startsWith("SnelStart takes a complete address or none");
    }

    @Test @Requirement("SN-20") void a_kostenplaats_is_made_read_changed_and_listed() {
        var project = Values.NONE.with(Fields.NUMBER, "120").with(Fields.NAME, "Vestiging Noord");
        var id = made(adapter, create(Kind.COST_CENTRE, project, ""));

        done(adapter, update(Kind.COST_CENTRE, id, Values.NONE.with(Fields.NAME, "IJsselstein Noord"), project));

        assertThat(id).startsWith("kostenplaats-");
        var seen = seen(adapter, id);
        assertThat(seen.relation().kind()).isEqualTo(Kind.COST_CENTRE);
        assertThat(seen.relation().values().get(Fields.NAME).text()).isEqualTo("IJsselstein Noord");
        var rows = adapter.page(SYSTEM, "kostenplaatsen", "", "", 5).rows();
        assertThat(rows).filteredOn(row -> row.root().equals(id)).singleElement().satisfies(row -> assertThat(row.agreesWith(seen)).isTrue());
    }

    @Test void an_inactive_kostenplaats_is_archived_and_its_number_is_found() {
        var id = made(adapter, create(Kind.COST_CENTRE, Values.NONE.with(Fields.NUMBER, "121").with(Fields.NAME, "Gesloten"), ""));
        remove("kostenplaatsen/" + id.replace("kostenplaats-", ""));

        assertThat(seen(adapter, id).relation().marks()).containsExactly(Mark.ARCHIVED);
        assertThat(adapter.ask(SYSTEM, "search", new Step.Search(Side.TARGET, Kind.COST_CENTRE, List.of(), Optional.of("121"))))
            .isEqualTo(new Answer.Candidates(List.of(new Answer.Candidate(id, "", ""))));
    }

    @Test void the_own_relatie_and_one_that_is_none_are_listed_as_what_they_are() {
        var none = desk("{'naam': 'Niets B.V.', 'relatiesoort': ['Geen']}");

        var rows = walk(adapter, "", 500);

        assertThat(rows).anySatisfy(row -> assertThat(row.relation().values().get(Fields.RELATION_TYPES).text()).isEqualTo("OWN"));
        assertThat(rows).filteredOn(row -> row.root().equals(none)).singleElement().satisfies(row -> assertThat((Object) row.relation().values().get(Fields.RELATION_TYPES)).isEqualTo(Value.empty()));
    }

    @Test void countries_are_those_of_the_administration() {
        assertThat(adapter.references(SYSTEM).lists().get("landen")).containsKeys("NL", "BE", "DE");
    }

    @Test void a_country_that_the_administration_does_not_have_is_a_reason() {
        var address = Address.TYPE.of(Address.of("Via Roma", "1", "00100", "Lagos", "NG"));

        assertThat(adapter.snelStart.dialect(adapter.references(SYSTEM)).problems(Kind.ORGANISATION, nl.koppelwerk.relation.PartKind.ROOT, Fields.VISIT_ADDRESS, address))
            .extracting(reason -> reason.code()).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
    }

    @ParameterizedTest @MethodSource("nl.koppelwerk.contract.VendorFaultsTest#ofReads") void a_read_is_asked_once(String fault, Class<?> expected) {
        var id = made(adapter, debtor("Gelezen B.V."));
        vendors.fault("{'system': 'snelstart', 'method': 'GET', " + fault + "}");

        // An inactive one is answered 404 too, so the list is asked before it is gone.
        assertThat(read(adapter, id)).isInstanceOf(expected == Answer.Gone.class ? Answer.Seen.class : expected);

        assertThat(vendors.received(SYSTEM, "GET", "relaties/" + id)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest @MethodSource("nl.koppelwerk.contract.VendorFaultsTest#ofWrites") @Requirement("SN-42") void a_write_that_failed_is_sent_once(String fault, Class<?> expected) {
        for (var after : List.of("", ", 'afterWrite': true")) {
            var id = made(adapter, debtor("Storing B.V."));
            vendors.forgetRequests();
            for (var method : List.of("PUT", "POST")) vendors.fault("{'system': 'snelstart', 'method': '" + method + "', 'pathContains': 'relaties', " + fault + after + "}");

            assertThat(adapter.write(adapter.snelStart, create(debtor("Storing B.V.")))).isInstanceOf(expected);
            assertThat(adapter.write(adapter.snelStart, update(id, Values.NONE.with(Fields.PHONE, "+31222555011"), Values.NONE))).isInstanceOf(expected);

            assertThat(vendors.received(SYSTEM, "PUT", id)).isLessThanOrEqualTo(1);
        }
    }

    private static Object found(String reference) {
        return adapter.ask(SYSTEM, "search", new Step.Search(Side.TARGET, Kind.ORGANISATION, List.of(), Optional.of(reference)));
    }

    private static String desk(String json) { return vendors.make(SYSTEM, json).path("id").asText(); }

    private static void remove(String path) {
        var token = vendors.call("POST", "/snelstart-auth/b2b/token", Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "grant_type=password&username=demo&password=snelstart-demo").path("access_token").asText();
        vendors.call("DELETE", "/snelstart/v2/" + path, Map.of("Authorization", "Bearer " + token, "Ocp-Apim-Subscription-Key", "snelstart-demo-primary"), null);
    }

    private static ObjectNode without(JsonNode record) {
        ObjectNode rest = record.deepCopy();
        ((ObjectNode) rest.path("correspondentieAdres")).remove("straat");
        ((ObjectNode) rest.path("correspondentieAdres")).remove("postcode");
        return rest.without(List.of("telefoon", "modifiedOn"));
    }
}
