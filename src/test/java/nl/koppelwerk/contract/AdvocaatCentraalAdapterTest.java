package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdvocaatCentraalAdapterTest {

    private static final String AC = "advocaatcentraal";

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

    @Test void a_relation_is_one_call_with_its_contacts_and_its_version() {
        var company = company();
        vendors.forgetRequests();

        var seen = read(company.root());

        assertThat(seen.relation()).isEqualTo(company.relation());
        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.version()).isEqualTo(company.version()).isNotEmpty();
        assertThat(adapter.requests(AC)).hasSize(1);
    }

    @Test void pages_show_every_relation_once_and_whole() {
        var found = new ArrayList<Sighting>();
        var position = "";
        do {
            var page = adapter.page(AC, "relations", "", position, 7);
            found.addAll(page.rows());
            position = page.position();
        } while (!position.isEmpty());

        assertThat(found).hasSize(30).allMatch(Sighting::isWhole).extracting(Sighting::root).doesNotHaveDuplicates();
    }

    @Test @Requirement("AC-23") void a_delta_begins_at_the_watermark_itself() {
        var company = company();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 3600}");
        vendors.edit(AC, company.root(), "{'website': 'https://later.example'}");
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");
        var mark = read(company.root()).modifiedAt().toString();

        var page = adapter.page(AC, "relations", mark, "", 200);

        assertThat(page.rows()).extracting(Sighting::root).contains(company.root());
        assertThat(page.newest()).isGreaterThanOrEqualTo(mark);
    }

    @Test void an_update_names_its_version_and_learns_the_new_one() {
        var before = company();
        var changed = Values.NONE.with(Fields.PHONE, "+31107654321");

        var done = (Answer.Done) adapter.write(update(before, PartKey.ROOT, "", "", "", changed, before.version()));

        assertThat(done.echoed().get(Fields.PHONE)).isEqualTo(changed.get(Fields.PHONE));
        assertThat(done.version()).isNotEqualTo(before.version()).isEqualTo(read(before.root()).version());
    }

    @Test void an_update_of_an_older_version_is_stale_and_changes_nothing() {
        var before = company();
        vendors.edit(AC, before.root(), "{'email': 'tussendoor@voorbeeld.example'}");

        var answer = adapter.write(update(before, PartKey.ROOT, "", "", "", Values.NONE.with(Fields.EMAIL, "ons@voorbeeld.example"), before.version()));

        assertThat(answer).isInstanceOf(Answer.Stale.class);
        assertThat(read(before.root()).relation().values().get(Fields.EMAIL).text()).isEqualTo("tussendoor@voorbeeld.example");
    }

    @Test void a_contact_and_an_address_are_patched_by_themselves_in_the_version_of_their_relation() {
        var before = companyWithContact();
        var contact = before.relation().parts().get(0).id();
        var function = Values.NONE.with(Fields.FUNCTION, "Directeur");
        var address = Values.NONE.with(Fields.VISIT_ADDRESS, Address.TYPE.of(Address.of("Coolsingel", "12", "3011 AD", "Rotterdam", "NL")));

        var first = (Answer.Done) adapter.write(update(before, new PartKey(PartKind.CONTACT, contact), contact, "", "", function, before.version()));
        var second = (Answer.Done) adapter.write(update(before, PartKey.ROOT, "", "adressen[type=HOOFDKANTOOR]", "HOOFDKANTOOR", address, first.version()));

        assertThat(first.echoed()).isEqualTo(function);
        assertThat(second.echoed()).isEqualTo(address);
        assertThat(read(before.root()).version()).isEqualTo(second.version());
    }

    @Test @Requirement("AC-26") void a_contact_that_is_not_there_is_born_in_advocaatcentraal_and_nowhere_else() {
        var before = company();
        var part = new PartKey(PartKind.CONTACT, "T-1");

        var answer = adapter.write(update(before, part, "AC-C-none", "", "", Values.NONE.with(Fields.LAST_NAME, "Nieuw"), before.version()));

        assertThat(((Answer.Refused) answer).reasons()).containsExactly(
            new Reason(ReasonCode.BORN_ELSEWHERE, "contact:T-1/lastName", Map.of("system", "AdvocaatCentraal")));
    }

    @Test void a_refused_field_is_named_by_its_own_name_and_without_its_value() {
        var before = company();
        var tooLong = "x".repeat(300);

        var answer = adapter.write(update(before, PartKey.ROOT, "", "", "", Values.NONE.with(Fields.NAME, tooLong), before.version()));

        var reasons = ((Answer.Refused) answer).reasons();
        assertThat(reasons).extracting(Reason::subject).containsExactly("name");
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.text()).contains("AdvocaatCentraal").doesNotContain(tooLong));
    }

    @Test @Requirement("AC-31") void archived_and_deleted_relations_come_with_their_marks() {
        var company = company();

        vendors.edit(AC, company.root(), "{'gearchiveerd': true}");

        assertThat(read(company.root()).relation().marks()).containsExactly(Mark.ARCHIVED);
        vendors.edit(AC, company.root(), "{'gearchiveerd': false}");
    }

    @Test @Requirement("AC-13") void references_name_the_relation_types() {
        var types = adapter.references(AC).lists().get("relation-types");

        assertThat(types).containsEntry("Cliënt", "CLIENT").containsEntry("Wederpartij", "WEDERPARTIJ");
    }

    @Test void the_check_tells_a_wrong_key_from_a_wrong_office() {
        var account = StandIns.account(AC, vendors.base());

        assertThat(adapter.ask(AC, "check", null).toString()).doesNotContain("well=false");
        assertThat(adapter.ask(with(account, Map.of("apiKey", "wrong"), "10042"), "check", null, Map.of()).toString())
            .contains("Check[what=reachable, well=true", "Check[what=credentials, well=false");
        assertThat(adapter.ask(with(account, account.credentials(), "10043"), "check", null, Map.of()).toString())
            .contains("Check[what=credentials, well=false");
    }

    private static nl.koppelwerk.ledger.Accounts.Account with(nl.koppelwerk.ledger.Accounts.Account account, Map<String, String> credentials, String number) {
        return new nl.koppelwerk.ledger.Accounts.Account(account.id(), account.office(), account.system(), number, account.baseUrl(),
            account.authUrl(), credentials, account.limits(), null, "");
    }

    private static Sighting company() { return first(Set.of(Kind.ORGANISATION), false); }

    private static Sighting companyWithContact() { return first(Set.of(Kind.ORGANISATION), true); }

    private static Sighting first(Set<Kind> kinds, boolean whole) {
        return adapter.page(AC, "relations", "", "", 200).rows().stream()
            .filter(row -> kinds.contains(row.relation().kind()) && row.relation().marks().isEmpty())
            .filter(row -> !whole || !row.relation().parts().isEmpty() && row.relation().handles().containsKey("adressen[type=HOOFDKANTOOR]"))
            .findFirst().orElseThrow();
    }

    private static Sighting read(String id) { return ((Answer.Seen) adapter.read(AC, id, Kind.ORGANISATION)).sighting(); }

    private static Step.Write update(Sighting seen, PartKey part, String partId, String resource, String resourceId, Values values, String version) {
        return new Step.Write(Side.SOURCE, seen.root(), seen.relation().kind(), part, partId, resource, resourceId, Step.Action.UPDATE, values,
            Values.NONE, Values.NONE, version, "", 0);
    }
}
