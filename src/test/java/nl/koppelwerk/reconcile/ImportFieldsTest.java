package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LABEL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.QUESTIONNAIRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Plan.Shown;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** Which fields of one client an import shows, and with which values. */
class ImportFieldsTest {

    private static final FieldRule BY_CHOICE = new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.ASK, FieldRule.Emptying.IGNORE, FieldRule.Emptying.IGNORE, false);
    private static final Values PEETERS = Values.NONE.with(NAME, "An Peeters").with(EMAIL, "an@peeters.example").with(QUESTIONNAIRE, "q-1").with(PHONE, "");
    private final PlainRules rules = new PlainRules();
    private Optional<Past.Before> before = Optional.empty();

    ImportFieldsTest() {
        rules.rules = (part, field) -> field.equals(QUESTIONNAIRE) ? FieldRule.AT_BIRTH : field.equals(LABEL) ? FieldRule.NONE : BY_CHOICE;
    }

    @Test void what_was_shown_is_all_that_is_compared_and_nothing_else() {
        var shown = fields(PEETERS.with(LABEL, "AJ2026"), Values.NONE.with(NAME, "Peeters").with(LABEL, "AJ2025")).shown();

        assertThat(shown).isEqualTo(new Shown(Values.NONE.with(NAME, "An Peeters").with(EMAIL, "an@peeters.example").with(PHONE, ""), Values.NONE.with(NAME, "Peeters")));
    }

    @Test void a_field_that_one_side_cannot_say_is_no_difference() {
        assertThat(fields(PEETERS, Values.NONE.with(NAME, "Peeters")).differing()).extracting(Planned::subject).containsExactly("name");
        assertThat(fields(Values.NONE.with(NAME, "Peeters"), PEETERS).differing()).extracting(Planned::subject).containsExactly("name");
    }

    @Test void what_either_system_would_make_of_the_other_value_is_equal() {
        rules.target.cut = 4;
        assertThat(fields(Values.NONE.with(NAME, "Peeters"), Values.NONE.with(NAME, "Peet")).differing()).isEmpty();
        rules.target.cut = 0;
        rules.source.cut = 4;
        assertThat(fields(Values.NONE.with(NAME, "Peet"), Values.NONE.with(NAME, "Peeters")).differing()).isEmpty();
        assertThat(fields(Values.NONE.with(NAME, "Pete"), Values.NONE.with(NAME, "Peeters")).differing()).hasSize(1);
    }

    @Test void a_new_record_holds_what_is_filled_and_goes_along() {
        assertThat(new ImportFields(rules, seen(SOURCE, PEETERS.with(LABEL, "AJ2026")), null, before).made()).allSatisfy(field -> assertThat(field.kept()).isEmpty())
            .extracting(Planned::subject).containsExactlyInAnyOrder("name", "email", "questionnaire");
    }

    @Test @Requirement("IM-14") void only_the_very_field_that_was_left_is_left_again() {
        var source = PEETERS;
        var target = Values.NONE.with(NAME, "Peeters").with(EMAIL, "oud@peeters.example");
        before = Optional.of(new Past.Before(new Plan(Bucket.DUPLICATE, Optional.empty(), fields(source, target).differing(), List.of()), Set.of("name")));

        assertThat(fields(source, target).differing()).filteredOn(Planned::isLeft).extracting(Planned::subject).containsExactly("email");
        assertThat(fields(source, target.with(EMAIL, "older@peeters.example")).differing()).as("the target moved").noneMatch(Planned::isLeft);
        assertThat(fields(source.with(EMAIL, "new@peeters.example"), target).differing()).as("the source moved").noneMatch(Planned::isLeft);
        before = Optional.of(new Past.Before(before.get().plan(), Set.of("name", "email")));
        assertThat(fields(source, target).differing()).as("it was chosen").noneMatch(Planned::isLeft);
    }

    private ImportFields fields(Values source, Values target) { return new ImportFields(rules, seen(SOURCE, source), seen(TARGET, target), before); }

    private static Sighting seen(Side side, Values values) { return new Sighting(side, side + "-1", new Relation(Kind.PERSON, values, List.of()), "", null, Instant.EPOCH); }
}
