package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TribeAdapterTest {

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(30);
        adapter = new Adapter(vendors);
        adapter.references("tribe");
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void a_known_person_is_one_call() {
        var id = made(person("Sørensen"));
        vendors.forgetRequests();

        var seen = seen(adapter.read("tribe", id, Kind.PERSON));

        assertThat(seen.relation().values().get(Fields.LAST_NAME).text()).isEqualTo("Sørensen");
        assertThat(seen.isWhole()).isTrue();
        assertThat(adapter.requests("tribe")).hasSize(1);
    }

    @Test void an_organisation_is_read_with_its_addresses_and_contacts() {
        var id = made(organisation("Çelik Bouw B.V.").with(Fields.VISIT_ADDRESS, Address.TYPE.of(Address.of("Coolsingel", "12A", "3011 AD", "Rotterdam", "NL"))));
        var contact = made(contact(id, "'s-Gravenhage"));
        vendors.forgetRequests();

        var seen = seen(adapter.read("tribe", id, Kind.ORGANISATION));

        assertThat(seen.relation().values().get(Fields.VISIT_ADDRESS).text()).contains("Coolsingel");
        assertThat(seen.relation().parts()).extracting("id").containsExactly(contact);
        assertThat(adapter.requests("tribe")).hasSize(2);
    }

    @Test void roles_are_read_only_where_the_whole_root_is_wanted() {
        var id = made(organisation("IJsselstein Groep"));
        adapter.write(role(id, Kind.ORGANISATION, "Customer"));

        var ordinary = seen(adapter.read("tribe", id, Kind.ORGANISATION));
        var whole = seen(adapter.ask("tribe", "read", new Step.Read(Side.TARGET, id, Kind.ORGANISATION, true)));

        assertThat(ordinary.relation().partsSeen()).containsOnly(PartKind.CONTACT);
        assertThat(whole.relation().parts()).extracting("kind", "id").containsExactly(org.assertj.core.groups.Tuple.tuple(PartKind.ROLE, "Customer"));
    }

    @Test void an_unknown_id_is_led_to_what_it_is() {
        var organisation = made(organisation("Wie is dat B.V.").with(Fields.VISIT_ADDRESS, Address.TYPE.of(Address.of("Kade", "3", "1012 AB", "Amsterdam", "NL"))));
        var contact = made(contact(organisation, "Berg"));
        var person = made(person("Jansen"));
        var part = seen(adapter.read("tribe", organisation, Kind.ORGANISATION)).relation();

        assertThat(seen(adapter.read("tribe", organisation, null)).relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(seen(adapter.read("tribe", person, null)).relation().kind()).isEqualTo(Kind.PERSON);
        assertThat(adapter.read("tribe", contact, null)).isEqualTo(new Answer.PartOf(List.of(organisation)));
        assertThat(adapter.read("tribe", part.parts().get(0).handles().get("Person"), null)).isEqualTo(new Answer.PartOf(List.of(organisation)));
        assertThat(adapter.read("tribe", part.handles().get("VisitingAddress"), null)).isEqualTo(new Answer.PartOf(List.of(organisation)));
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_id_is_never_asked_for() {
        assertThat(adapter.read("tribe", "00000000-0000-4000-8000-000000000000", null)).isInstanceOf(Answer.Gone.class);
        vendors.forgetRequests();

        var answer = adapter.read("tribe", "x)/../Webhook(", null);

        assertThat(answer).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.requests("tribe")).isEmpty();
    }

    @Test @Requirement("AC-21") void a_create_carries_our_reference_and_is_found_by_it_alone() {
        var write = create(Kind.ORGANISATION, PartKey.ROOT, "", organisation("Dubbel B.V."), "AC-000777001");
        var id = ((Answer.Done) adapter.write(write)).id();

        var found = adapter.ask("tribe", "search", new Step.Search(Side.TARGET, Kind.ORGANISATION, List.of(), java.util.Optional.of("AC-000777001")));
        var other = adapter.ask("tribe", "search", new Step.Search(Side.TARGET, Kind.ORGANISATION, List.of(), java.util.Optional.of("AC-00077700")));

        assertThat(((Answer.Candidates) found).roots()).extracting(Answer.Candidate::root).containsExactly(id);
        assertThat(((Answer.Candidates) other).roots()).isEmpty();
        assertThat(seen(adapter.read("tribe", id, Kind.ORGANISATION)).relation().reference()).isEqualTo("AC-000777001");
    }

    @Test void an_update_sends_only_what_changed_and_echoes_it() {
        var id = made(organisation("Alleen telefoon B.V.").with(Fields.EMAIL, "info@voorbeeld.example"));
        var changed = Values.NONE.with(Fields.PHONE, "+31101234567");

        var done = (Answer.Done) adapter.write(update(id, Kind.ORGANISATION, PartKey.ROOT, "", "", "", changed));

        assertThat(done.echoed().get(Fields.PHONE)).isEqualTo(changed.get(Fields.PHONE));
        assertThat(vendors.record("tribe", id).path("EmailAddress").asText()).isEqualTo("info@voorbeeld.example");
    }

    @Test void a_first_address_is_made_through_its_owner_and_a_known_one_is_written_by_its_id() {
        var id = made(organisation("Verhuisd B.V."));
        var first = Values.NONE.with(Fields.POSTAL_ADDRESS, Address.TYPE.of(Address.of("Postbus", "100", "3000 AC", "Rotterdam", "NL")));
        var second = Values.NONE.with(Fields.POSTAL_ADDRESS, Address.TYPE.of(Address.of("Postbus", "200", "3000 AC", "Rotterdam", "NL")));
        adapter.write(update(id, Kind.ORGANISATION, PartKey.ROOT, "", "PostalAddress", "", first));
        var handle = seen(adapter.read("tribe", id, Kind.ORGANISATION)).relation().handles().get("PostalAddress");

        adapter.write(update(id, Kind.ORGANISATION, PartKey.ROOT, "", "PostalAddress", handle, second));

        var now = seen(adapter.read("tribe", id, Kind.ORGANISATION)).relation();
        assertThat(now.values().get(Fields.POSTAL_ADDRESS)).isEqualTo(second.get(Fields.POSTAL_ADDRESS));
        assertThat(now.handles()).containsEntry("PostalAddress", handle);
    }

    @Test @Requirement("AC-58") void a_private_mobile_is_written_to_the_person_of_the_contact() {
        var organisation = made(organisation("Twee nummers B.V."));
        var contact = made(contact(organisation, "Mobiel"));
        var handle = seen(adapter.read("tribe", organisation, Kind.ORGANISATION)).relation().parts().get(0).handles().get("Person");
        var mobile = Values.NONE.with(Fields.PRIVATE_MOBILE, "+31612345678");

        var done = (Answer.Done) adapter.write(update(organisation, Kind.ORGANISATION, new PartKey(PartKind.CONTACT, "AC-C-1"), contact, "Person", handle, mobile));

        assertThat(done.echoed().get(Fields.PRIVATE_MOBILE)).isEqualTo(mobile.get(Fields.PRIVATE_MOBILE));
        assertThat(vendors.record("tribe", handle).path("MobilePhoneNumber").asText()).isEqualTo("+31612345678");
    }

    @Test void an_update_of_what_is_gone_is_looked_at_again() {
        var write = update("00000000-0000-4000-8000-000000000000", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Values.NONE.with(Fields.NAME, "Weg"));

        assertThat(adapter.write(write)).isInstanceOf(Answer.Stale.class);
    }

    @Test void a_role_that_the_kind_does_not_have_is_refused_before_sending() {
        var id = made(person("Leverancier"));
        vendors.forgetRequests();

        assertThat(adapter.write(role(id, Kind.PERSON, "Supplier"))).isInstanceOf(Answer.Refused.class);
        assertThat(adapter.requests("tribe")).isEmpty();
    }

    @Test void pages_show_every_row_once() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 23; i++) ids.add(made(organisation("Bladzijde " + i)));

        var found = walk("organisations", "", 5);

        assertThat(found).containsAll(ids).doesNotHaveDuplicates();
    }

    @Test void a_delta_shows_what_changed_since_and_nothing_older() {
        var old = made(organisation("Oud"));
        var since = adapter.page("tribe", "organisations", "", "", 100).newest();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 60}");
        var young = made(organisation("Jong"));

        var page = adapter.page("tribe", "organisations", later(since), "", 100);

        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");
        assertThat(page.rows()).extracting(Sighting::root).contains(young).doesNotContain(old);
    }

    @Test void a_row_of_the_contacts_listing_stands_for_its_organisation() {
        var organisation = made(organisation("Met contact"));
        var contact = made(contact(organisation, "Rij"));

        var rows = adapter.page("tribe", "contacts", "", "", 100).rows();

        var row = rows.stream().filter(r -> r.root().equals(organisation)).findFirst().orElseThrow();
        assertThat(row.isWhole()).isFalse();
        assertThat(row.relation().parts()).extracting("id").containsExactly(contact);
        assertThat(row.agreesWith(seen(adapter.read("tribe", organisation, Kind.ORGANISATION)))).isTrue();
    }

    @Test void a_row_of_a_whole_listing_shows_what_a_whole_read_shows() {
        var organisation = made(organisation("Heel B.V."));
        made(contact(organisation, "Eerste"));
        made(contact(organisation, "Tweede"));
        adapter.write(role(organisation, Kind.ORGANISATION, "Supplier"));
        var person = made(person("Geheel"));
        adapter.write(role(person, Kind.PERSON, "Customer"));

        for (var root : Map.of(organisation, Kind.ORGANISATION, person, Kind.PERSON).entrySet()) {
            var listing = root.getValue() == Kind.PERSON ? "persons-whole" : "organisations-whole";
            var row = whole(listing, 3).stream().filter(one -> one.root().equals(root.getKey())).findFirst().orElseThrow();
            var read = seen(adapter.ask("tribe", "read", new Step.Read(Side.TARGET, root.getKey(), root.getValue(), true)));

            assertThat(row.relation().partsSeen()).containsExactlyInAnyOrder(PartKind.CONTACT, PartKind.ROLE);
            assertThat(Set.copyOf(row.relation().parts())).isEqualTo(Set.copyOf(read.relation().parts()));
            assertThat(row.relation().values()).isEqualTo(read.relation().values());
        }
    }

    @Test void a_whole_listing_costs_calls_by_the_page_and_not_by_the_root() {
        for (int i = 0; i < 12; i++) made(contact(made(organisation("Bladzijde " + i)), "Persoon " + i));
        vendors.forgetRequests();

        var rows = adapter.page("tribe", "organisations-whole", "", "", 100).rows();

        assertThat(rows).hasSizeGreaterThan(11);
        assertThat(adapter.requests("tribe")).hasSizeLessThanOrEqualTo(8 + rows.size() / 50);
    }

    private List<Sighting> whole(String listing, int limit) {
        var rows = new ArrayList<Sighting>();
        var position = "";
        do {
            var page = adapter.page("tribe", listing, "", position, limit);
            rows.addAll(page.rows());
            position = page.position();
        } while (!position.isEmpty());
        return rows;
    }

    @Test void a_page_that_repeats_or_skips_rows_loses_none_of_them() {
        var ids = new LinkedHashSet<String>();
        for (int i = 0; i < 7; i++) ids.add(made(organisation("Rafelig " + i)));
        vendors.set("tribe", "cut-page", "true");

        assertThat(Set.copyOf(walk("organisations", "", 5))).containsAll(ids);
    }

    @Test void references_name_countries_genders_functions_and_the_own_organisation() {
        var lists = adapter.references("tribe").lists();

        assertThat(lists.get("Datastore_Country")).containsKey("NL");
        assertThat(lists.get("Datastore_Gender")).isNotEmpty();
        assertThat(lists.get("Datastore_Role")).isNotEmpty();
        assertThat(lists.get("own-organisation")).hasSize(1);
    }

    @Test void the_check_says_what_is_well_and_that_webhooks_go_unsigned() {
        var checks = checks(adapter.ask("tribe", "check", null));

        assertThat(checks).containsEntry("reachable", true).containsEntry("credentials", true).containsEntry("rights", true)
            .containsEntry("record", true).containsEntry("webhook-signature", false);
    }

    @Test void registering_twice_leaves_one_webhook_for_each_entity_type() {
        var prefix = "http://127.0.0.1:1/webhooks/tribe/L1/";
        register(prefix + "old", prefix);

        register(prefix + "new", prefix);
        register(prefix + "new", prefix);

        var hooks = vendors.control("GET", "/tribe/webhooks", null).path("items");
        assertThat(hooks).hasSize(3).allSatisfy(hook -> assertThat(hook.path("webhookUrl").asText()).isEqualTo(prefix + "new"));
        vendors.control("DELETE", "/tribe/webhooks", null);
    }

    private static void register(String address, String prefix) {
        adapter.askWith("tribe", "register", address, Map.of("prefix", prefix));
    }

    private static List<String> walk(String listing, String since, int limit) {
        var roots = new ArrayList<String>();
        var position = "";
        do {
            var page = adapter.page("tribe", listing, since, position, limit);
            page.rows().stream().map(Sighting::root).filter(root -> !roots.contains(root)).forEach(roots::add);
            position = page.position();
        } while (!position.isEmpty());
        return roots;
    }

    private static String later(String stamp) { return java.time.Instant.parse(stamp).plusSeconds(30).toString(); }

    private static Map<String, Boolean> checks(Object answer) {
        return ((List<?>) answer).stream().map(Connector.Check.class::cast).collect(java.util.stream.Collectors.toMap(Connector.Check::what, Connector.Check::well));
    }

    private static String made(Values organisation) {
        return organisation.fields().contains(Fields.NAME) ? made(create(Kind.ORGANISATION, PartKey.ROOT, "", organisation, ""))
            : made(create(Kind.PERSON, PartKey.ROOT, "", organisation, ""));
    }

    private static String made(Step.Write write) { return ((Answer.Done) adapter.write(write)).id(); }

    static Values organisation(String name) { return Values.NONE.with(Fields.NAME, name); }

    static Values person(String name) { return Values.NONE.with(Fields.LAST_NAME, name); }

    static Step.Write contact(String organisation, String name) {
        return create(Kind.ORGANISATION, new PartKey(PartKind.CONTACT, "AC-C-1"), organisation, Values.NONE.with(Fields.LAST_NAME, name), "AC-C-1");
    }

    static Step.Write role(String root, Kind kind, String name) {
        return create(kind, new PartKey(PartKind.ROLE, name), root, Values.NONE, "");
    }

    static Step.Write create(Kind kind, PartKey part, String root, Values values, String reference) {
        return new Step.Write(Side.TARGET, root, kind, part, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", reference, 0);
    }

    static Step.Write update(String root, Kind kind, PartKey part, String partId, String resource, String resourceId, Values values) {
        return new Step.Write(Side.TARGET, root, kind, part, partId, resource, resourceId, Step.Action.UPDATE, values, Values.NONE, Values.NONE, "", "", 0);
    }

    private static Sighting seen(Object answer) {
        assertThat(answer).isInstanceOf(Answer.Seen.class);
        return ((Answer.Seen) answer).sighting();
    }
}
