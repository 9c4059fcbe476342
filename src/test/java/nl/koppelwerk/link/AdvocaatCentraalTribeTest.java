package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.KVK_NUMMER;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

class AdvocaatCentraalTribeTest {

    private static final String FACET = "relation";
    private final LinkType type = new AdvocaatCentraalTribe();
    private final Rules rules = rules("{'relationTypes': {'CLIENT': 'Customer', 'ADVOCAAT': 'Supplier', 'WEDERPARTIJ': ''}}");

    @Test @Requirement({"AC-13", "AC-14"}) void only_a_mapped_type_is_synchronised() {
        assertThat(rules.outOfScope(SOURCE, company("CLIENT,RVR"))).isEmpty();
        assertThat(rules.outOfScope(SOURCE, company("WEDERPARTIJ"))).extracting(Reason::code).containsExactly(ReasonCode.TYPE_NOT_MAPPED);
        assertThat(rules.outOfScope(SOURCE, company(""))).extracting(Reason::code).containsExactly(ReasonCode.TYPE_NOT_MAPPED);
    }

    @Test @Requirement("AC-13") void a_relation_gets_the_role_of_each_of_its_types_once() {
        var rules = rules("{'relationTypes': {'CLIENT': 'Customer', 'BETALENDE_PARTIJ': 'Customer', 'ADVOCAAT': 'Supplier'}}");

        var view = rules.view(SOURCE, FACET, company("CLIENT,BETALENDE_PARTIJ,ADVOCAAT"));

        assertThat(view.parts()).filteredOn(part -> part.kind() == PartKind.ROLE).extracting(Part::id).containsExactlyInAnyOrder("Customer", "Supplier");
    }

    @Test void a_private_person_gets_only_the_role_that_tribe_has_for_persons() {
        var person = new Relation(Kind.PERSON, Values.NONE.with(LAST_NAME, "Jansen").with(RELATION_TYPES, "CLIENT,ADVOCAAT"), List.of());

        assertThat(rules.view(SOURCE, FACET, person).parts()).extracting(Part::id).containsExactly("Customer");
        assertThat(rules.remarks(SOURCE, person)).extracting(Reason::code).containsExactly(ReasonCode.ROLE_UNKNOWN_FOR_KIND);
    }

    @Test @Requirement("AC-03") void contacts_of_a_private_person_are_not_looked_at_and_that_is_said() {
        var contact = new Part(PartKind.CONTACT, "AC-C-1", Values.NONE.with(LAST_NAME, "Jansen"));
        var person = new Relation(Kind.PERSON, Values.NONE.with(RELATION_TYPES, "CLIENT"), List.of(contact));

        assertThat(rules.view(SOURCE, FACET, person).parts()).noneMatch(part -> part.kind() == PartKind.CONTACT);
        assertThat(rules.remarks(SOURCE, person)).extracting(Reason::code).containsExactly(ReasonCode.CONTACTS_OF_PERSONS);
    }

    @Test @Requirement("AC-44") void the_kvk_number_crosses_only_for_an_office_with_tribes_kvk_link() {
        var with = rules("{'relationTypes': {'CLIENT': 'Customer'}, 'tribeKvkLink': true}");

        assertThat(with.view(SOURCE, FACET, company("CLIENT")).values().get(KVK_NUMMER).text()).isEqualTo("68750110");
        assertThat(rules.view(SOURCE, FACET, company("CLIENT")).values().get(KVK_NUMMER).isAbsent()).isTrue();
        assertThat(rules.view(TARGET, FACET, company("CLIENT")).values().get(KVK_NUMMER).isAbsent()).isTrue();
    }

    @Test @Requirement("AC-22") void what_is_archived_or_deleted_is_never_born() {
        assertThat(rules.notBorn(SOURCE, marked(Mark.ARCHIVED))).extracting(Reason::code).containsExactly(ReasonCode.ARCHIVED_NOT_BORN);
        assertThat(rules.notBorn(SOURCE, marked(Mark.DELETED))).extracting(Reason::code).containsExactly(ReasonCode.DELETED_NOT_BORN);
    }

    @Test @Requirement({"AC-30", "AC-31"}) void once_paired_an_archived_one_goes_on_and_a_deleted_one_is_no_longer_written() {
        assertThat(rules.noLongerWritten(SOURCE, marked(Mark.ARCHIVED))).isEmpty();
        assertThat(rules.remarks(SOURCE, marked(Mark.ARCHIVED))).extracting(Reason::code).containsExactly(ReasonCode.ARCHIVED_GOES_ON);
        assertThat(rules.noLongerWritten(SOURCE, marked(Mark.DELETED))).extracting(Reason::code).containsExactly(ReasonCode.DELETED_NO_LONGER_WRITTEN);
    }

    @Test @Requirement({"AC-21", "AC-24"}) void the_id_in_advocaatcentraal_is_the_only_key() {
        assertThat(rules.identity(SOURCE, "AC-000184213", company("CLIENT"))).containsExactly(new MatchKey("advocaatcentraal-id", "AC-000184213"));
        assertThat(rules.identity(TARGET, "uuid", company("CLIENT"))).isEmpty();
    }

    @Test @Requirement({"AC-02", "AC-26"}) void only_advocaatcentraal_gives_birth() {
        assertThat(rules.bears(TARGET, PartKind.ROOT)).isTrue();
        assertThat(rules.bears(SOURCE, PartKind.ROOT)).isFalse();
        assertThat(rules.bears(SOURCE, PartKind.CONTACT)).isFalse();
        assertThat(rules.notBorn(TARGET, company(""))).extracting(Reason::code).containsExactly(ReasonCode.NEW_ONLY_AT_SOURCE);
    }

    @Test @Requirement("AC-93") void a_type_that_becomes_unmapped_stops_the_updates() {
        assertThat(rules("{'relationTypes': {'CLIENT': ''}}").outOfScope(SOURCE, company("CLIENT"))).extracting(Reason::code)
            .containsExactly(ReasonCode.TYPE_NOT_MAPPED);
    }

    @Test void wrong_settings_are_all_named_at_once() {
        var problems = type.problems(json("{'relationTypes': {'CLIENT': 'Klant', 'RVR': 7}, 'tribeKvkLink': 'ja', 'colour': 'red'}"));

        assertThat(problems).extracting(Reason::subject).containsExactly("relationTypes/CLIENT", "relationTypes/RVR", "tribeKvkLink", "colour");
        assertThat(problems.get(0).remedy()).contains("Customer").contains("Supplier");
    }

    private static Relation company(String types) {
        return new Relation(Kind.ORGANISATION, Values.NONE.with(NAME, "Voorbeeld B.V.").with(KVK_NUMMER, "68750110").with(RELATION_TYPES, types), List.of());
    }

    private static Relation marked(Mark mark) {
        return new Relation(Kind.ORGANISATION, company("CLIENT").values(), List.of(), Set.of(mark), Map.of(), "", Set.of());
    }

    private Rules rules(String settings) { return type.rules(json(settings), labelled("AdvocaatCentraal"), labelled("Tribe CRM")); }

    private static Dialect labelled(String label) {
        return (Dialect) Proxy.newProxyInstance(Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> label);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
