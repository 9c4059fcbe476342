package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** Engine.md section 3, rules 4, 5 and 7, for any field, any values and whichever side the look comes from. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class MergeLawsTest {

    /** A field, what both agreed on, and two values that differ from it and from each other; the target holds no text beyond 12 characters. */
    record Agreed(Field<?> field, Value<?> before, Value<?> one, Value<?> other) {}

    @Property void where_nothing_moved_nothing_happens(@ForAll("agreed") Agreed given, @ForAll Side looked) {
        var scene = agreedOn(given);
        var pair = scene.pair;

        scene.looksAt(looked);

        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(scene.settlement.reasons()).isEmpty();
        assertThat(scene.writes()).isEmpty();
        assertThat(scene.pair).isEqualTo(pair);
    }

    @Property void what_one_side_moved_goes_to_the_other_in_its_form_and_nothing_else_does(@ForAll("agreed") Agreed given, @ForAll Side mover, @ForAll Side looked) {
        var scene = agreedOn(given);
        var typed = form(scene, mover, given, given.one());

        scene.types(mover, given.field(), typed.text()).looksAt(looked);

        assertThat((Object) value(scene, mover.other(), given)).isEqualTo(form(scene, mover.other(), given, typed));
        assertThat((Object) value(scene, mover, given)).isEqualTo(typed);
        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.values().fields()).containsExactly(given.field()));
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.settlement.reasons()).isEmpty();
        for (Side side : Side.values())
            assertThat((Object) scene.pair.baseline(side).of(PartKey.ROOT, given.field())).isEqualTo(value(scene, side, given));
    }

    @Property void what_both_moved_to_the_same_is_agreed_without_a_write(@ForAll("agreed") Agreed given, @ForAll Side looked) {
        var scene = agreedOn(given);

        scene.types(SOURCE, given.field(), given.one().text()).types(TARGET, given.field(), form(scene, TARGET, given, given.one()).text()).looksAt(looked);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat((Object) scene.pair.baseline(SOURCE).of(PartKey.ROOT, given.field())).isEqualTo(given.one());
    }

    @Property void what_both_moved_apart_is_held_with_both_values_and_nothing_is_written(@ForAll("agreed") Agreed given, @ForAll Side looked) {
        var scene = apart(given);

        for (int look = 0; look < 2; look++) scene.looksAt(looked);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
        assertThat(scene.settlement.questions()).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo(ReasonCode.BOTH_SIDES_CHANGED);
            assertThat(question.values()).containsOnlyKeys(given.field().name())
                .containsValue(new Both(given.one().text(), value(scene, TARGET, given).text()));
        });
        assertThat((Object) value(scene, SOURCE, given)).isEqualTo(given.one());
    }

    @Property void where_the_link_says_who_wins_the_losing_value_goes_along_so_that_it_can_be_restored(@ForAll("agreed") Agreed given, @ForAll Side winner) {
        var scene = apart(given);
        scene.rules.rule = new FieldRule(Direction.BOTH, winner == SOURCE ? Policy.SOURCE_WINS : Policy.TARGET_WINS, Emptying.COPY, Emptying.COPY, false);
        var won = value(scene, winner, given);
        var lost = value(scene, winner.other(), given);

        scene.looksAt(winner.other());

        assertThat((Object) value(scene, winner.other(), given)).isEqualTo(form(scene, winner.other(), given, won));
        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat((Object) write.old().get(given.field())).isEqualTo(lost));
        assertThat(scene.settlement.questions()).isEmpty();
    }

    @Property void an_emptied_field_follows_its_rule(@ForAll("agreed") Agreed given, @ForAll Side mover, @ForAll Emptying rule) {
        var scene = agreedOn(given);
        boolean out = mover == SOURCE;
        scene.rules.rule = new FieldRule(Direction.BOTH, Policy.ASK, out ? rule : Emptying.COPY, out ? Emptying.COPY : rule, false);
        var held = value(scene, mover.other(), given);

        scene.types(mover, given.field(), "").looksAt(mover);

        assertThat((Object) value(scene, mover.other(), given)).isEqualTo(rule == Emptying.COPY ? Value.empty() : held);
        assertThat(scene.settlement.reasons()).extracting(Reason::code).isEqualTo(switch (rule) {
            case COPY -> java.util.List.of();
            case IGNORE -> java.util.List.of(ReasonCode.EMPTY_IGNORED);
            case HOLD -> java.util.List.of(ReasonCode.EMPTY_HELD);
        });
        assertThat(scene.settlement.questions()).hasSize(rule == Emptying.HOLD ? 1 : 0);
    }

    @Property void what_its_type_refuses_never_crosses_and_says_why(@ForAll("agreed") Agreed given, @ForAll Side mover) {
        var scene = agreedOn(given);
        var held = value(scene, mover.other(), given);
        var refused = (Value.Invalid<?>) AnyHeld.invalid(given.field());

        for (int look = 0; look < 2; look++) scene.types(mover, given.field(), refused.text()).looksAt(mover);

        assertThat((Object) value(scene, mover.other(), given)).isEqualTo(held);
        assertThat(scene.settlement.reasons()).extracting(Reason::code).containsExactly(refused.reason());
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Property void what_a_side_does_not_tell_is_no_move_and_is_forgotten_by_nobody(@ForAll("agreed") Agreed given, @ForAll Side silent) {
        var scene = agreedOn(given);
        var pair = scene.pair;
        var held = value(scene, silent, given);

        scene.change(silent, relation -> relation.with(relation.values().with(given.field(), Value.absent()))).looksAt(silent);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.pair).isEqualTo(pair);
        assertThat(scene.types(silent, given.field(), held.text()).looksAt(silent).reasons()).isEmpty();
    }

    @Property void a_field_that_goes_one_way_is_never_written_on_the_other(@ForAll("agreed") Agreed given, @ForAll Side towards) {
        var scene = agreedOn(given);
        scene.rules.rule = new FieldRule(towards == TARGET ? Direction.TO_TARGET : Direction.TO_SOURCE, Policy.ASK, Emptying.COPY, Emptying.COPY, false);

        scene.types(towards, given.field(), form(scene, towards, given, given.one()).text()).looksAt(towards);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.reasons()).extracting(Reason::code)
            .containsExactly(towards == TARGET ? ReasonCode.DRIFT : ReasonCode.ONE_WAY);
    }

    private static Scene agreedOn(Agreed given) {
        var scene = Scene.ofTwoPairedCompanies();
        scene.rules.target.cut = 12;
        return scene.types(SOURCE, given.field(), given.before().text())
            .types(TARGET, given.field(), form(scene, TARGET, given, given.before()).text()).inSync();
    }

    private static Scene apart(Agreed given) {
        var scene = agreedOn(given);
        return scene.types(SOURCE, given.field(), given.one().text()).types(TARGET, given.field(), form(scene, TARGET, given, given.other()).text());
    }

    private static Value<?> form(Scene scene, Side side, Agreed given, Value<?> value) {
        return scene.rules.dialect(side).form(null, null, given.field(), value);
    }

    private static Value<?> value(Scene scene, Side side, Agreed given) { return scene.value(side, given.field()); }

    @Provide Arbitrary<Agreed> agreed() {
        return AnyHeld.field().flatMap(field -> AnyHeld.shuffled(field).map(some -> new Agreed(field, some.get(0), some.get(1), some.get(2))));
    }
}
