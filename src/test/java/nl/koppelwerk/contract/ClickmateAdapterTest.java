package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickmateAdapterTest {

    private static final String CM = "clickmate";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(30);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void a_customer_is_one_call_with_its_contacts_and_its_version() {
        var row = adapter.page(CM, "customers", "", "", 200).rows().get(0);
        vendors.forgetRequests();

        var seen = read(row.root());

        assertThat(seen.relation()).isEqualTo(row.relation());
        assertThat(seen.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.version()).isEqualTo(row.version()).isNotEmpty();
        assertThat(adapter.requests(CM)).hasSize(1);
    }

    @Test void pages_show_every_customer_once_and_whole() {
        var known = vendors.control("GET", "/clickmate/records?limit=1000", null).path("items").size();

        var found = adapter.all(CM, "customers", 7);

        assertThat(found).hasSize(known).allMatch(Sighting::isWhole).extracting(Sighting::root).doesNotHaveDuplicates();
    }

    @Test void a_delta_begins_at_the_watermark_itself() {
        var old = made("Gammel ApS");
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 3600}");
        var young = made("Ung ApS");
        var mark = read(young).modifiedAt().toString();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");

        var page = adapter.page(CM, "customers", mark, "", 200);

        assertThat(page.rows()).extracting(Sighting::root).contains(young).doesNotContain(old);
        assertThat(page.newest()).isGreaterThanOrEqualTo(mark);
    }

    @Test void a_new_customer_is_active_flows_by_itself_and_carries_our_reference() {
        var write = create("", PartKey.ROOT, customer("Søndergaards Mølle A/S").with(Fields.CVR_NUMMER, "12345674")
            .with(Fields.VISIT_ADDRESS, "street=Møllevej 3, 1. th.\npostalCode=5970\ncity=Ærøskøbing\ncountry=DK"), "1042");

        var done = (Answer.Done) write(write, "made-1");

        var seen = read(done.id());
        assertThat(done.echoed()).isEqualTo(write.values());
        assertThat(done.version()).isEqualTo(seen.version());
        assertThat(seen.relation().reference()).isEqualTo("1042");
        assertThat(seen.relation().values().get(Fields.STATUS).text()).isEqualTo("ACTIVE");
        assertThat(seen.relation().values().get(Fields.AUTO_SYNC).text()).isEqualTo("YES");
        assertThat(seen.relation().values().get(Fields.VISIT_ADDRESS)).isEqualTo(write.values().get(Fields.VISIT_ADDRESS));
    }

    @Test void a_create_that_is_sent_again_under_its_key_is_the_same_customer() {
        var write = create("", PartKey.ROOT, customer("Én gang ApS"), "");
        vendors.fault("{'system': 'clickmate', 'method': 'POST', 'kind': 'reset', 'afterWrite': true, 'times': 1}");

        var lost = write(write, "same-key");
        var again = (Answer.Done) write(write, "same-key");

        assertThat(lost).isInstanceOf(Answer.Unanswered.class);
        assertThat(named("Én gang ApS")).containsExactly(again.id());
    }

    @ParameterizedTest @ValueSource(strings = {"'status': 503", "'kind': 'reset'", "'kind': 'html'", "'kind': 'cut-body'"})
    void a_write_whose_answer_was_lost_is_a_doubt_and_sent_once(String fault) {
        var before = read(made("Fejl " + fault.replaceAll("\\W", "") + " ApS"));
        vendors.forgetRequests();
        for (var method : List.of("POST", "PATCH"))
            vendors.fault("{'system': 'clickmate', 'method': '" + method + "', 'afterWrite': true, 'times': 1, " + fault + "}");

        var create = write(create("", PartKey.ROOT, customer("Ny " + fault), ""), "lost " + fault.replaceAll("\\W", ""));
        var update = write(update(before, PartKey.ROOT, "", Values.NONE.with(Fields.PHONE, "+4532123458"), ""), "");

        assertThat(List.of(create, update)).allMatch(Answer.Unanswered.class::isInstance);
        assertThat(vendors.received(CM, "POST", "/customers")).isEqualTo(1);
        assertThat(vendors.received(CM, "PATCH", "/customers")).isEqualTo(1);
    }

    @Test void a_key_that_is_still_being_worked_on_is_a_doubt() {
        vendors.fault("{'system': 'clickmate', 'method': 'POST', 'status': 409, 'times': 1}");

        assertThat(write(create("", PartKey.ROOT, customer("Optaget ApS"), ""), "busy")).isInstanceOf(Answer.Unanswered.class);
    }

    @Test void contacts_are_made_one_by_one_below_their_customer_even_when_they_are_alike() {
        var one = made("Første kunde ApS");
        var other = made("Anden kunde ApS");
        var person = Values.NONE.with(Fields.FULL_NAME, "Åse Kjær").with(Fields.BUSINESS_PHONE, "+4532123456");

        var first = (Answer.Done) write(create(one, new PartKey(PartKind.CONTACT, "7"), person, ""), "first contact");
        var second = (Answer.Done) write(create(other, new PartKey(PartKind.CONTACT, "8"), person, ""), "second contact");

        assertThat(first.echoed()).isEqualTo(person);
        assertThat(first.version()).isEqualTo(read(one).version());
        assertThat(read(one).relation().parts()).extracting("id").containsExactly(first.id());
        assertThat(read(other).relation().parts()).extracting("id").containsExactly(second.id()).doesNotContain(first.id());
    }

    @Test void a_contact_of_a_customer_that_is_gone_is_looked_at_again() {
        var write = create("CLK-0", new PartKey(PartKind.CONTACT, "7"), Values.NONE.with(Fields.FULL_NAME, "Ingen"), "");

        assertThat(write(write, "nobody")).isInstanceOf(Answer.Stale.class);
    }

    @Test void an_update_names_its_version_and_learns_the_new_one() {
        var before = read(made("Version ApS"));
        var changed = Values.NONE.with(Fields.PHONE, "+4532123457");

        var done = (Answer.Done) write(update(before, PartKey.ROOT, "", changed, ""), "");

        assertThat(done.echoed()).isEqualTo(changed);
        assertThat(done.version()).isNotEqualTo(before.version()).isEqualTo(read(before.root()).version());
    }

    @Test void an_update_of_an_older_version_is_stale_and_changes_nothing() {
        var before = read(made("Samtidig ApS"));
        vendors.edit(CM, before.root(), "{'email': 'imellem@eksempel.example'}");

        var answer = write(update(before, PartKey.ROOT, "", Values.NONE.with(Fields.EMAIL, "vores@eksempel.example"), ""), "");

        assertThat(answer).isInstanceOf(Answer.Stale.class);
        assertThat(read(before.root()).relation().values().get(Fields.EMAIL).text()).isEqualTo("imellem@eksempel.example");
    }

    @Test void a_contact_is_patched_in_the_version_of_its_customer_and_keeps_its_title() {
        var root = made("Titel ApS");
        var contact = vendors.control("POST", "/clickmate/records/" + root + "/contacts", "{\"name\": \"Mette Hansen\", \"title\": \"Direktør\"}").at("/contacts/0/id").asText();
        var before = read(root);
        var changed = Values.NONE.with(Fields.FULL_NAME, "Mette Sørensen").with(Fields.FUNCTION, "Chef");

        var done = (Answer.Done) write(update(before, new PartKey(PartKind.CONTACT, "7"), contact, changed, ""), "");
        var stale = write(update(before, new PartKey(PartKind.CONTACT, "7"), contact, changed, ""), "");

        assertThat(done.version()).isEqualTo(read(root).version());
        assertThat(stale).isInstanceOf(Answer.Stale.class);
        assertThat(vendors.record(CM, root).at("/contacts/0")).hasToString("{\"name\":\"Mette Sørensen\",\"title\":\"Direktør\",\"id\":\"" + contact + "\"}");
    }

    @Test void what_it_keeps_for_itself_and_for_others_survives_a_write_of_ours() {
        var root = vendors.make(CM, "{'name': 'Bevaret ApS', 'egetFelt': 'x', 'externalRefs': [{'system': 'ARKIV', 'id': 'A-7'}], 'address': {'street': 'Nørregade 1', 'etage': '2'}}").path("id").asText();
        var changed = Values.NONE.with(Fields.VISIT_ADDRESS, "street=Østergade 2\ncity=Odense").with(Fields.NUMBER, "1042");

        var done = (Answer.Done) write(update(read(root), PartKey.ROOT, "", changed, ""), "");

        var now = vendors.record(CM, root);
        assertThat(done.version()).isEqualTo("2");
        assertThat(now.path("egetFelt").asText()).isEqualTo("x");
        assertThat(now.path("address")).hasToString("{\"street\":\"Østergade 2\",\"etage\":\"2\",\"city\":\"Odense\"}");
        assertThat(now.path("externalRefs")).hasToString("[{\"system\":\"ARKIV\",\"id\":\"A-7\"},{\"system\":\"ECONOMIC\",\"id\":\"1042\"}]");
    }

    @Test void an_emptied_address_is_empty_there_too() {
        var root = made("Uden adresse ApS");
        vendors.edit(CM, root, "{'address': {'street': 'Nørregade 1', 'city': 'Odense'}}");

        write(update(read(root), PartKey.ROOT, "", Values.NONE.with(Fields.VISIT_ADDRESS, nl.koppelwerk.relation.Value.empty()), ""), "");

        assertThat(read(root).relation().values().get(Fields.VISIT_ADDRESS).isEmpty()).isTrue();
    }

    @Test void a_refused_field_is_named_by_its_own_name_and_without_its_value() {
        var before = read(made("Afvist ApS"));
        var tooLong = "x".repeat(300);

        var answer = write(update(before, PartKey.ROOT, "", Values.NONE.with(Fields.NAME, tooLong)
            .with(Fields.VISIT_ADDRESS, "street=" + tooLong), ""), "");

        var reasons = ((Answer.Refused) answer).reasons();
        assertThat(reasons).extracting(Reason::subject).containsExactlyInAnyOrder("name", "visitAddress");
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.text()).contains("Clickmate").doesNotContain(tooLong));
    }

    @Test void archived_customers_come_with_their_mark() {
        var root = made("Arkiveret ApS");

        vendors.edit(CM, root, "{'archived': true}");

        assertThat(read(root).relation().marks()).containsExactly(Mark.ARCHIVED);
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_id_is_never_asked_for() {
        assertThat(adapter.read(CM, "CLK-0", Kind.ORGANISATION)).isInstanceOf(Answer.Gone.class);
        vendors.forgetRequests();

        assertThat(adapter.read(CM, "../settings", null)).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.read(CM, "..", null)).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.requests(CM)).isEmpty();
    }

    @Test void the_check_says_what_is_well_and_what_is_worth_saying() {
        assertThat(adapter.ask(CM, "check", null).toString()).contains("Check[what=record, well=true", "Check[what=webhook-signature, well=false", "Check[what=integration, well=true");
        assertThat(adapter.ask(with(Map.of("apiKey", "wrong", "accountId", "demo")), "check", null, Map.of()).toString())
            .contains("Check[what=reachable, well=true", "Check[what=credentials, well=false");
        assertThat(adapter.ask(with(Map.of("apiKey", "clickmate-other-key", "accountId", "demo")), "check", null, Map.of()).toString())
            .contains("Check[what=credentials, well=false");
    }

    @Test void registering_twice_leaves_the_newer_address_with_our_secret() {
        var secret = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=";
        var account = with(Map.of("apiKey", "clickmate-demo-key", "accountId", "demo", "webhookSecret", secret));

        adapter.ask(account, "register", "http://127.0.0.1:1/webhooks/clickmate/L1/old", Map.of());
        var answer = adapter.ask(account, "register", "http://127.0.0.1:1/webhooks/clickmate/L1/new", Map.of());

        var state = vendors.control("GET", "/clickmate/webhooks", null);
        assertThat(answer).isEqualTo("http://127.0.0.1:1/webhooks/clickmate/L1/new").isEqualTo(state.path("url").asText());
        assertThat(state.path("secret").asText()).isEqualTo(secret);
        vendors.control("DELETE", "/clickmate/webhooks", null);
    }

    private static Accounts.Account with(Map<String, String> credentials) {
        var account = StandIns.account(CM, vendors.base());
        return new Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), "", credentials, account.limits(), null, "");
    }

    private static Sighting read(String id) { return ((Answer.Seen) adapter.read(CM, id, Kind.ORGANISATION)).sighting(); }

    private static String made(String name) { return ((Answer.Done) write(create("", PartKey.ROOT, customer(name), ""), "make " + name)).id(); }

    private static List<String> named(String name) {
        return adapter.page(CM, "customers", "", "", 200).rows().stream()
            .filter(row -> row.relation().values().get(Fields.NAME).text().equals(name)).map(Sighting::root).toList();
    }

    private static Object write(Step.Write write, String key) { return adapter.write(adapter.clickmate, write, key.isEmpty() ? Map.of() : Map.of("idempotencyKey", key)); }

    private static Values customer(String name) { return Values.NONE.with(Fields.NAME, name); }

    private static Step.Write create(String root, PartKey part, Values values, String reference) {
        return new Step.Write(Side.TARGET, root, Kind.ORGANISATION, part, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", reference, 0);
    }

    private static Step.Write update(Sighting seen, PartKey part, String partId, Values values, String reference) {
        return new Step.Write(Side.TARGET, seen.root(), Kind.ORGANISATION, part, partId, "", "", Step.Action.UPDATE, values,
            Values.NONE, Values.NONE, seen.version(), reference, 0);
    }
}
