package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

class AttestingTest {

    private final Scene scene = Scene.ofTwoPairedCompanies().inSync();

    @Test void what_was_read_on_both_sides_and_is_the_same_is_equal() {
        var attestation = judged(EnumSet.allOf(Side.class));

        assertThat(attestation.kind()).isEqualTo(Kind.EQUAL);
        assertThat(attestation.reasons()).isEmpty();
    }

    @Test void what_was_not_read_since_the_run_began_is_never_equal_and_reading_it_ends_that() {
        var attestation = judged(EnumSet.of(SOURCE));

        assertThat(attestation.kind()).isEqualTo(Kind.UNREAD);
        assertThat(whole(attestation, ReasonCode.NOT_READ).text()).isEqualTo("Target did not show the record since the run began.");
        assertThat(attestation.mayImprove()).isTrue();
        assertThat(judged(EnumSet.allOf(Side.class)).kind()).isEqualTo(Kind.EQUAL);
    }

    @Test void a_reading_that_shows_no_roles_is_none() {
        scene.systems.get(TARGET).computeIfPresent("T1", (id, r) -> new Relation(r.kind(), r.values(), r.parts(), r.marks(), r.handles(), r.reference(), Set.of(PartKind.CONTACT)));
        scene.inSync();

        assertThat(judged(EnumSet.allOf(Side.class)).kind()).isEqualTo(Kind.UNREAD);
    }

    @Test void a_write_of_ours_that_nobody_saw_is_no_reading() {
        var sent = PHONE.type().parse("+31101234567");

        scene.pair = scene.pair.withRecent(List.of(new Sent(TARGET, PartKey.ROOT, PHONE, sent, Value.empty(), sent, scene.now, false)));

        assertThat(judged(EnumSet.allOf(Side.class)).kind()).isEqualTo(Kind.UNREAD);
        scene.lastKnown.computeIfPresent(TARGET, (side, seen) -> seen.asOf(scene.now.plusSeconds(61)));
        assertThat(judged(EnumSet.allOf(Side.class)).kind()).as("read when every write had ended").isEqualTo(Kind.EQUAL);
    }

    @Test void a_difference_has_the_reason_of_the_look_that_left_it() {
        scene.bothHold(PHONE, "+31101234567").inSync();
        scene.types(SOURCE, PHONE, "+31101234568").types(TARGET, PHONE, "+31101234569").inSync();

        var attestation = judged(EnumSet.allOf(Side.class));

        assertThat(attestation.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(attestation.subjects()).containsExactly("phone");
        assertThat(attestation.reasons()).extracting(Reason::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
        assertThat(attestation.mayImprove()).isFalse();
    }

    @Test void a_difference_that_nothing_explains_is_a_defect_said_aloud_and_looking_again_ends_it() {
        scene.bothHold(EMAIL, "info@bakker.example").inSync();
        behindTheHubsBack(TARGET, EMAIL, "onfo@bakker.example");

        var attestation = judged(EnumSet.allOf(Side.class));

        assertThat(attestation.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(whole(attestation, ReasonCode.DIFFERS_UNEXPLAINED).text()).isEqualTo("email differs and nothing says why: a defect of the hub.");
        scene.types(TARGET, EMAIL, "onfo@bakker.example").looksAt(TARGET);
        assertThat(judged(EnumSet.allOf(Side.class)).kind()).isEqualTo(Kind.EQUAL);
    }

    @Test void a_difference_that_a_look_still_waits_for_is_being_worked_on() {
        scene.bothHold(EMAIL, "info@bakker.example").inSync();
        behindTheHubsBack(TARGET, EMAIL, "onfo@bakker.example");

        var attestation = Attesting.judge(scene.rules, evidence(EnumSet.allOf(Side.class), true, List.of()));

        assertThat(whole(attestation, ReasonCode.STILL_WORKED).text()).isEqualTo("email is still being worked on.");
        scene.types(TARGET, EMAIL, "onfo@bakker.example").looksAt(TARGET);
        assertThat(judged(EnumSet.allOf(Side.class)).kind()).isEqualTo(Kind.EQUAL);
    }

    @Test void the_reason_of_another_field_explains_nothing() {
        scene.bothHold(PHONE, "+31101234567").bothHold(EMAIL, "info@bakker.example").inSync();
        scene.types(SOURCE, PHONE, "+31101234568").types(TARGET, PHONE, "+31101234569").inSync();
        behindTheHubsBack(SOURCE, EMAIL, "onfo@bakker.example");

        assertThat(judged(EnumSet.allOf(Side.class)).reasons()).extracting(Reason::code).containsExactlyInAnyOrder(ReasonCode.BOTH_SIDES_CHANGED, ReasonCode.DIFFERS_UNEXPLAINED);
    }

    @Test void what_the_run_found_differing_and_wrote_is_equal_and_named() {
        var written = List.of(new Evidence.Written(SOURCE, "email"));

        var attestation = Attesting.judge(scene.rules, evidence(EnumSet.allOf(Side.class), false, written));

        assertThat(attestation.kind()).isEqualTo(Kind.REPAIRED);
        assertThat(attestation.subjects()).containsExactly("email");
        assertThat(whole(attestation, ReasonCode.WRITTEN_SINCE).text()).isEqualTo("email was written in Source since the run began.");
    }

    @Test void two_spellings_that_somebody_is_asked_about_are_not_equal() {
        scene.bothHold(NAME, "Bakker").inSync();
        scene.types(SOURCE, NAME, "Bakker B.V.").types(TARGET, NAME, "BAKKER BV").inSync();

        var attestation = judged(EnumSet.allOf(Side.class));

        assertThat(attestation.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(attestation.reasons()).extracting(Reason::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
    }

    @Test void what_was_written_is_not_told_as_differing_beside_what_differs() {
        scene.bothHold(PHONE, "+31101234567").inSync();
        scene.types(SOURCE, PHONE, "+31101234568").types(TARGET, PHONE, "+31101234569").inSync();

        var attestation = Attesting.judge(scene.rules, evidence(EnumSet.allOf(Side.class), false, List.of(new Evidence.Written(SOURCE, "email"))));

        assertThat(attestation.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(attestation.subjects()).containsExactly("phone");
        assertThat(attestation.reasons()).extracting(Reason::subject).containsExactly("phone", "email");
    }

    @Test void what_a_create_left_empty_was_not_written() {
        var all = Values.NONE.with(EMAIL, "info@bakker.example").with(PHONE, "");
        var create = new Step.Write(TARGET, "", nl.koppelwerk.relation.Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.CREATE, all, Values.NONE, all, "", "", 0);

        assertThat(Evidence.Written.by(create)).containsExactly(new Evidence.Written(TARGET, "email"));
    }

    @Test void contact_persons_and_roles_count() {
        scene.contact(SOURCE, "K1", "", Values.NONE.with(LAST_NAME, "Çelik")).contact(TARGET, "c1", "K1", Values.NONE.with(LAST_NAME, "Çelik")).inSync();
        assertThat(judged(EnumSet.allOf(Side.class)).kind()).isEqualTo(Kind.EQUAL);

        var before = scene.lastKnown.get(TARGET);
        scene.lastKnown.put(TARGET, before.with(before.relation().withParts(List.of(before.relation().parts().get(0).with(Values.NONE.with(LAST_NAME, "Celik"))))));
        assertThat(judged(EnumSet.allOf(Side.class)).subjects()).containsExactly("contact:K1/lastName");
        scene.lastKnown.put(TARGET, before.with(before.relation().withParts(List.of())));
        assertThat(judged(EnumSet.allOf(Side.class)).subjects()).containsExactly("contact:K1");

        scene.lastKnown.put(TARGET, before);
        var source = scene.lastKnown.get(SOURCE);
        var parts = new ArrayList<>(source.relation().parts());
        parts.add(new Part(PartKind.ROLE, "Customer", Values.NONE));
        scene.lastKnown.put(SOURCE, source.with(source.relation().withParts(parts)));
        assertThat(judged(EnumSet.allOf(Side.class)).subjects()).containsExactly("role:Customer");
    }

    @Test void every_field_that_both_systems_know_is_compared() {
        for (Field<?> field : Fields.all()) {
            var one = Scene.ofTwoPairedCompanies().inSync();
            var before = one.lastKnown.get(TARGET);
            one.lastKnown.put(TARGET, before.with(before.relation().with(before.relation().values().with(field, new Value.Invalid<>("anders", ReasonCode.CODE_UNKNOWN)))));

            var attestation = Attesting.judge(one.rules, evidence(one, EnumSet.allOf(Side.class), false, List.of()));

            assertThat(attestation.subjects()).as(field.name()).containsExactly(field.name());
        }
    }

    @Property
    void the_sum_does_not_know_the_order_and_one_character_changes_it(@ForAll @NotEmpty @Size(max = 30) List<String> contents, @ForAll Random random,
                                                                      @ForAll @IntRange(min = 0, max = 29) int which) {
        var shuffled = new ArrayList<>(contents);
        Collections.shuffle(shuffled, random);
        var changed = new ArrayList<>(contents);
        changed.set(which % contents.size(), changed.get(which % contents.size()) + "x");

        assertThat(sum(shuffled)).isEqualTo(sum(contents)).isEqualTo(ContentSum.of(sum(contents).bytes()));
        assertThat(sum(changed)).isNotEqualTo(sum(contents));
    }

    @Property
    void one_changed_character_changes_the_content(@ForAll @NotEmpty String name, @ForAll @IntRange(max = 40) int at) {
        var one = Scene.ofTwoPairedCompanies().types(SOURCE, NAME, name).types(TARGET, NAME, name).inSync();
        var before = Attesting.judge(one.rules, evidence(one, EnumSet.allOf(Side.class), false, List.of())).content();
        int index = at % name.length();
        var changed = name.substring(0, index) + (char) (name.charAt(index) == 'q' ? 'w' : 'q') + name.substring(index + 1);
        var held = one.lastKnown.get(TARGET);
        one.lastKnown.put(TARGET, held.with(held.relation().with(held.relation().values().with(NAME, NAME.type().parse(changed)))));

        var after = Attesting.judge(one.rules, evidence(one, EnumSet.allOf(Side.class), false, List.of())).content();

        assertThat(after.equals(before)).isEqualTo(NAME.type().parse(changed).equals(NAME.type().parse(name)));
    }

    private static ContentSum sum(List<String> contents) {
        return contents.stream().map(AttestingTest::id).reduce(ContentSum.NONE, ContentSum::plus, (one, other) -> one);
    }

    private static byte[] id(String content) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(content.getBytes(java.nio.charset.StandardCharsets.UTF_16));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The ledger's reading shows it; no look has judged it. */
    private void behindTheHubsBack(Side side, Field<?> field, String text) {
        Sighting seen = scene.lastKnown.get(side);
        scene.lastKnown.put(side, seen.with(seen.relation().with(seen.relation().values().with(field, field.type().parse(text)))));
    }

    private Attestation judged(Set<Side> read) { return Attesting.judge(scene.rules, evidence(read, false, List.of())); }

    private Evidence evidence(Set<Side> read, boolean waits, List<Evidence.Written> written) { return evidence(scene, read, waits, written); }

    private static Evidence evidence(Scene scene, Set<Side> read, boolean waits, List<Evidence.Written> written) {
        State state = scene.settlement.state();
        return new Evidence("1", scene.pair, state, scene.settlement.reasons(), Map.copyOf(scene.lastKnown), read, waits, written);
    }

    private static Reason whole(Attestation attestation, ReasonCode code) {
        var reason = attestation.reasons().stream().filter(one -> one.code() == code).findFirst().orElseThrow();
        assertThat(reason.text() + reason.remedy()).doesNotContain("{", "}", "  ");
        return reason;
    }
}
