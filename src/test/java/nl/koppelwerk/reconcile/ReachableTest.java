package nl.koppelwerk.reconcile;

import static nl.koppelwerk.reconcile.Question.Choice.SOURCE;
import static nl.koppelwerk.reconcile.Question.Choice.TARGET;
import static nl.koppelwerk.reconcile.Question.Choice.VALUE;
import static nl.koppelwerk.relation.Fields.AUTO_SYNC;
import static nl.koppelwerk.relation.Fields.CURRENCY;
import static nl.koppelwerk.relation.Fields.CUSTOMER_GROUP;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NUMBER;
import static nl.koppelwerk.relation.Fields.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Wording;
import org.junit.jupiter.api.Test;

/** What a person chooses against the way that a field goes is refused before anybody waits for it. */
class ReachableTest {

    private final Reachable danish = new Reachable(OfficeRules.ofDanishOffice(Map.of()), Kind.ORGANISATION);
    private final Reachable keeping = new Reachable(OfficeRules.ofDanishOffice(Map.of("receiveFromEconomic", "false")), Kind.ORGANISATION);

    @Test void the_number_is_e_conomics_own_and_only_what_it_is_can_be_chosen() {
        assertThat(told(danish, NUMBER, VALUE, "10004")).isEqualTo("FOLLOWS_ONLY: Number is what e-conomic calls the record, and Clickmate CRM follows it. Renumber it in e-conomic, or choose source.");
        assertThat(told(danish, NUMBER, TARGET, "")).startsWith("FOLLOWS_ONLY");
        assertThat(told(danish, NUMBER, SOURCE, "")).isEmpty();
    }

    @Test void a_field_that_is_not_kept_the_same_cannot_be_chosen_for() {
        for (var field : java.util.List.of(AUTO_SYNC, STATUS, CUSTOMER_GROUP, CURRENCY)) for (var choice : java.util.List.of(SOURCE, TARGET, VALUE))
            assertThat(told(danish, field, choice, "1")).as(field.name()).startsWith("NOT_COMPARED").contains("Change it in e-conomic or Clickmate CRM.");
    }

    @Test void a_field_that_goes_one_way_takes_no_value_against_it() {
        assertThat(told(keeping, EMAIL, SOURCE, "")).isEqualTo("ONE_WAY: E-mail address is not carried to Clickmate CRM by this link. Change it in Clickmate CRM, or choose target.");
        assertThat(told(keeping, EMAIL, VALUE, "ny@kunde.example")).startsWith("ONE_WAY");
        assertThat(told(keeping, EMAIL, TARGET, "")).isEmpty();
        assertThat(told(keeping, EMAIL, VALUE, "b@kunde.example")).as("what stands there already").isEmpty();
    }

    @Test void a_value_cannot_be_typed_for_one_of_several_fields_that_one_member_feeds() {
        var rules = new PlainRules();
        rules.source.joinsFields = true;
        var contact = new PartKey(nl.koppelwerk.relation.PartKind.CONTACT, "C1");
        var field = nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
        var held = new Reachable.Held(Value.empty(), Value.empty());

        assertThat(new Reachable(rules, Kind.ORGANISATION).against(contact, field, VALUE, field.type().parse("+4532111114"), held)).get().extracting(Reachable.Obstacle::code).isEqualTo("JOINED");
        assertThat(new Reachable(rules, Kind.ORGANISATION).against(contact, field, TARGET, Value.absent(), held)).isEmpty();
    }

    @Test void a_field_that_goes_both_ways_takes_every_choice() {
        for (var choice : java.util.List.of(SOURCE, TARGET, VALUE)) assertThat(told(danish, EMAIL, choice, "ny@kunde.example")).isEmpty();
    }

    @Test void a_typed_key_that_came_so_far_is_not_written() {
        var scene = Scene.ofTwoPairedCompanies();
        scene.rules.rules = (part, field) -> field.equals(EMAIL) ? new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.SOURCE_WINS, FieldRule.Emptying.IGNORE,
            FieldRule.Emptying.IGNORE, true) : FieldRule.BOTH_WAYS;
        scene.types(Side.SOURCE, EMAIL, "a@aeroe.example").types(Side.TARGET, EMAIL, "a@aeroe.example").looksAt(Side.SOURCE);
        scene.answered.add(new Answered(ReasonCode.BOTH_SIDES_CHANGED, "email", VALUE, "another@aeroe.example", new Both("a@aeroe.example", "a@aeroe.example")));

        scene.looksAt(Side.SOURCE);

        assertThat(scene.held(Side.TARGET, EMAIL)).isEqualTo("a@aeroe.example");
    }

    private static String told(Reachable link, Field<?> field, Choice choice, String typed) {
        var held = new Reachable.Held(field.type().parse(field.equals(EMAIL) ? "a@kunde.example" : "1"), field.type().parse(field.equals(EMAIL) ? "b@kunde.example" : "1"));
        return link.against(PartKey.ROOT, field, choice, choice == VALUE ? field.type().parse(typed) : Value.absent(), held)
            .map(obstacle -> obstacle.code() + ": " + obstacle.said().in(Wording.EN)).orElse("");
    }
}
