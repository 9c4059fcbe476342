package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompendaSnelStartTest {

    private static final String KVK = "68750110";
    private final LinkType type = new CompendaSnelStart();
    private final Rules rules = rules("");

    @Test @Requirement("SN-05") void an_office_sets_nothing_or_all_of_it() {
        assertThat(type.problems(json("{}"))).isEmpty();
        assertThat(type.problems(json("{'matchOn': ['btw', 'kvk'], 'ownNumbersFrom': 700000, 'firstMeeting': 'ask', 'drift': 'overwrite', 'refuseInvalid': true, 'mode': 'scheduled', "
            + "'schedule': '0 0 7,19 * * ?', 'quietHours': '22:00-06:00', 'batch': 500, 'zone': 'Europe/Brussels', 'pollInterval': 'PT1M', 'sweepInterval': 'PT1H', 'compareInterval': 'P7D', 'brake': 0}"))).isEmpty();
        for (var mode : List.of("at-once", "by-hand")) assertThat(type.problems(json("{'mode': '" + mode + "'}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'matchOn': []|matchOn", "'matchOn': 'kvk'|matchOn", "'matchOn': ['kvk', 'kvk']|matchOn", "'matchOn': ['name']|matchOn", "'ownNumbersFrom': 0|ownNumbersFrom",
        "'ownNumbersFrom': 2147483648|ownNumbersFrom", "'firstMeeting': 'target-wins'|firstMeeting", "'drift': 'ask'|drift", "'refuseInvalid': 'ja'|refuseInvalid", "'brake': -1|brake",
        "'sweepInterval': 'P8D'|sweepInterval", "'mode': 'nightly'|mode", "'mode': 'scheduled'|schedule", "'quietHours': '22-06'|quietHours", "'batch': 10|quietHours", "'kleur': 'blauw'|kleur"})
    void a_setting_that_cannot_be_is_said_by_name(String wrong, String named) {
        assertThat(type.problems(json("{" + wrong + "}"))).extracting(Reason::subject).containsExactly(named);
    }

    @Test void everything_that_is_wrong_is_told_at_once_and_as_it_was_given() {
        assertThat(type.problems(json("{'matchOn': ['naam'], 'drift': 'maybe', 'batch': 0, 'quietHours': '22:00-06:00', 'kleur': 1}"))).extracting(Reason::text)
            .satisfiesExactly(text -> assertThat(text).contains("[\"naam\"]"), text -> assertThat(text).contains("maybe"), text -> assertThat(text).contains("cannot be 0"),
                text -> assertThat(text).contains("kleur"));
    }

    @Test void a_wrong_setting_is_told_what_it_can_be_in_words_that_can_be_read() {
        assertThat(type.problems(json("{'matchOn': 'kvk', 'drift': 'maybe', 'brake': -1}"))).extracting(Reason::remedy).containsExactly(
            "Give matchOn a list of some of kvk, email, btw, number, each once.", "Give drift one of: keep, overwrite.", "Give brake a whole number from 0.");
    }

    @Test @Requirement("SN-01") void a_relation_is_looked_at_under_each_hat_that_it_wears() {
        var both = under("CREDITOR", "DEBTOR,CREDITOR");

        assertThat(rules.isWorn(SOURCE, both)).isTrue();
        assertThat(rules.outOfScope(SOURCE, both)).isEmpty();
        assertThat(rules.isWorn(SOURCE, under("CREDITOR", "DEBTOR"))).isFalse();
        assertThat(rules.isWorn(SOURCE, under("DEBTOR", "CREDITOR"))).isFalse();
        assertThat(rules.isWorn(TARGET, under("CREDITOR", ""))).as("a relatie has one kind").isTrue();
        assertThat(type.facets()).containsExactly("debtor", "creditor");
    }

    @Test @Requirement("SN-01") void who_is_neither_debtor_nor_creditor_is_shown_once_and_out_of_scope() {
        var prospect = under("DEBTOR", "PROSPECT");

        assertThat(rules.isWorn(SOURCE, prospect)).isTrue();
        assertThat(rules.isWorn(SOURCE, under("CREDITOR", "PROSPECT"))).isFalse();
        assertThat(rules.outOfScope(SOURCE, prospect)).extracting(Reason::code).containsExactly(ReasonCode.ROLE_LACKING);
        assertThat(rules.outOfScope(SOURCE, under("CREDITOR", "DEBTOR")).get(0).text()).contains("creditor");
        assertThat(rules.outOfScope(TARGET, under("OWN", ""))).extracting(Reason::code).containsExactly(ReasonCode.NOT_OF_THIS_LINK);
    }

    @Test void a_sheet_that_does_not_say_the_roles_changes_what_is_there_and_makes_nothing() {
        var unsaid = debtor().with(debtor().values().with(ROLES, Value.absent()));

        assertThat(rules.outOfScope(SOURCE, unsaid)).isEmpty();
        assertThat(rules.notBorn(SOURCE, unsaid)).extracting(Reason::code).containsExactly(ReasonCode.ROLE_LACKING);
    }

    @Test @Requirement("SN-02") void only_compenda_gives_birth_and_only_to_what_is_not_archived() {
        var archived = marked(debtor(), Mark.ARCHIVED);

        assertThat(rules.bears(TARGET, PartKind.ROOT)).isTrue();
        assertThat(rules.bears(SOURCE, PartKind.ROOT)).isFalse();
        assertThat(rules.notBorn(SOURCE, debtor())).isEmpty();
        assertThat(rules.notBorn(SOURCE, archived)).extracting(Reason::code).containsExactly(ReasonCode.ARCHIVED_NOT_BORN);
        assertThat(rules.notBorn(TARGET, debtor())).extracting(Reason::code).containsExactly(ReasonCode.NEW_ONLY_AT_SOURCE);
        assertThat(rules.outOfScope(SOURCE, archived)).as("a pair goes on").isEmpty();
        assertThat(rules.remarks(SOURCE, archived)).extracting(Reason::code).containsExactly(ReasonCode.ARCHIVED_GOES_ON);
        assertThat(rules.noLongerWritten(SOURCE, archived)).isEmpty();
    }

    @Test void nothing_is_written_for_what_is_inactive_in_snelstart() {
        assertThat(rules.noLongerWritten(TARGET, marked(debtor(), Mark.ARCHIVED))).extracting(Reason::code).containsExactly(ReasonCode.INACTIVE_NO_LONGER_WRITTEN);
        assertThat(rules.noLongerWritten(TARGET, debtor())).isEmpty();
    }

    @Test @Requirement("SN-40") void a_relatie_is_known_by_the_keys_of_the_settings_in_their_order() {
        var seen = debtor().with(debtor().values().with(KVK_NUMMER, KVK).with(EMAILS, "Info@Voorbeeld.example;tweede@voorbeeld.example").with(BTW_NUMMER, "NL123456789B13").with(NUMBER, "10017"));

        assertThat(rules.identity(TARGET, "R", seen)).containsExactly(new MatchKey("debtor.kvk", KVK), new MatchKey("debtor.email", "info@voorbeeld.example"));
        assertThat(kinds(rules("'matchOn': ['btw', 'email', 'number']"), TARGET, seen)).containsExactly("debtor.btw", "debtor.email", "debtor.number");
        assertThat(kinds(rules("'ownNumbersFrom': 700000"), TARGET, seen)).as("what SnelStart numbered itself is known by its other keys").containsExactly("debtor.kvk", "debtor.email");
        var numbered = seen.with(seen.values().with(NUMBER, "700002"));
        assertThat(kinds(rules("'ownNumbersFrom': 700000"), TARGET, numbered)).containsExactly("debtor.number", "debtor.kvk", "debtor.email");
        assertThat(kinds(rules("'ownNumbersFrom': 700000, 'matchOn': ['email', 'number']"), TARGET, numbered)).containsExactly("debtor.number", "debtor.email");
        assertThat(rules.identity(TARGET, "R", debtor())).as("a name is no key").isEmpty();
        assertThat(rules.identity(TARGET, "R", under("OWN", "").with(seen.values().with(RELATION_TYPES, "OWN")))).isEmpty();
        assertThat(rules.identity(SOURCE, "R", debtor().with(debtor().values().with(KVK_NUMMER, "123")))).as("an invalid one is none").isEmpty();
    }

    @Test @Requirement({"SN-01", "SN-40"}) void a_debtor_is_never_taken_for_a_creditor_with_the_same_numbers() {
        var debtor = rules.identity(SOURCE, "CMP-1#debtor", under("DEBTOR", "DEBTOR,CREDITOR").with(under("DEBTOR", "DEBTOR,CREDITOR").values().with(KVK_NUMMER, KVK)));
        var creditor = rules.identity(TARGET, "R", under("CREDITOR", "").with(under("CREDITOR", "").values().with(KVK_NUMMER, KVK)));

        assertThat(debtor).hasSize(1).doesNotContainAnyElementsOf(creditor);
    }

    @Test void what_the_link_has_numbered_is_known_by_the_number_that_it_gives_to_each_hat() {
        var own = rules("'ownNumbersFrom': 700000");

        assertThat(own.ownReference("CMP-20417#debtor")).contains("740834");
        assertThat(own.ownReference("CMP-20417#creditor")).contains("740835");
        assertThat(own.identity(SOURCE, "CMP-20417#debtor", debtor())).containsExactly(new MatchKey("debtor.number", "740834"));
        assertThat(rules.ownReference("CMP-20417#debtor")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, CMP-x#debtor,", "1, CMP-20417,", "0, CMP-1#debtor,", "700000000, CMP-999999999#creditor,", "2147483647, CMP-1#debtor,", "2147483646, CMP-0#creditor, 2147483647",
        "1, 7#creditor, 16", "1, CMP-2024-0012#debtor, 25"})
    void an_id_without_digits_and_a_number_beyond_what_snelstart_counts_to_get_none(long from, String root, String number) {
        assertThat(new OwnNumbers(from).of(root)).isEqualTo(Optional.ofNullable(number));
    }

    @Test @Requirement("SN-02") void a_change_made_in_snelstart_never_goes_back_and_is_kept_and_shown_or_set_back() {
        var kept = rules.rule(PartKind.ROOT, PHONE);
        var setBack = rules("'drift': 'overwrite'").rule(PartKind.ROOT, PHONE);

        for (var rule : List.of(kept, setBack)) assertThat(rule.mayWrite(TARGET) && !rule.mayWrite(SOURCE) && rule.compares()).isTrue();
        assertThat(kept.policy()).isEqualTo(FieldRule.Policy.ASK);
        assertThat(setBack.policy()).isEqualTo(FieldRule.Policy.SOURCE_RULES);
    }

    @Test void what_is_emptied_in_compenda_is_emptied_in_snelstart_and_nothing_the_other_way() {
        assertThat(rules.rule(PartKind.ROOT, WEBSITE).emptying(TARGET)).isEqualTo(FieldRule.Emptying.COPY);
        assertThat(rules.rule(PartKind.ROOT, WEBSITE).emptying(SOURCE)).isEqualTo(FieldRule.Emptying.IGNORE);
    }

    @Test void the_kind_and_the_number_of_a_relatie_are_given_at_birth_and_left_alone() {
        for (Field<?> field : List.of(RELATION_TYPES, NUMBER)) assertThat(rules.rule(PartKind.ROOT, field)).isEqualTo(FieldRule.AT_BIRTH);
        assertThat(rules.rule(PartKind.ROOT, ROLES)).isEqualTo(FieldRule.NONE);
    }

    @Test void a_first_meeting_and_an_invalid_field_end_as_the_settings_say() {
        assertThat(rules.firstMeeting()).isEqualTo(Rules.FirstMeeting.SOURCE_WINS);
        assertThat(rules("'firstMeeting': 'ask'").firstMeeting()).isEqualTo(Rules.FirstMeeting.ASK);
        assertThat(rules.refusesInvalid()).isFalse();
        assertThat(rules("'refuseInvalid': true").refusesInvalid()).isTrue();
        assertThat(type.meetsAcquaintances()).isTrue();
    }

    @Test @Requirement("SN-20") void a_project_is_a_cost_centre_that_is_known_by_its_number() {
        var project = new Relation(Kind.COST_CENTRE, Values.NONE.with(NAME, "Nieuwbouw 's-Gravenhage").with(NUMBER, "107"), List.of());

        for (var side : Side.values()) {
            assertThat(rules.view(side, Pair.FACET, project)).isEqualTo(project);
            assertThat(rules.identity(side, "107", project)).containsExactly(new MatchKey("project.number", "107"));
            assertThat(rules.isWorn(side, project) && rules.outOfScope(side, project).isEmpty()).isTrue();
        }
    }

    @Test void the_page_of_synchronised_data_names_only_fields_there_are() {
        assertThat(type.fields()).hasSize(16).allSatisfy(line -> assertThat(Fields.named(line.field())).isPresent());
        assertThat(type.settings()).allSatisfy(setting -> assertThat(setting.sentence()).endsWith("."));
        assertThat(List.of(type.id(), type.sourceSystem(), type.targetSystem())).containsExactly("compenda-snelstart", "compenda", "snelstart");
    }

    @Test @Requirement({"SN-20", "SN-21", "SN-22", "SN-23"}) void the_page_says_that_hours_articles_and_orders_stay_where_they_are() {
        assertThat(type.notSynchronised()).extracting(LinkType.NotSynchronised::what).contains("hours, articles, quotations and orders", "of a project all but number and description",
            "relaties made in SnelStart", "other contact persons");
    }

    private static List<String> kinds(Rules rules, Side side, Relation seen) { return rules.identity(side, "R", seen).stream().map(MatchKey::kind).toList(); }

    private static Relation debtor() { return under("DEBTOR", "DEBTOR"); }

    private static Relation under(String hat, String roles) {
        return new Relation(Kind.ORGANISATION, Values.NONE.with(NAME, "Voorbeeld Advies B.V.").with(RELATION_TYPES, hat).with(ROLES, roles), List.of());
    }

    private static Relation marked(Relation seen, Mark... marks) {
        return new Relation(seen.kind(), seen.values(), seen.parts(), Set.of(marks), seen.handles(), seen.reference(), seen.partsSeen());
    }

    private Rules rules(String settings) { return type.rules(json("{" + settings + "}"), labelled("Compenda"), labelled("SnelStart")); }

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
