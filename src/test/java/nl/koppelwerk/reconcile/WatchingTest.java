package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Settlement.Visit;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Engine.md section 4, f: the identity of a create that was in doubt is watched for a day. */
class WatchingTest {

    private static final Duration DAY = Duration.ofDays(1);
    private final Scene scene = Scene.ofTwoPairedCompanies().inSync();
    private final Instant since = scene.now;

    @Test void before_its_time_nothing_is_asked_and_the_root_is_looked_at_again_then() {
        scene.watches = List.of(watch(PartKey.ROOT));

        scene.looksAt(TARGET);

        assertThat(scene.steps).noneMatch(Step.Search.class::isInstance);
        assertThat(scene.settlement.again()).isEmpty();
        assertThat(scene.settlement.visits()).containsExactly(new Visit(SOURCE, "S1", since.plus(Duration.ofMinutes(10))));
    }

    @Test void when_it_is_time_one_search_looks_for_the_twin_of_a_root() {
        scene.watches = List.of(watch(PartKey.ROOT));
        scene.later(Duration.ofMinutes(10)).answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T1", "S1", ""), new Answer.Candidate("T2", "", ""))));

        scene.looksAt(SOURCE);

        assertThat(scene.steps).filteredOn(Step.Search.class::isInstance).containsExactly(new Step.Search(TARGET, Kind.ORGANISATION,
            scene.rules.identity(SOURCE, "S1", scene.systems.get(SOURCE).get("S1")), java.util.Optional.of("S1")));
        assertThat(scene.settlement.looked()).isEqualTo(scene.watches);
        assertThat(scene.settlement.visits()).containsExactly(new Visit(TARGET, "T2", null), new Visit(SOURCE, "S1", since.plus(Duration.ofHours(1))));
    }

    @Test void when_it_is_time_one_read_looks_for_the_twin_of_a_contact_person() {
        scene.watches = List.of(watch(new PartKey(PartKind.CONTACT, "C1")));

        scene.later(Duration.ofHours(7)).looksAt(SOURCE);

        assertThat(scene.steps.get(0)).isEqualTo(new Step.Read(TARGET, "T1", Kind.ORGANISATION, false));
        assertThat(scene.settlement.looked()).isEqualTo(scene.watches);
        assertThat(scene.settlement.visits()).containsExactly(new Visit(SOURCE, "S1", since.plus(DAY.minusMinutes(5))));
    }

    @Test void a_search_that_is_not_answered_is_not_counted_as_a_look() {
        scene.watches = List.of(watch(PartKey.ROOT));
        scene.later(Duration.ofMinutes(10)).answers(Step.Search.class, new Answer.Unanswered(new nl.koppelwerk.relation.Reason(ReasonCode.VENDOR_UNREACHABLE)));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.looked()).isEmpty();
        assertThat(scene.settlement.again()).isPresent();
    }

    @Test void a_search_that_nobody_understands_waits_for_its_next_time() {
        scene.watches = List.of(watch(PartKey.ROOT));
        scene.later(Duration.ofMinutes(10)).answers(Step.Search.class, new Answer.Unreadable(new nl.koppelwerk.relation.Reason(ReasonCode.VENDOR_NOT_UNDERSTOOD)));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.visits()).containsExactly(new Visit(SOURCE, "S1", since.plus(Duration.ofHours(1))));
    }

    @Test void after_the_last_look_nothing_more_is_due() {
        scene.watches = List.of(watch(PartKey.ROOT));

        scene.later(DAY).looksAt(SOURCE);

        assertThat(scene.settlement.looked()).hasSize(1);
        assertThat(scene.settlement.visits()).isEmpty();
    }

    @Test void a_twin_of_a_contact_person_is_asked_about_although_its_root_is_out_of_scope() {
        twinOutOfScope();

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.OUT_OF_SCOPE);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.LATE_TWIN);
    }

    /** Simulation seed 30296: the relation was deleted in AdvocaatCentraal, then a person removed the first of two, and then a third came through. */
    @Test void out_of_scope_too_the_one_that_is_left_takes_the_place_of_the_first_and_one_more_is_asked_about() {
        twinOutOfScope();
        removed("TC1");
        scene.looksAt(TARGET);
        assertThat(scene.settlement.questions()).isEmpty();

        scene.contact(TARGET, "TC3", "C1", Values.NONE.with(LAST_NAME, "Sørensen")).looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.OUT_OF_SCOPE);
        assertThat(scene.settlement.questions()).singleElement().satisfies(asked -> assertThat(asked.values()).containsOnlyKeys("TC2", "TC3"));
    }

    @Test void the_one_that_was_left_while_its_root_was_out_of_scope_goes_on_when_the_root_returns() {
        twinOutOfScope();
        removed("TC1");
        scene.looksAt(TARGET);

        scene.rules.outOfScope = List.of();
        scene.looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.IN_SYNC);
        assertThat(scene.settlement.reasons()).isEmpty();
        assertThat(scene.pair.partners(SOURCE, PartKind.CONTACT, "C1").orElseThrow().target()).isEqualTo("TC2");
    }

    private void twinOutOfScope() {
        for (var side : List.of(SOURCE, TARGET)) scene.contact(side, side == SOURCE ? "C1" : "TC1", side == SOURCE ? "" : "C1", Values.NONE.with(LAST_NAME, "Sørensen"));
        scene.looksAt(SOURCE);
        scene.watches = List.of(watch(new PartKey(PartKind.CONTACT, "C1")));
        scene.contact(TARGET, "TC2", "C1", Values.NONE.with(LAST_NAME, "Sørensen"));
        scene.rules.outOfScope = List.of(new nl.koppelwerk.relation.Reason(ReasonCode.TYPE_NOT_MAPPED));
        scene.later(Duration.ofMinutes(10)).looksAt(SOURCE);
    }

    private void removed(String part) {
        scene.change(TARGET, relation -> relation.withParts(relation.parts().stream().filter(one -> !one.id().equals(part)).toList()));
    }

    /** Simulation seed 96: the number was emptied after the create was given up, and then it came through. */
    @Test void what_was_emptied_since_a_create_was_given_up_is_not_filled_again_when_it_comes_through() {
        cameThrough();
        scene.types(SOURCE, PHONE, "");

        scene.later(Duration.ofMinutes(1)).looksAt(TARGET);

        assertThat(scene.held(SOURCE, PHONE)).isEmpty();
        assertThat(scene.held(TARGET, PHONE)).isEmpty();
    }

    /** Simulation seed 1982: it was emptied on the record that came through, before anybody had made it a partner. */
    @Test void what_was_emptied_on_a_record_that_came_through_is_not_filled_again() {
        cameThrough();
        scene.types(TARGET, PHONE, "").types(SOURCE, PHONE, "+31206100147");

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
        assertThat(scene.held(TARGET, PHONE)).isEmpty();
    }

    /** Simulation seed 30010: with the record that was made instead, and that a person removed since, the two had agreed on another number; then it was typed back. */
    @Test void what_was_typed_back_since_is_an_edit_although_it_is_what_was_sent_then() {
        cameThrough();
        scene.pair = Cutting.cut(scene.pair.withBaselines(phone("+31206100332"), phone("+31206100332")), TARGET).withRoot(TARGET, "T1");
        scene.types(TARGET, PHONE, "+31206100301");

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
        assertThat(scene.held(SOURCE, PHONE)).isEqualTo("+31206100146");
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31206100301");
    }

    /** What was agreed on with the removed record is an edit too, beside the one that waited on the twin. */
    @Test void what_was_agreed_on_with_a_record_that_is_gone_is_an_edit_to_its_twin() {
        cameThrough();
        scene.pair = Cutting.cut(scene.pair.withBaselines(phone("+31206100332"), phone("+31206100332")), TARGET).withRoot(TARGET, "T1");
        scene.types(SOURCE, PHONE, "+31206100332");

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31206100332");

        scene.types(TARGET, PHONE, "+31206100301");
        scene.later(Duration.ofMinutes(1)).looksAt(TARGET);
        assertThat(scene.held(SOURCE, PHONE)).isEqualTo("+31206100301");
    }

    private static Baseline phone(String number) { return Baseline.NONE.with(PartKey.ROOT, PHONE, PHONE.type().parse(number)); }

    /** Simulation seed 5277: a look wrote the name and died, with or without its answer. */
    @ParameterizedTest @EnumSource(OpenDelivery.State.class) void what_a_look_wrote_that_died_does_not_make_the_rest_a_first_meeting(OpenDelivery.State state) {
        cameThrough();
        var write = new Step.Write(TARGET, "T1", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.UPDATE, Values.NONE.with(NAME, "Bakker en Zn."),
            Values.NONE.with(NAME, "Bakker B.V."), Values.NONE.with(NAME, "Bakker en Zn."), "", "S1", 0);
        scene.types(SOURCE, NAME, "Bakker en Zn.").types(TARGET, NAME, "Bakker en Zn.").types(SOURCE, PHONE, "");
        scene.deliveries.add(new OpenDelivery("d1", write, state, "", "", Values.NONE, java.util.Map.of(), scene.now, 0, null));

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);
        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.PENDING);
        scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, PHONE)).isEmpty();
        assertThat(scene.held(TARGET, PHONE)).isEmpty();
    }

    @Test void what_was_emptied_on_a_contact_person_that_came_through_is_emptied_on_the_other_side_and_a_sibling_meets_as_a_stranger() {
        var sent = Values.NONE.with(LAST_NAME, "Çelik").with(BUSINESS_MOBILE, "+31612345678");
        var key = new PartKey(PartKind.CONTACT, "C1");
        scene.contact(SOURCE, "C1", "", sent).contact(TARGET, "TC1", "C1", sent.with(BUSINESS_MOBILE, ""));
        scene.contact(SOURCE, "C2", "", sent).contact(TARGET, "TC2", "C2", sent.with(BUSINESS_MOBILE, ""));
        var write = new Step.Write(TARGET, "T1", Kind.ORGANISATION, key, "", "", "", Step.Action.CREATE, sent, Values.NONE, sent, "", "C1", 0);
        scene.watches = List.of(new Watch(TARGET, key, since, since.plus(DAY), since, List.of(write.sent(since).stream()
            .map(one -> new Sent(one.side(), one.part(), one.field(), LAST_NAME.equals(one.field()) ? one.sent() : BUSINESS_MOBILE.type().parse("+31600000000"), one.old(), one.otherHeld(), one.at(), false))
            .toList(), write.sent(since))));

        scene.later(Duration.ofMinutes(1)).looksAt(TARGET);

        assertThat(scene.held(SOURCE, "C1", BUSINESS_MOBILE)).isEmpty();
        assertThat(scene.held(TARGET, "TC2", BUSINESS_MOBILE)).isEqualTo("+31612345678");
    }

    @Test void of_two_contact_persons_that_came_through_the_partner_is_the_one_that_counts() {
        var sent = Values.NONE.with(LAST_NAME, "Çelik").with(BUSINESS_MOBILE, "+31612345678");
        var key = new PartKey(PartKind.CONTACT, "C1");
        scene.contact(SOURCE, "C1", "", sent).contact(TARGET, "TC1", "C1", sent).contact(TARGET, "TC2", "C1", sent.with(BUSINESS_MOBILE, ""));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1").withPartners(new nl.koppelwerk.link.Partners(key, "C1", "TC2"));
        var write = new Step.Write(TARGET, "T1", Kind.ORGANISATION, key, "", "", "", Step.Action.CREATE, sent, Values.NONE, sent, "", "C1", 0);
        scene.watches = List.of(new Watch(TARGET, key, since, since.plus(DAY), since, List.of(write.sent(since))));

        scene.later(Duration.ofMinutes(1)).looksAt(TARGET);

        assertThat(scene.held(SOURCE, "C1", BUSINESS_MOBILE)).isEmpty();
    }

    /** Two that are a pair and have never met: the target holds what was sent in a create that was given up. */
    private void cameThrough() {
        var sent = Values.NONE.with(NAME, "Bakker B.V.").with(PHONE, "+31206100146");
        scene.has(SOURCE, "S1", sent);
        scene.systems.get(TARGET).put("T1", new Relation(Kind.ORGANISATION, sent, List.of(), Set.of(), Map.of(), "S1", Set.of(PartKind.CONTACT)));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1");
        var write = new Step.Write(TARGET, "", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.CREATE, sent, Values.NONE, sent, "", "S1", 0);
        scene.watches = List.of(new Watch(TARGET, PartKey.ROOT, since, since.plus(DAY), since, List.of(write.sent(since))));
    }

    private Watch watch(PartKey part) { return new Watch(TARGET, part, since, since.plus(DAY), since, List.of()); }
}
