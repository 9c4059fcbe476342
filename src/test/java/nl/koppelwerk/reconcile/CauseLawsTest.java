package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules.FirstMeeting;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** No write without a cause, over any two records that met once or never, under any rule. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class CauseLawsTest {

    /** What both held when they were last compared, and what each of them holds since. */
    record Moved(Values before, Values source, Values target) {

        Value<?> now(Side side, Field<?> field) { return (side == SOURCE ? source : target).get(field); }
    }

    @Property void every_field_that_is_written_was_moved_or_filled_by_the_other_side_and_nobody_else(
        @ForAll("moved") Moved given, @ForAll("rules") FieldRule rule, @ForAll FirstMeeting firstMeeting, @ForAll Side looked) {
        var scene = scene(given, rule, firstMeeting);
        var agreed = scene.pair;

        scene.looksAt(looked);

        var written = new ArrayList<String>();
        for (var write : scene.writes())
            for (var field : write.values().fields()) {
                written.add(write.side() + " " + field);
                var side = write.side();
                assertThat(isCaused(agreed, given, side, field, rule, firstMeeting)).as("%s on %s", field, side).isTrue();
                assertThat((Object) write.values().get(field)).isEqualTo(given.now(side.other(), field));
                assertThat((Object) write.old().get(field)).isEqualTo(given.now(side, field));
            }
        assertThat(written).doesNotHaveDuplicates();
    }

    @Property void what_a_side_does_not_tell_is_neither_written_nor_agreed_on(@ForAll("moved") Moved given, @ForAll("rules") FieldRule rule) {
        var scene = scene(given, rule, FirstMeeting.ASK);
        var agreed = scene.pair;

        scene.looksAt(SOURCE);

        for (var field : AnyHeld.FIELDS)
            if (given.now(SOURCE, field).isAbsent() || given.now(TARGET, field).isAbsent())
                for (Side side : Side.values()) {
                    assertThat((Object) scene.value(side, field)).isEqualTo(given.now(side, field));
                    assertThat((Object) scene.pair.baseline(side).of(PartKey.ROOT, field)).isEqualTo(agreed.baseline(side).of(PartKey.ROOT, field));
                }
    }

    @Property void after_a_look_both_sides_are_equal_or_the_difference_has_a_reason(@ForAll("moved") Moved given, @ForAll("rules") FieldRule rule,
        @ForAll FirstMeeting firstMeeting) {
        var scene = scene(given, rule, firstMeeting);

        scene.looksAt(SOURCE);

        for (var field : AnyHeld.FIELDS)
            if (rule.compares() && !scene.value(SOURCE, field).isAbsent() && !scene.value(TARGET, field).isAbsent()
                && !scene.value(SOURCE, field).equals(scene.value(TARGET, field)))
                assertThat(isSpokenOf(scene, field)).as("%s among %s", field, scene.settlement).isTrue();
    }

    private static boolean isSpokenOf(Scene scene, Field<?> field) {
        return scene.settlement.reasons().stream().anyMatch(reason -> reason.subject().equals(field.name()))
            || scene.settlement.questions().stream().anyMatch(question -> question.values().containsKey(field.name()));
    }

    private static boolean isCaused(Pair agreed, Moved given, Side side, Field<?> field, FieldRule rule, FirstMeeting firstMeeting) {
        var other = given.now(side.other(), field);
        var held = given.now(side, field);
        if (!rule.mayWrite(side) || other.isAbsent() || held.isAbsent()) return false;
        // That the two were paired is what makes one be named by the other.
        if (!hasMet(agreed, field)) return other.isFilled() && (held.isEmpty() || rule.namesPartner() || side == TARGET && firstMeeting == FirstMeeting.SOURCE_WINS);
        boolean isSetBack = side == TARGET && rule.policy() == Policy.SOURCE_RULES && rule.direction() == FieldRule.Direction.TO_TARGET;
        boolean wins = rule.policy() == (side == TARGET ? Policy.SOURCE_WINS : Policy.TARGET_WINS) || side == TARGET && rule.policy() == Policy.SOURCE_RULES;
        return isSetBack && hasMoved(agreed, given, side, field) || hasMoved(agreed, given, side.other(), field) && (!hasMoved(agreed, given, side, field) || wins);
    }

    private static boolean hasMet(Pair agreed, Field<?> field) { return !agreed.baseline(SOURCE).of(PartKey.ROOT, field).isAbsent(); }

    private static boolean hasMoved(Pair agreed, Moved given, Side side, Field<?> field) {
        return !given.now(side, field).equals(agreed.baseline(side).of(PartKey.ROOT, field));
    }

    private static Scene scene(Moved given, FieldRule rule, FirstMeeting firstMeeting) {
        var scene = Scene.ofTwoPairedCompanies().hold(SOURCE, given.before()).hold(TARGET, given.before()).inSync();
        scene.rules.rule = rule;
        scene.rules.firstMeeting = firstMeeting;
        return scene.hold(SOURCE, given.source()).hold(TARGET, given.target());
    }

    @Provide Arbitrary<Moved> moved() { return Combinators.combine(AnyHeld.values(), AnyHeld.values(), AnyHeld.values()).as(Moved::new); }

    @Provide Arbitrary<FieldRule> rules() { return AnyHeld.rule(); }
}
