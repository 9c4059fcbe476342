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
import nl.koppelwerk.relation.Fields;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test void a_role_of_a_private_person_is_no_contact_person() {
        var person = new Relation(Kind.PERSON, Values.NONE.with(RELATION_TYPES, "CLIENT"), List.of(new Part(PartKind.ROLE, "Customer", Values.NONE)));

        assertThat(rules.remarks(SOURCE, person)).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"'PT1S'", "'PT5M'", "'P7D'"})
    void an_interval_is_between_a_second_and_a_week(String interval) {
        for (String name : List.of("pollInterval", "sweepInterval", "compareInterval"))
            assertThat(type.problems(json("{'relationTypes': {}, '" + name + "': " + interval + "}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'PT0.9S'", "'P7DT1S'", "'-PT5M'", "'soon'", "300", "null"})
    void any_other_interval_is_refused_with_what_was_given(String interval) {
        var given = json("{'relationTypes': {}, 'sweepInterval': " + interval + "}");

        assertThat(type.problems(given)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ReasonCode.SETTING_INVALID);
            assertThat(problem.subject()).isEqualTo("sweepInterval");
            assertThat(problem.text()).contains(given.get("sweepInterval").asText());
        });
    }

    @Test void a_brake_is_a_whole_number_from_nought() {
        for (String brake : List.of("0", "25")) assertThat(type.problems(json("{'relationTypes': {}, 'brake': " + brake + "}"))).isEmpty();
        for (String brake : List.of("-1", "2.5", "'10'"))
            assertThat(type.problems(json("{'relationTypes': {}, 'brake': " + brake + "}"))).extracting(Reason::subject).containsExactly("brake");
    }

    @Test void relation_types_that_are_missing_are_said_to_be_left_empty() {
        assertThat(type.problems(json("{}"))).singleElement().satisfies(problem -> assertThat(problem.text()).contains("left empty"));
    }

    @Test void the_role_of_each_type_is_one_that_tribe_has() {
        for (String role : AdvocaatCentraalTribe.ROLES) assertThat(type.problems(json("{'relationTypes': {'CLIENT': '" + role + "'}}"))).isEmpty();
    }

    @Test void every_setting_that_may_be_given_is_described() {
        assertThat(type.settings()).extracting(LinkType.Setting::name)
            .containsExactlyInAnyOrder("relationTypes", "tribeKvkLink", "pollInterval", "sweepInterval", "brake", "compareInterval");
        assertThat(type.settings()).filteredOn(LinkType.Setting::required).extracting(LinkType.Setting::name).containsExactly("relationTypes");
        assertThat(type.settings()).allSatisfy(setting -> assertThat(setting.sentence()).endsWith("."));
    }

    @Test void the_page_of_synchronised_data_names_only_fields_there_are_and_what_is_left_alone() {
        assertThat(type.fields()).hasSize(25).allSatisfy(line -> assertThat(Fields.named(line.field())).isPresent());
        assertThat(type.fields()).allSatisfy(line -> assertThat(List.of(line.sourceLabel(), line.targetLabel())).doesNotContain(""));
        assertThat(type.notSynchronised()).extracting(LinkType.NotSynchronised::why).anyMatch(why -> why.contains("AC-26"));
    }

    @Test void it_couples_advocaatcentraal_as_the_source_with_tribe_under_one_facet() {
        assertThat(List.of(type.id(), type.sourceSystem(), type.targetSystem())).containsExactly("advocaatcentraal-tribe", "advocaatcentraal", "tribe");
        assertThat(type.facets()).containsExactly("relation");
        assertThat(rules.dialect(SOURCE).label()).isEqualTo("AdvocaatCentraal");
        assertThat(rules.dialect(TARGET).label()).isEqualTo("Tribe CRM");
    }

    @Test void a_difference_at_the_first_meeting_is_asked_and_fields_travel_both_ways() {
        assertThat(rules.firstMeeting()).isEqualTo(Rules.FirstMeeting.ASK);
        assertThat(rules.rule(PartKind.ROOT, NAME)).isEqualTo(FieldRule.BOTH_WAYS);
        assertThat(rules.ownReference("AC-1")).contains("AC-1");
        assertThat(rules.reusesIds(TARGET) || rules.refusesInvalid()).isFalse();
    }

    @Test @Requirement("AC-24") void a_record_in_tribe_is_known_by_the_id_that_it_keeps_for_us() {
        var made = new Relation(Kind.ORGANISATION, Values.NONE, List.of(), Set.of(), Map.of(), "AC-1", Set.of());

        assertThat(rules.identity(TARGET, "uuid", made)).isEqualTo(rules.identity(SOURCE, "AC-1", company("CLIENT")));
    }

    @Test void of_an_organisation_in_tribe_its_contact_persons_and_roles_are_looked_at() {
        var parts = List.of(new Part(PartKind.CONTACT, "T1", Values.NONE), new Part(PartKind.ROLE, "Supplier", Values.NONE));

        var view = rules.view(TARGET, FACET, company("CLIENT").withParts(parts));

        assertThat(view.parts()).isEqualTo(parts);
        assertThat(rules.view(SOURCE, FACET, company("CLIENT").withParts(parts)).parts()).extracting(Part::id).containsExactly("T1", "Customer");
    }

    @Test void what_is_in_order_is_neither_kept_from_being_born_nor_from_being_written_nor_remarked_on() {
        assertThat(rules.notBorn(SOURCE, company("CLIENT"))).isEmpty();
        assertThat(rules.noLongerWritten(TARGET, company("CLIENT"))).isEmpty();
        assertThat(rules.remarks(SOURCE, company("CLIENT").withParts(List.of(new Part(PartKind.CONTACT, "C1", Values.NONE))))).isEmpty();
        assertThat(rules.outOfScope(TARGET, company(""))).isEmpty();
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
