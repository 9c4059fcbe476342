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
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountonAdapterTest {

    private static final String AT = "accounton";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(60);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void a_client_is_one_call_with_its_version() {
        var row = adapter.page(AT, "clients", "", "", 200).rows().get(0);
        vendors.forgetRequests();

        var seen = read(row.root());

        assertThat(seen.relation()).isEqualTo(row.relation());
        assertThat(seen.relation().kind()).isEqualTo(Kind.PERSON);
        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.version()).isEqualTo(row.version()).isNotEmpty();
        assertThat(adapter.requests(AT)).hasSize(1);
    }

    @Test void pages_show_every_client_once_and_whole() {
        var known = vendors.control("GET", "/accounton/records?limit=1000", null).path("items").size();

        var found = adapter.all(AT, "clients", 7);

        assertThat(found).hasSize(known).allMatch(Sighting::isWhole).extracting(Sighting::root).doesNotHaveDuplicates();
    }

    @Test void a_delta_begins_at_the_watermark_itself() {
        var old = typed("Oud");
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 3600}");
        var young = typed("Jong");
        var mark = read(young).modifiedAt().toString();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");

        var page = adapter.page(AT, "clients", mark, "", 200);

        assertThat(page.rows()).extracting(Sighting::root).contains(young).doesNotContain(old);
        assertThat(page.newest()).isGreaterThanOrEqualTo(mark);
    }

    @Test void a_couple_is_one_client_with_the_number_of_both() {
        var couple = adapter.page(AT, "clients", "", "", 200).rows().stream().filter(row -> row.relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).isFilled()).findFirst().orElseThrow();

        assertThat(couple.relation().values().get(Fields.RIJKSREGISTERNUMMER).isValid()).isTrue();
        assertThat(couple.relation().values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).isValid()).isTrue();
        assertThat(couple.relation().parts()).isEmpty();
    }

    @Test void what_is_not_valid_there_is_kept_with_its_reason() {
        var root = vendors.make(AT, "{'firstName': 'Zoë', 'lastName': 'Fout', 'email': 'geen adres', 'language': 'xx', 'nationalNumber': '85073003329'}").path("id").asText();

        var values = read(root).relation().values();

        assertThat(values.get(Fields.RIJKSREGISTERNUMMER)).isEqualTo(new Value.Invalid<>("85073003329", ReasonCode.RRN_CHECK));
        assertThat(List.of(values.get(Fields.EMAIL), values.get(Fields.LANGUAGE))).allMatch(value -> !value.isValid() && value.isFilled());
    }

    @Test void a_record_of_another_shape_is_unreadable_and_leaves_the_others_in_their_list() {
        var root = typed("Vorm");
        vendors.edit(AT, root, "{'address': null}");
        vendors.fault("{'system': 'accounton', 'method': 'GET', 'kind': 'html', 'times': 1}");

        assertThat(adapter.read(AT, root, Kind.PERSON)).isInstanceOf(Answer.Unreadable.class);
        assertThat(adapter.all(AT, "clients", 50)).extracting(Sighting::root).contains(root);
    }

    @Test void an_update_names_its_version_and_learns_the_new_one() {
        var before = read(typed("Versie"));
        var changed = Values.NONE.with(Fields.MOBILE, "+32470999888").with(Fields.LABEL, "AJ2027").with(Fields.PRIVATE_ADDRESS, "street=Kerkstraat\nhouseNumber=7\nhuisnummertoevoeging=bis\nbox=4\npostalCode=8500\ncity=Kortrijk\ncountry=BE");

        var done = (Answer.Done) write(update(before, changed));

        assertThat(done.echoed()).isEqualTo(changed);
        assertThat(done.version()).isNotEqualTo(before.version()).isEqualTo(read(before.root()).version());
        assertThat(vendors.record(AT, before.root()).at("/address/houseNumber").asText()).isEqualTo("7 bis");
    }

    @Test void an_update_of_an_older_version_is_stale_and_changes_nothing() {
        var before = read(typed("Samen"));
        vendors.edit(AT, before.root(), "{'email': 'intussen@mail.example'}");

        var answer = write(update(before, Values.NONE.with(Fields.EMAIL, "van.ons@mail.example")));

        assertThat(answer).isInstanceOf(Answer.Stale.class);
        assertThat(read(before.root()).relation().values().get(Fields.EMAIL).text()).isEqualTo("intussen@mail.example");
    }

    @Test void what_it_keeps_for_itself_survives_a_write_of_ours() {
        var root = vendors.make(AT, "{'firstName': 'An', 'lastName': 'Bewaard', 'email': 'bewaard@mail.example', 'language': 'nl', 'eigenVeld': 'x', 'invitationStatus': 'SENT', 'address': {'street': 'Markt', 'verdieping': '2'}}").path("id").asText();

        write(update(read(root), Values.NONE.with(Fields.PRIVATE_ADDRESS, "street=Plein 2\ncity=Gent").with(Fields.QUESTIONNAIRE, "q-2026-nl").with(Fields.INVITATION_STATUS, "NOT_SENT")));

        var now = vendors.record(AT, root);
        assertThat(now.path("eigenVeld").asText()).isEqualTo("x");
        assertThat(now.path("invitationStatus").asText()).isEqualTo("SENT");
        assertThat(now.path("address")).hasToString("{\"street\":\"Plein 2\",\"verdieping\":\"2\",\"city\":\"Gent\"}");
    }

    @Test void an_emptied_address_is_empty_there_too() {
        var root = typed("Zonder");
        vendors.edit(AT, root, "{'address': {'street': 'Markt', 'city': 'Gent'}}");

        write(update(read(root), Values.NONE.with(Fields.PRIVATE_ADDRESS, Value.empty()).with(Fields.MOBILE, Value.empty())));

        assertThat(read(root).relation().values().get(Fields.PRIVATE_ADDRESS).isEmpty()).isTrue();
        assertThat(read(root).relation().values().get(Fields.MOBILE).isEmpty()).isTrue();
    }

    @Test void a_refused_field_is_named_by_its_own_name_and_without_its_value() {
        vendors.set(AT, "label", "list-only");
        var before = read(typed("Geweigerd"));
        var number = "85073003328";

        var answer = write(update(before, Values.NONE.with(Fields.LABEL, "vrij " + number).with(Fields.PRIVATE_ADDRESS, "street=" + "x".repeat(300))));

        var reasons = ((Answer.Refused) answer).reasons();
        assertThat(reasons).extracting(Reason::subject).containsExactlyInAnyOrder("label", "privateAddress");
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.text()).contains("Accounton").doesNotContain(number));
    }

    @Test void what_is_not_there_is_gone_and_what_is_no_id_is_never_asked_for() {
        assertThat(adapter.read(AT, "acc-0", Kind.PERSON)).isInstanceOf(Answer.Gone.class);
        assertThat(write(update(new Sighting(Side.TARGET, "acc-0", read(typed("Weg")).relation(), "1", null, java.time.Instant.now()), Values.NONE.with(Fields.LABEL, "x"))))
            .isInstanceOf(Answer.Stale.class);
        vendors.forgetRequests();

        assertThat(adapter.read(AT, "../imports", null)).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.read(AT, "..", null)).isInstanceOf(Answer.Gone.class);
        assertThat(adapter.requests(AT)).isEmpty();
    }

    @Test void nobody_is_gone_because_there_is_no_api_at_an_address() {
        var root = typed("Blijft");
        vendors.set(AT, "channel", "excel-only");

        assertThat(adapter.read(AT, root, Kind.PERSON)).isInstanceOf(Answer.Denied.class);
        assertThat(adapter.ask(AT, "list", new nl.koppelwerk.systems.Connector.PageRequest("clients", "", "", 10))).isInstanceOf(Answer.Denied.class);
        assertThat(adapter.ask(AT, "references", null)).isInstanceOf(Answer.Denied.class);
        assertThat(adapter.ask(AT, "check", null).toString()).contains("Check[what=reachable, well=true", "Check[what=credentials, well=false", "NO_API");
    }

    @Test void questionnaires_are_known_by_their_names_and_languages() {
        var lists = adapter.references(AT).lists();

        assertThat(lists.get("questionnaires")).containsEntry("Personenbelasting 2026", "q-2026-nl").hasSize(3);
        assertThat(lists.get("questionnaire-languages")).containsEntry("q-2026-fr", "fr").hasSize(3);
        var dialect = adapter.accounton.dialect(adapter.references(AT));
        assertThat(dialect.problems(Kind.PERSON, nl.koppelwerk.relation.PartKind.ROOT, Fields.QUESTIONNAIRE, Fields.QUESTIONNAIRE.type().parse("q-1999"))).extracting(Reason::code)
            .containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
        assertThat(dialect.problems(Kind.PERSON, nl.koppelwerk.relation.PartKind.ROOT, Fields.QUESTIONNAIRE, Fields.QUESTIONNAIRE.type().parse("q-2026-en"))).isEmpty();
    }

    @Test void the_check_says_what_is_well_and_what_is_not() {
        assertThat(adapter.ask(AT, "check", null).toString()).contains("Check[what=record, well=true", "Check[what=questionnaires, well=true");
        assertThat(adapter.ask(with("wrong"), "check", null, Map.of()).toString()).contains("Check[what=reachable, well=true", "Check[what=credentials, well=false");
        assertThat(adapter.ask(with("accounton-plain-key"), "check", null, Map.of()).toString()).contains("Check[what=credentials, well=false", "administrator");
    }

    private static Accounts.Account with(String key) {
        var account = adapter.accounts.find(AT);
        return new Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(), account.authUrl(), Map.of("apiKey", key), account.limits(), null, "");
    }

    private static Sighting read(String root) { return ((Answer.Seen) adapter.read(AT, root, Kind.PERSON)).sighting(); }

    /** By a person, in Accounton. */
    private static String typed(String name) {
        return vendors.make(AT, "{'firstName': 'Noor', 'lastName': '" + name + "', 'email': '" + name + "@mail.example', 'language': 'nl'}").path("id").asText();
    }

    private static Object write(Step.Write write) { return adapter.write(adapter.accounton, write, Map.of()); }

    static Step.Write update(Sighting seen, Values values) {
        return new Step.Write(Side.TARGET, seen.root(), Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.UPDATE, values, Values.NONE, Values.NONE, seen.version(), "", 0);
    }
}
