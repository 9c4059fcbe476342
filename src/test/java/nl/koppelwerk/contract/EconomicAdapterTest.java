package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomicAdapterTest {

    private static final String SYSTEM = "economic";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(30);
        adapter = new Adapter(vendors);
        adapter.references(SYSTEM);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void a_customer_is_read_with_its_contact_persons_in_two_calls() {
        var id = made(adapter, customer("Sørensen & Sønner ApS"));
        var contact = ((Answer.Done) adapter.write(adapter.economic, contact(id, "Ida Krogh"))).id();
        vendors.forgetRequests();

        var seen = seen(adapter, id);

        assertThat(seen.relation().values().get(Fields.NAME).text()).isEqualTo("Sørensen & Sønner ApS");
        assertThat(seen.relation().parts()).extracting("id").containsExactly(contact);
        assertThat(seen.relation().parts().get(0).values().get(Fields.BUSINESS_PHONE).text()).isEqualTo("+4586550101");
        assertThat(seen.isWhole()).isTrue();
        assertThat(adapter.requests(SYSTEM)).hasSize(2);
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_number_is_never_asked_for() {
        assertThat(read(adapter, "999999999")).isInstanceOf(Answer.Gone.class);
        vendors.forgetRequests();

        for (var odd : List.of("x/../self", "0", "1234567890", "")) assertThat(read(adapter, odd)).isInstanceOf(Answer.Gone.class);

        assertThat(adapter.requests(SYSTEM)).isEmpty();
    }

    @Test void the_number_is_given_by_the_vendor_and_the_same_key_makes_one_customer() {
        var write = create(customer("Én Gang ApS"));
        var body = adapter.economic.request(write, adapter.references(SYSTEM));
        var first = (Answer.Done) adapter.askWith(SYSTEM, "create", new Connector.WriteRequest(write, body), Map.of("idempotencyKey", "key-1"));
        var again = (Answer.Done) adapter.askWith(SYSTEM, "create", new Connector.WriteRequest(write, body), Map.of("idempotencyKey", "key-1"));
        var other = (Answer.Done) adapter.askWith(SYSTEM, "create", new Connector.WriteRequest(write, body), Map.of("idempotencyKey", "key-2"));

        assertThat(first.id()).matches("[1-9][0-9]+").isEqualTo(again.id()).isNotEqualTo(other.id());
        assertThat(first.echoed()).isEqualTo(write.values());
    }

    @Test void two_relations_that_look_alike_are_two_creates_also_without_a_key_of_the_core() {
        var one = ((Answer.Done) adapter.write(adapter.economic, create(customer("Tvilling ApS"), "CM-1"))).id();
        var two = ((Answer.Done) adapter.write(adapter.economic, create(customer("Tvilling ApS"), "CM-2"))).id();

        assertThat(one).isNotEqualTo(two);
    }

    @ParameterizedTest @ValueSource(strings = {"customers-api", "rest"})
    void an_update_changes_what_is_named_and_gives_everything_else_back(String road) {
        try (var roaded = new Adapter(vendors, Map.of("update-road", road))) {
            var id = made(adapter, customer("Uændret ApS").with(Fields.EMAIL, "bogholderi@uaendret.example"));
            desk("PUT", "/customers/" + id, "{'creditLimit': 50000, 'county': 'Midtjylland', 'publicEntryNumber': '42', 'layout': 19}");
            var before = desk("GET", "/customers/" + id, null);

            var done = roaded.write(roaded.economic, update(id, Values.NONE.with(Fields.PHONE, "+4586550102"), Values.NONE.with(Fields.PHONE, "+4586550100")));

            assertThat(done).isInstanceOf(Answer.Done.class);
            var after = desk("GET", "/customers/" + id, null);
            assertThat(after.path("telephoneAndFaxNumber").asText()).isEqualTo("+4586550102");
            assertThat(without(after)).isEqualTo(without(before));
        }
    }

    @ParameterizedTest @ValueSource(strings = {"customers-api", "rest"})
    void an_emptied_field_is_left_out_and_an_address_may_lose_its_second_line(String road) {
        try (var roaded = new Adapter(vendors, Map.of("update-road", road))) {
            var id = made(adapter, customer("Tømt ApS").with(Fields.EMAIL, "info@toemt.example").with(Fields.VISIT_ADDRESS, address("Havnegade 7, 2. sal")));
            var old = seen(adapter, id).relation().values();

            var done = roaded.write(roaded.economic, update(id, Values.NONE.with(Fields.EMAIL, Value.empty()).with(Fields.VISIT_ADDRESS, address("Kystvejen 3")), old));

            assertThat(done).isInstanceOf(Answer.Done.class);
            var now = seen(adapter, id).relation().values();
            assertThat(now.get(Fields.EMAIL)).isEqualTo(Value.empty());
            assertThat(now.get(Fields.VISIT_ADDRESS)).isEqualTo(address("Kystvejen 3"));
        }
    }

    @ParameterizedTest @ValueSource(strings = {"customers-api", "rest"})
    void a_field_that_was_edited_since_is_looked_at_again(String road) {
        try (var roaded = new Adapter(vendors, Map.of("update-road", road))) {
            var id = made(adapter, customer("Imellem ApS"));
            desk("PUT", "/customers/" + id, "{'telephoneAndFaxNumber': '86 55 01 99'}");

            var answer = roaded.write(roaded.economic, update(id, Values.NONE.with(Fields.PHONE, "+4586550102"), Values.NONE.with(Fields.PHONE, "+4586550100")));

            assertThat(answer).isInstanceOf(Answer.Stale.class);
            assertThat(desk("GET", "/customers/" + id, null).path("telephoneAndFaxNumber").asText()).isEqualTo("86 55 01 99");
        }
    }

    @Test void an_update_of_what_is_gone_is_looked_at_again() {
        var change = Values.NONE.with(Fields.PHONE, "+4586550102");

        assertThat(adapter.write(adapter.economic, update("999999998", change, Values.NONE))).isInstanceOf(Answer.Stale.class);
        assertThat(adapter.write(adapter.economic, update("../self", change, Values.NONE))).isInstanceOf(Answer.Stale.class);
        assertThat(vendors.received(SYSTEM, "PUT", "999999998")).isZero();
    }

    @Test void what_is_said_once_is_not_changed() {
        var id = made(adapter, customer("Fast ApS"));
        vendors.forgetRequests();

        var answer = (Answer.Refused) adapter.write(adapter.economic, update(id, Values.NONE.with(Fields.CUSTOMER_GROUP, "2"), Values.NONE.with(Fields.CUSTOMER_GROUP, "1")));

        assertThat(answer.reasons()).extracting(reason -> reason.subject()).containsExactly("customerGroup");
        assertThat(adapter.requests(SYSTEM)).isEmpty();
    }

    @ParameterizedTest @MethodSource("nl.koppelwerk.contract.VendorFaultsTest#ofReads") void a_read_is_asked_once(String fault, Class<?> expected) {
        var id = made(adapter, customer("Læst ApS"));
        vendors.fault("{'system': 'economic', 'method': 'GET', " + fault + "}");

        assertThat(read(adapter, id)).isInstanceOf(expected);

        assertThat(vendors.received(SYSTEM, "GET", id)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest @MethodSource("nl.koppelwerk.contract.VendorFaultsTest#ofWrites") void a_write_that_failed_is_sent_once(String fault, Class<?> expected) {
        var id = made(adapter, customer("Fejl ApS"));
        var old = Values.NONE.with(Fields.PHONE, "+4586550100");
        vendors.forgetRequests();
        vendors.fault("{'system': 'economic', 'method': 'PUT', " + fault + "}");
        vendors.fault("{'system': 'economic', 'method': 'POST', " + fault + "}");

        assertThat(adapter.write(adapter.economic, create(customer("Fejl ApS"), "CM-" + fault))).isInstanceOf(expected);
        assertThat(adapter.write(adapter.economic, update(id, Values.NONE.with(Fields.PHONE, "+4586550102"), old))).isInstanceOf(expected);

        assertThat(vendors.received(SYSTEM, "PUT", id)).isLessThanOrEqualTo(1);
    }

    @Test void a_contact_person_is_changed_and_keeps_what_the_hub_does_not_know() {
        var id = made(adapter, customer("Kontakt ApS"));
        var contact = ((Answer.Done) adapter.write(adapter.economic, contact(id, "Ida Krogh"))).id();
        desk("PUT", "/contacts/" + number(contact), "{'notes': 'ringer helst', 'emailNotifications': ['invoices']}");

        var done = (Answer.Done) adapter.write(adapter.economic, updateOf(id, contact, Values.NONE.with(Fields.BUSINESS_PHONE, "+4586550109"),
            Values.NONE.with(Fields.BUSINESS_PHONE, "+4586550101")));

        assertThat(done.echoed().get(Fields.BUSINESS_PHONE).text()).isEqualTo("+4586550109");
        var after = desk("GET", "/contacts/" + number(contact), null);
        assertThat(after.path("notes").asText()).isEqualTo("ringer helst");
        assertThat(after.path("emailNotifications")).hasSize(1);
        assertThat(adapter.write(adapter.economic, updateOf(id, contact, Values.NONE.with(Fields.FULL_NAME, "Ida Holm"), Values.NONE.with(Fields.FULL_NAME, "Per Holm"))))
            .isInstanceOf(Answer.Stale.class);
    }

    @Test void a_contact_person_has_no_id_that_a_customer_could_have() {
        var id = made(adapter, customer("Nummer ApS"));
        var contact = ((Answer.Done) adapter.write(adapter.economic, contact(id, "Ida Krogh"))).id();
        var sameNumber = desk("POST", "/customers", "{'customerNumber': " + number(contact) + ", 'name': 'Samme ApS'}").path("customerNumber").asText();

        assertThat(walk(adapter, "customers", "", 200).stream().flatMap(page -> page.rows().stream()).map(Sighting::root)).contains(sameNumber).doesNotContain(contact);
        assertThat(seen(adapter, id).relation().parts()).extracting("id").containsExactly(contact).doesNotContain(sameNumber);
        assertThat(adapter.write(adapter.economic, updateOf(id, sameNumber, Values.NONE.with(Fields.FULL_NAME, "Per Lund"), Values.NONE))).isInstanceOf(Answer.Stale.class);
    }

    @Test void a_deleted_contact_person_is_none_and_is_not_written() {
        var id = made(adapter, customer("Uden Kontakt ApS"));
        var contact = ((Answer.Done) adapter.write(adapter.economic, contact(id, "Per Holm"))).id();
        desk("DELETE", "/contacts/" + number(contact), null);

        assertThat(seen(adapter, id).relation().parts()).isEmpty();
        assertThat(adapter.write(adapter.economic, updateOf(id, contact, Values.NONE.with(Fields.FULL_NAME, "Per Lund"), Values.NONE))).isInstanceOf(Answer.Stale.class);
    }

    @Test void a_refusal_names_our_field() {
        desk("PUT", "/customer-groups", "{'customerGroupNumber': 77, 'name': 'Lukket', 'account': 5600}");
        var write = create(customer("Afvist ApS").with(Fields.CUSTOMER_GROUP, "77"));
        var lists = new nl.koppelwerk.mapping.References(Map.of("customer-groups", Map.of("Lukket", "77"), "payment-terms", Map.of("a", "1"),
            "vat-zones", Map.of("a", "1"), "currencies", Map.of("DKK", "DKK")));
        var body = adapter.economic.request(write, lists);
        desk("DELETE", "/customer-groups/77", null);

        var answer = (Answer.Refused) adapter.askWith(SYSTEM, "create", new Connector.WriteRequest(write, body), Map.of("idempotencyKey", "refused"));

        assertThat(answer.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.subject()).isEqualTo("customerGroup");
            assertThat(reason.text()).contains("e-conomic refused").contains("E07140");
        });
    }

    @Test void customers_are_walked_whole_by_number_with_two_calls_a_page() {
        vendors.forgetRequests();
        var pages = walk(adapter, "customers", "", 10);

        var roots = pages.stream().flatMap(page -> page.rows().stream()).map(Sighting::root).toList();
        assertThat(roots).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
        assertThat(pages.get(0).total()).isEqualTo(roots.size());
        assertThat(pages).allMatch(page -> page.rows().stream().allMatch(Sighting::isWhole));
        assertThat(adapter.requests(SYSTEM)).hasSize(2 * pages.size());
        var one = pages.get(0).rows().get(3);
        assertThat(one.relation()).isEqualTo(seen(adapter, one.root()).relation());
    }

    @Test void a_delta_shows_what_changed_since() {
        var id = made(adapter, customer("Ændret ApS"));
        var stamp = newest(walk(adapter, "customers", "", 200));

        var rows = walk(adapter, "customers", stamp, 200).stream().flatMap(page -> page.rows().stream()).map(Sighting::root).toList();

        assertThat(rows).contains(id);
        assertThat(rows.size()).isLessThan(30);
    }

    @Test void a_contact_person_that_changed_points_at_its_customer() {
        var id = made(adapter, customer("Peger ApS"));
        ((Answer.Done) adapter.write(adapter.economic, contact(id, "Bo Lund"))).id();
        var stamp = newest(walk(adapter, "contacts", "", 200));

        var rows = walk(adapter, "contacts", stamp, 200).stream().flatMap(page -> page.rows().stream()).toList();

        assertThat(rows).extracting(Sighting::root).contains(id);
        assertThat(rows).noneMatch(Sighting::isWhole);
        assertThat(rows.stream().filter(row -> row.root().equals(id)).findFirst().orElseThrow().agreesWith(seen(adapter, id))).isTrue();
    }

    @Test void a_deleted_contact_person_agrees_with_nothing_that_was_stored() {
        var id = made(adapter, customer("Slettet Kontakt ApS"));
        var contact = ((Answer.Done) adapter.write(adapter.economic, contact(id, "Ea Friis"))).id();
        var stored = seen(adapter, id);
        desk("DELETE", "/contacts/" + number(contact), null);

        var row = walk(adapter, "contacts", "", 200).stream().flatMap(page -> page.rows().stream()).filter(one -> one.root().equals(id)).findFirst();

        assertThat(row).hasValueSatisfying(seen -> assertThat(seen.agreesWith(stored)).isFalse());
    }

    @Test void a_search_finds_by_any_key_and_nothing_else() {
        var id = made(adapter, customer("Søgt ApS").with(Fields.CVR_NUMMER, "31415926").with(Fields.EAN_NUMMER, "5798000012349").with(Fields.EMAIL, "soegt@soegt.example"));

        assertThat(found(new MatchKey("cvr", "31415926"))).containsExactly(id);
        assertThat(found(new MatchKey("ean", "5798000012349"))).containsExactly(id);
        assertThat(found(new MatchKey("email", "SOEGT@soegt.example"))).containsExactly(id);
        assertThat(found(new MatchKey("economic-number", id))).containsExactly(id);
        assertThat(found(new MatchKey("cvr", "20000007"), new MatchKey("economic-number", id))).containsExactly(id);
        assertThat(found(new MatchKey("cvr", "10000009"))).isEmpty();
        assertThat(found(new MatchKey("economic-number", "x"), new MatchKey("other", "1"))).isEmpty();
    }

    @Test void a_cvr_number_is_found_however_it_was_typed() {
        for (var typed : List.of("31415934", "DK31415934", "31 41 59 34", "31.41.59.34", "31-41-59-34", "3141 5934", "DK 31 41 59 34", "DK-31415934")) {
            desk("POST", "/customers", "{'name': '" + typed + "', 'corporateIdentificationNumber': '" + typed + "', 'currency': 'DKK', 'customerGroup': 1, 'paymentTerms': 1, 'vatZone': 1}");
        }
        desk("POST", "/customers", "{'name': 'En anden', 'corporateIdentificationNumber': '31 41 59 42', 'currency': 'DKK', 'customerGroup': 1, 'paymentTerms': 1, 'vatZone': 1}");

        assertThat(found(new MatchKey("cvr", "31415934"))).hasSize(8);
    }

    @Test void lists_are_read_as_name_and_number() {
        var lists = ((nl.koppelwerk.mapping.References) adapter.ask(SYSTEM, "references", null)).lists();

        assertThat(lists.get("customer-groups")).containsEntry("Indenlandske kunder", "1");
        assertThat(lists.get("payment-terms")).containsEntry("Netto 14 dage", "1");
        assertThat(lists.get("vat-zones")).containsEntry("Domestic", "1");
        assertThat(lists.get("currencies")).containsEntry("DKK", "DKK");
    }

    @Test void an_entry_whose_name_is_taken_is_told_apart_and_a_zone_for_suppliers_is_none() {
        desk("PUT", "/customer-groups", "{'customerGroupNumber': 8, 'name': 'Indenlandske kunder', 'account': 5600}");
        desk("PUT", "/vat-zones", "{'vatZoneNumber': 9, 'name': 'Kun leverandører', 'enabledForCustomer': false, 'enabledForSupplier': true}");

        var lists = ((nl.koppelwerk.mapping.References) adapter.ask(SYSTEM, "references", null)).lists();

        assertThat(lists.get("customer-groups")).containsEntry("Indenlandske kunder", "1").containsEntry("Indenlandske kunder (8)", "8");
        assertThat(lists.get("vat-zones")).doesNotContainValue("9");
        desk("DELETE", "/customer-groups/8", null);
        desk("DELETE", "/vat-zones/9", null);
    }

    @Test void a_check_says_what_is_well_and_what_is_not() {
        assertThat(checks()).allMatch(Connector.Check::well).extracting(Connector.Check::what).contains("reachable", "credentials", "rights", "record", "agreement");
        vendors.set(SYSTEM, "grant", "revoked");
        assertThat(checks()).filteredOn(check -> !check.well()).extracting(Connector.Check::what).containsExactly("credentials", "rights", "record");
    }

    @Test void a_webhook_is_registered_once_renewed_and_switched_on_again() {
        var prefix = "http://127.0.0.1:1/webhooks/economic/link-1/";
        desk("DELETE", "/webhooks", null);

        assertThat(register(prefix + "first", prefix)).isEqualTo(prefix + "first");
        assertThat(register(prefix + "first", prefix)).isEqualTo(prefix + "first");
        assertThat(register(prefix + "second", prefix)).isEqualTo(prefix + "second");

        var hooks = desk("GET", "/webhooks", null).path("items");
        assertThat(hooks).hasSize(1);
        assertThat(hooks.get(0).path("url").asText()).isEqualTo(prefix + "second");
        assertThat(hooks.get(0).path("postData").asText()).isEqualTo("old=[OLDNUMBER]&new=[NEWNUMBER]");
        assertThat(vendors.received(SYSTEM, "PUT", "webhooks")).isEqualTo(1);
    }

    @Test void a_webhook_of_another_program_is_left_alone() {
        desk("DELETE", "/webhooks", null);
        desk("POST", "/webhooks", "{'url': 'http://127.0.0.1:1/theirs', 'postData': '[OLDNUMBER]&[NEWNUMBER]'}");

        var answer = register("http://127.0.0.1:1/webhooks/economic/link-1/a", "http://127.0.0.1:1/webhooks/economic/link-1/");

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(desk("GET", "/webhooks", null).path("items").get(0).path("url").asText()).isEqualTo("http://127.0.0.1:1/theirs");
    }

    @Test void a_webhook_that_was_disabled_is_switched_on_again_when_it_is_asked_for() {
        var prefix = "http://127.0.0.1:1/webhooks/economic/link-1/";
        desk("DELETE", "/webhooks", null);
        assertThat(listen(prefix)).isEqualTo(Hearing.MISSING);
        register(prefix + "first", prefix);
        assertThat(listen(prefix)).isEqualTo(Hearing.HEARD);
        var before = desk("GET", "/webhooks", null).path("items").get(0);

        desk("POST", "/webhooks", "{'url': '" + prefix + "first', 'postData': 'old=[OLDNUMBER]&new=[NEWNUMBER]', 'isDisabled': true}");

        assertThat(listen(prefix)).isEqualTo(Hearing.SWITCHED_ON_AGAIN);
        assertThat(listen(prefix)).isEqualTo(Hearing.HEARD);
        var now = desk("GET", "/webhooks", null).path("items").get(0);
        assertThat(now.path("isDisabled").asBoolean()).isFalse();
        assertThat(now.path("url")).isEqualTo(before.path("url"));
        assertThat(now.path("postData")).isEqualTo(before.path("postData"));
    }

    @Test void a_disabled_webhook_of_another_program_stays_so() {
        desk("DELETE", "/webhooks", null);
        desk("POST", "/webhooks", "{'url': 'http://127.0.0.1:1/theirs', 'postData': 'x', 'isDisabled': true}");

        assertThat(listen("http://127.0.0.1:1/webhooks/economic/link-1/")).isEqualTo(Hearing.OF_ANOTHER);
        assertThat(desk("GET", "/webhooks", null).path("items").get(0).path("isDisabled").asBoolean()).isTrue();
    }

    private static Object listen(String prefix) { return adapter.askWith(SYSTEM, "listen", "", Map.of("prefix", prefix)); }

    @Test void what_the_answers_tell_of_the_bucket_reaches_the_account() {
        adapter.accounts.told = null;

        read(adapter, "10001");

        assertThat(adapter.accounts.told.window()).isEqualTo(Duration.ofSeconds(60));
        assertThat(adapter.accounts.told.remaining()).isBetween(1, 3333);
    }

    // ---- what other tests of e-conomic ask for too

    static Values customer(String name) {
        return Values.NONE.with(Fields.NAME, name).with(Fields.PHONE, "+4586550100").with(Fields.CUSTOMER_GROUP, "1").with(Fields.PAYMENT_TERMS, "1")
            .with(Fields.VAT_ZONE, "1").with(Fields.CURRENCY, "DKK");
    }

    static Step.Write create(Values values) { return create(values, ""); }

    static Step.Write create(Values values, String reference) {
        return new Step.Write(Side.SOURCE, "", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", reference, 0);
    }

    static Step.Write contact(String root, String name) {
        var values = Values.NONE.with(Fields.FULL_NAME, name).with(Fields.BUSINESS_PHONE, "+4586550101");
        return new Step.Write(Side.SOURCE, root, Kind.ORGANISATION, new PartKey(PartKind.CONTACT, "CM-" + name), "", "", "", Step.Action.CREATE, values,
            Values.NONE, Values.NONE, "", "CM-" + System.nanoTime(), 0);
    }

    /** By which e-conomic knows that contact person. */
    static String number(String contact) { return contact.replaceFirst("\\D+", ""); }

    static Step.Write update(String root, Values values, Values old) { return write(root, PartKey.ROOT, "", values, old); }

    static Step.Write updateOf(String root, String contact, Values values, Values old) {
        return write(root, new PartKey(PartKind.CONTACT, contact), contact, values, old);
    }

    private static Step.Write write(String root, PartKey part, String partId, Values values, Values old) {
        return new Step.Write(Side.SOURCE, root, Kind.ORGANISATION, part, partId, "", "", Step.Action.UPDATE, values, old, Values.NONE, "", "", 0);
    }

    static Value<Address> address(String text) { return Address.TYPE.of(Address.of(text, "", "8000", "ÅRHUS C", "DK")); }

    static String made(Adapter by, Values values) { return ((Answer.Done) by.write(by.economic, create(values, "CM-" + System.nanoTime()))).id(); }

    static Object read(Adapter by, String id) { return by.ask(SYSTEM, "read", new Step.Read(Side.SOURCE, id, null, false)); }

    static Sighting seen(Adapter by, String id) { return ((Answer.Seen) read(by, id)).sighting(); }

    static List<Connector.Page> walk(Adapter by, String listing, String since, int limit) {
        var pages = new ArrayList<Connector.Page>();
        var position = "";
        do {
            var page = by.page(SYSTEM, listing, since, position, limit);
            pages.add(page);
            position = page.position();
        } while (!position.isEmpty());
        return pages;
    }

    static String newest(List<Connector.Page> pages) { return pages.stream().map(Connector.Page::newest).max(String::compareTo).orElseThrow(); }

    private List<String> found(MatchKey... keys) {
        var answer = (Answer.Candidates) adapter.ask(SYSTEM, "search", new Step.Search(Side.SOURCE, Kind.ORGANISATION, List.of(keys), Optional.empty()));
        return answer.roots().stream().map(Answer.Candidate::root).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Connector.Check> checks() { return (List<Connector.Check>) adapter.ask(SYSTEM, "check", null); }

    private static Object register(String address, String prefix) { return adapter.askWith(SYSTEM, "register", address, Map.of("prefix", prefix)); }

    private static com.fasterxml.jackson.databind.JsonNode desk(String method, String path, String json) {
        return vendors.control(method, "/" + SYSTEM + path, json == null ? null : json.replace('\'', '"'));
    }

    private static com.fasterxml.jackson.databind.JsonNode without(com.fasterxml.jackson.databind.JsonNode customer) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) customer.deepCopy()).without(List.of("telephoneAndFaxNumber", "version", "lastUpdated"));
    }
}
