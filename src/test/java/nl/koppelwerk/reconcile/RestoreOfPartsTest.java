package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Past.Life;
import nl.koppelwerk.reconcile.Past.Made;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans for contact persons: which of them stood there, whose values they are, and what the hub made itself. */
class RestoreOfPartsTest {

    private static final PartKey CONTACT = new PartKey(PartKind.CONTACT, "C1");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");

    private final Scene scene = Scene.ofTwoPairedCompanies();
    private final List<Life> lives = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();

    @BeforeEach void a_contact_person_that_the_two_agree_on() {
        scene.contact(SOURCE, "C1", "", named("Sørensen")).contact(TARGET, "TC1", "C1", named("Sørensen")).partners(PartKind.CONTACT, "C1", "TC1").inSync();
    }

    @Test void what_stood_there_at_that_very_moment_stood_there_before_it() {
        lives.add(life(TARGET, "C1", "Çelik", false, TEN));
        lives.add(life(TARGET, "C1", "Sørensen", true, ELEVEN));

        assertThat(planned(TEN)).singleElement().satisfies(one -> {
            assertThat(one.value().text()).isEqualTo("Çelik");
            assertThat(one.record()).isEqualTo("TC1");
            assertThat(one.subject()).isEqualTo("contact:C1/lastName");
            assertThat(one.isWritten()).isTrue();
        });
        assertThat(planned(ELEVEN)).as("nothing was written since").isEmpty();
    }

    @Test void what_was_known_of_it_before_it_had_a_partner_is_its_own() {
        lives.add(life(TARGET, "t:TC1", "Çelik", false, NINE));
        lives.add(life(TARGET, "C1", "Sørensen", true, ELEVEN));

        assertThat(planned(TEN)).extracting(one -> one.value().text()).containsExactly("Çelik");
    }

    @Test void what_was_known_of_another_one_without_a_partner_is_not() {
        lives.add(life(TARGET, "t:TC9", "Çelik", false, NINE));
        lives.add(life(TARGET, "C1", "Sørensen", true, ELEVEN));

        assertThat(planned(TEN)).extracting(one -> one.value().text()).isEmpty();
    }

    @Test void one_that_the_hub_made_since_stays_and_is_named() {
        made.add(new Made(TARGET, CONTACT, TEN));
        lives.add(life(TARGET, "C1", "Sørensen", true, TEN));

        var plan = plan(new Restore(NINE, "", "")).orElseThrow();

        assertThat(plan.bucket()).isEqualTo(Bucket.KEPT);
        assertThat(plan.fields()).isEmpty();
        assertThat(plan.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.MADE_BY_HUB);
            assertThat(reason.subject()).isEqualTo("contact:C1");
            assertThat(reason.details()).containsEntry("system", "Target");
        });
        assertThat(plan(new Restore(NINE, "", "lastName"))).as("who asks for a field asks for no records").isEmpty();
    }

    @Test void one_that_a_run_made_stays_when_that_run_is_undone_and_not_when_another_is() {
        made.add(new Made(TARGET, CONTACT, TEN));
        lives.add(new Life(TARGET, CONTACT, LAST_NAME, LAST_NAME.type().parse("Çelik"), true, TEN, "7"));
        lives.add(new Life(TARGET, CONTACT, LAST_NAME, LAST_NAME.type().parse("Sørensen"), true, ELEVEN, "8"));

        assertThat(plan(new Restore(null, "7", "")).orElseThrow().reasons()).extracting(Reason::code).containsExactly(ReasonCode.MADE_BY_HUB);
        assertThat(plan(new Restore(null, "8", "")).orElseThrow().fields()).extracting(one -> one.value().text()).containsExactly("Çelik");
    }

    @Test void what_one_in_its_place_held_before_it_was_made_is_not_its_own() {
        lives.add(life(TARGET, "C1", "Çelik", false, NINE));
        made.add(new Made(TARGET, CONTACT, TEN));
        lives.add(life(TARGET, "C1", "de Vries", true, TEN));
        lives.add(life(TARGET, "C1", "Sørensen", true, ELEVEN));

        assertThat(planned(TEN.plusSeconds(1))).extracting(one -> one.value().text()).containsExactly("de Vries");
        assertThat(planned(NINE)).isEmpty();
    }

    @Test void the_other_side_of_what_the_hub_made_is_put_back_all_the_same() {
        made.add(new Made(TARGET, CONTACT, TEN));
        lives.add(life(SOURCE, "C1", "Çelik", false, NINE));
        lives.add(life(SOURCE, "C1", "Sørensen", true, ELEVEN));

        assertThat(planned(NINE)).singleElement().satisfies(one -> {
            assertThat(one.side()).isEqualTo(SOURCE);
            assertThat(one.record()).isEqualTo("C1");
        });
    }

    @Test void one_that_is_gone_on_either_side_stays_and_that_is_said() {
        for (var gone : Side.values()) {
            a_contact_person_that_the_two_agree_on();
            lives.clear();
            lives.add(life(TARGET, "C1", "Çelik", false, NINE));
            lives.add(life(TARGET, "C1", "Sørensen", true, ELEVEN));
            scene.lastKnown.computeIfPresent(gone, (side, seen) -> seen.with(seen.relation().withParts(List.of())));

            assertThat(planned(TEN)).extracting(one -> one.kept().orElseThrow().code()).containsExactly(ReasonCode.PART_GONE);
        }
    }

    private List<Planned> planned(Instant at) { return plan(new Restore(at, "", "")).map(Plan::fields).orElse(List.of()); }

    private java.util.Optional<Plan> plan(Restore restore) { return restore.plan(new Past(scene.pair, scene.lastKnown, lives, made), scene.rules); }

    private static Life life(Side side, String part, String name, boolean written, Instant at) {
        return new Life(side, new PartKey(PartKind.CONTACT, part), LAST_NAME, LAST_NAME.type().parse(name), written, at, "");
    }

    private static Values named(String name) { return Values.NONE.with(LAST_NAME, name); }
}
