package nl.koppelwerk.ledger;

import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Plans.Drawn;
import nl.koppelwerk.ledger.Plans.Making;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Past;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.reconcile.Settlement.Change;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.reconcile.Wanted;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;

/** What every ledger promises of plans: made page by page by one worker, and what is applied of one is wanted until a look settles it. */
public interface PlansContract {

    LedgerFixture ledger();

    @Test
    default void a_plan_is_made_by_one_worker_page_by_page_and_is_shown_by_bucket() {
        var link = ledger().aLink().id();
        var moment = written(link, "R-1", "R-2", "R-3");
        var run = ledger().plans().begin(link, new Asked(new Restore(moment, "", ""), ""), "anna");

        var making = ledger().plans().claim(5).get(0);
        assertThat(ledger().plans().claim(5)).isEmpty();
        var first = ledger().plans().next(making, 2);
        ledger().plans().planned(making, first.get(1).relation(), List.of(drawn(first.get(0).relation(), "R-1", restorable()), drawn(first.get(1).relation(), "R-2", kept())));
        var rest = ledger().plans().next(making, 2);
        ledger().plans().planned(making, rest.get(0).relation(), List.of());
        assertThat(ledger().plans().next(making, 2)).isEmpty();
        ledger().plans().ready(making, "look at it");

        assertThat(making.asked()).isEqualTo(new Asked(new Restore(moment, "", ""), ""));
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        var shown = ledger().runs().find(run.id()).orElseThrow();
        assertThat(shown.kind()).isEqualTo(Runs.Kind.RESTORE);
        assertThat(shown.state()).isEqualTo(Runs.State.PLANNED);
        assertThat(shown.total()).isEqualTo(2);
        assertThat(ledger().plans().buckets(run.id())).isEqualTo(Map.of(Bucket.TO_RESTORE, 1, Bucket.KEPT, 1));
        assertThat(ledger().plans().items(run.id(), Bucket.KEPT, "", 10)).singleElement().satisfies(item -> {
            assertThat(item.plan()).isEqualTo(kept());
            assertThat(item.selected()).isFalse();
            assertThat(item.outcome()).isNull();
        });
        var page = ledger().plans().items(run.id(), null, "", 1);
        assertThat(ledger().plans().items(run.id(), null, page.get(0).id(), 10)).hasSize(1).doesNotContainAnyElementsOf(page);
        assertThat(ledger().plans().items(run.id(), List.of(page.get(0).id(), "999999999999"))).isEqualTo(page);
        assertThatThrownBy(() -> ledger().plans().planned(making, "1", List.of())).as("it is ready").isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void a_worker_that_dies_is_followed_by_another_who_goes_on_where_it_was() {
        var link = ledger().aLink().id();
        var moment = written(link, "R-1", "R-2");
        ledger().plans().begin(link, new Asked(new Restore(moment, "", "name"), ""), "anna");
        var dying = ledger().plans().claim(5).get(0);
        ledger().plans().planned(dying, ledger().plans().next(dying, 1).get(0).relation(), List.of());

        ledger().advance(Duration.ofSeconds(61));

        var next = ledger().plans().claim(5).get(0);
        assertThat(ledger().plans().next(next, 5)).hasSize(1);
        assertThatThrownBy(() -> ledger().plans().ready(dying, "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void a_preview_is_made_when_both_sides_were_read_and_remembers_which_rows_are_meant() {
        var link = ledger().aLink().id();
        var reads = ledger().runs().start(link, Runs.Kind.PERIODIC, "anna");
        var asked = new Asked(new Preview(Set.of("Personenbelasting"), reads.id(), ledger().now().minusSeconds(3_600), true), "");
        var run = ledger().plans().begin(link, asked, "anna");
        assertThat(ledger().plans().claim(5)).isEmpty();

        ledger().runs().walkedAll(ledger().runs().claim(1).get(0), "");

        // Whoever asks for a run ends it where it is complete.
        assertThat(ledger().runs().find(reads.id()).orElseThrow().state()).isEqualTo(Runs.State.DONE);
        assertThat(ledger().plans().claim(5)).singleElement().satisfies(making -> {
            assertThat(making.run().id()).isEqualTo(run.id());
            assertThat(making.run().kind()).isEqualTo(Runs.Kind.PREVIEW);
            assertThat(making.asked()).isEqualTo(asked);
        });
    }

    @Test
    default void a_ground_tells_the_lives_of_its_values_in_order_and_what_was_made() {
        var link = ledger().aLink().id();
        var look = Look.at(ledger(), link, Side.SOURCE, "R-1");
        var made = Writes.sent(ledger(), look, Writes.create("Jansen"));
        look.answered(made, Writes.done("T-1")).pairs(Side.TARGET, "T-1").saw(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now()))
            .knowsSince(change(Side.SOURCE, "Jansen", false), change(Side.TARGET, "Jansen", true)).ends(State.IN_SYNC, Outcome.CREATED);
        ledger().advance(Duration.ofMinutes(1));
        Look.at(ledger(), link, Side.SOURCE, "R-1").knowsSince(change(Side.TARGET, "Jansen", false), change(Side.TARGET, "Çelik", true)).endsInSync();

        var ground = ground(link, new Asked(new Restore(Instant.EPOCH, "", ""), look.dossier.relation())).get(0);

        assertThat(ground.past().lives()).extracting(life -> life.side() + " " + life.value().text() + " " + life.written())
            .containsExactly("SOURCE Jansen false", "TARGET Jansen true", "TARGET Jansen false", "TARGET Çelik true");
        assertThat(ground.past().lives()).extracting(Past.Life::at).isSorted();
        assertThat(ground.past().made()).singleElement().satisfies(one -> {
            assertThat(one.side()).isEqualTo(Side.TARGET);
            assertThat(one.part()).isEqualTo(PartKey.ROOT);
            assertThat(one.at()).isBeforeOrEqualTo(ground.past().lives().get(0).at());
        });
        assertThat(ground.past().pair().target()).isEqualTo("T-1");
        assertThat(ground.past().seen()).containsKey(Side.SOURCE);
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 1073: a restore offered the e-mail address of a customer that was deleted. */
    @Test
    default void what_a_record_held_that_was_gone_before_it_had_a_partner_is_no_ground_for_whoever_has_its_id_now() {
        var link = ledger().aLink().id();
        Look.at(ledger(), link, Side.SOURCE, "R-1").knowsSince(change(Side.SOURCE, "Jansen", false)).ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);
        Look.at(ledger(), link, Side.SOURCE, "R-1").lost(Side.SOURCE).ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);

        var back = Look.at(ledger(), link, Side.SOURCE, "R-1").found(Side.SOURCE).pairs(Side.TARGET, "T-1");
        back.knowsSince(change(Side.SOURCE, "Çelik", false), change(Side.TARGET, "Çelik", true)).endsInSync();

        assertThat(ground(link, new Asked(new Restore(Instant.EPOCH, "", ""), back.dossier.relation())).get(0).past().lives())
            .extracting(life -> life.side() + " " + life.value().text()).containsExactly("SOURCE Çelik", "TARGET Çelik");
    }

    @Test
    default void relations_in_which_the_hub_wrote_nothing_since_or_not_in_that_run_are_no_ground() {
        var link = ledger().aLink().id();
        written(link, "R-1");
        var run = ledger().runs().start(link, Runs.Kind.FULL, "admin");
        ledger().notices().accept(List.of(new Hint(link, Side.SOURCE, "R-2", Lane.LIVE, "run", false, "", run.id())));
        var ofRun = Look.at(ledger(), ledger().notices().claim(1).get(0));
        ofRun.knowsSince(change(Side.TARGET, "Çelik", true)).endsInSync();

        assertThat(ground(link, new Asked(new Restore(null, run.id(), ""), ""))).extracting(Plans.Ground::relation).containsExactly(ofRun.dossier.relation());
        assertThat(ground(link, new Asked(new Restore(ledger().now().plusSeconds(1), "", ""), ""))).isEmpty();
        assertThat(ground(link, new Asked(new Restore(Instant.EPOCH, "", ""), ofRun.dossier.relation()))).hasSize(1);
    }

    /** A sweep of the target was quicker than the import's own look: what it wrote is the import's all the same. */
    @Test
    default void what_another_look_wrote_while_a_run_waited_for_its_own_is_counted_and_undone_as_the_runs() {
        var link = ledger().aLink().id();
        Look.at(ledger(), link, Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").saw(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now()), Seen.whole(Side.TARGET, "T-1", "Jansen", ledger().now())).endsInSync();
        var run = ledger().runs().start(link, Runs.Kind.FULL, "anna");
        ledger().notices().accept(List.of(new Hint(link, Side.SOURCE, "R-1", Lane.BACKFILL, "run", true, "", run.id())));
        ledger().notices().accept(List.of(Hint.of(link, Side.TARGET, "T-1", "poll")));
        ledger().advance(Look.A_LITTLE);

        var sweep = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(sweep.claim.side()).isEqualTo(Side.TARGET);
        sweep.knowsSince(change(Side.TARGET, "Çelik", true)).ends(State.IN_SYNC, Outcome.UPDATED);
        ledger().advance(Look.A_LITTLE);
        Look.at(ledger(), ledger().notices().claim(1).get(0)).ends(State.IN_SYNC, Outcome.EQUAL);

        assertThat(ledger().runs().find(run.id()).orElseThrow().balance()).isEqualTo(Map.of(Outcome.UPDATED, 1));
        assertThat(ground(link, new Asked(new Restore(null, run.id(), ""), ""))).singleElement()
            .satisfies(ground -> assertThat(ground.past().lives()).filteredOn(Past.Life::written).allMatch(life -> life.runs().contains(run.id())));
    }

    @Test
    default void what_one_look_wrote_for_two_runs_is_undone_with_either() {
        var link = ledger().aLink().id();
        var runs = List.of(ledger().runs().start(link, Runs.Kind.FULL, "anna"), ledger().runs().start(link, Runs.Kind.PERIODIC, "bert"));
        for (var run : runs) ledger().notices().accept(List.of(new Hint(link, Side.SOURCE, "R-1", Lane.BACKFILL, "run", true, "", run.id())));
        ledger().advance(Look.A_LITTLE);
        Look.at(ledger(), ledger().notices().claim(1).get(0)).knowsSince(change(Side.TARGET, "Çelik", true)).ends(State.IN_SYNC, Outcome.UPDATED);

        for (var run : runs) assertThat(ground(link, new Asked(new Restore(null, run.id(), ""), ""))).as(run.kind().name()).hasSize(1);
    }

    @Test
    default void a_plan_that_rests_is_gone_on_with_at_once() {
        var link = ledger().aLink().id();
        ledger().plans().begin(link, new Asked(new Restore(written(link, "R-1"), "", ""), ""), "anna");

        ledger().plans().rests(ledger().plans().claim(5).get(0));

        assertThat(ledger().plans().claim(5)).hasSize(1);
    }

    @Test
    default void what_is_applied_is_wanted_until_a_look_settles_it_and_the_run_counts_its_outcome() {
        var link = ledger().aLink().id();
        var run = planned(link, restorable(), restorable(), kept());
        var items = ledger().plans().items(run, null, "", 10);
        ledger().advance(Look.A_LITTLE);

        assertThat(ledger().plans().apply(run, new Selection(null, Map.of(), List.of()), "anna")).isTrue();
        assertThat(ledger().plans().apply(run, new Selection(null, Map.of(), List.of()), "anna")).as("once").isFalse();
        assertThat(ledger().runs().find(run).orElseThrow().state()).isEqualTo(Runs.State.APPLYING);
        assertThat(ledger().runs().find(run).orElseThrow().read()).isEqualTo(2);

        var failing = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(failing.claim.reasons()).contains("plan");
        var wanted = failing.dossier.wanted().get(0);
        assertThat(wanted).isEqualTo(new Wanted.Put(wanted.id(), "anna", wanted.at(), Side.TARGET, "T-0", PartKey.ROOT, NAME, NAME.type().parse("Jansen"),
            NAME.type().parse("Çelik"), NAME.type().parse("Çelik"), false));
        failing.comesBack(new nl.koppelwerk.reconcile.Settlement.Again(nl.koppelwerk.reconcile.Settlement.Cause.LOOK_LATER, ledger().now(), null)).ends(State.PENDING, Outcome.POSTPONED);
        for (var outcome : List.of(Outcome.UPDATED, Outcome.CHANGED_SINCE_PREVIEW)) {
            var look = Look.at(ledger(), ledger().notices().claim(1).get(0));
            look.settles(look.dossier.wanted().get(0).id(), outcome).ends(State.IN_SYNC, outcome);
        }

        var done = ledger().runs().find(run).orElseThrow();
        assertThat(done.state()).isEqualTo(Runs.State.DONE);
        assertThat(done.balance()).isEqualTo(Map.of(Outcome.UPDATED, 1, Outcome.CHANGED_SINCE_PREVIEW, 1));
        assertThat(ledger().plans().items(run, List.of(items.get(0).id(), items.get(1).id()))).extracting(Plans.Item::outcome)
            .containsExactlyInAnyOrder(Outcome.UPDATED, Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).isEmpty();
    }

    @Test
    default void what_another_look_than_its_own_carried_out_is_counted_so_and_prevails_over_what_was_overtaken() {
        var link = ledger().aLink().id();
        for (var root : List.of("0", "1")) Look.at(ledger(), link, Side.SOURCE, "P-" + root).pairs(Side.TARGET, "T-" + root)
            .saw(Seen.whole(Side.SOURCE, "P-" + root, "Çelik", ledger().now())).endsInSync();
        var run = planned(link, restorable(), two());
        ledger().plans().apply(run, new Selection(null, Map.of(), List.of()), "anna");
        ledger().advance(Look.A_LITTLE);

        var first = Look.at(ledger(), link, Side.TARGET, "T-0");
        first.settles(first.dossier.wanted().get(0).id(), Outcome.CHANGED_SINCE_PREVIEW).endsInSync();
        var second = Look.at(ledger(), link, Side.TARGET, "T-1");
        assertThat(second.dossier.wanted()).hasSize(2);
        second.settles(second.dossier.wanted().get(0).id(), Outcome.UPDATED).settles(second.dossier.wanted().get(1).id(), Outcome.CHANGED_SINCE_PREVIEW).endsInSync();

        assertThat(ledger().runs().find(run).orElseThrow().balance()).as("until its own look").isEmpty();
        ledger().notices().claim(5).forEach(own -> Look.at(ledger(), own).endsInSync());
        var done = ledger().runs().find(run).orElseThrow();
        assertThat(done.state()).isEqualTo(Runs.State.DONE);
        assertThat(done.balance()).isEqualTo(Map.of(Outcome.UPDATED, 1, Outcome.CHANGED_SINCE_PREVIEW, 1));
    }

    @Test
    default void what_another_look_wrote_for_a_plan_is_the_runs_in_the_history() {
        var link = ledger().aLink().id();
        Look.at(ledger(), link, Side.SOURCE, "P-0").pairs(Side.TARGET, "T-0").saw(Seen.whole(Side.SOURCE, "P-0", "Çelik", ledger().now())).endsInSync();
        var run = planned(link, restorable());
        ledger().plans().apply(run, new Selection(null, Map.of(), List.of()), "anna");
        ledger().advance(Look.A_LITTLE);

        var other = Look.at(ledger(), link, Side.TARGET, "T-0");
        var wanted = other.dossier.wanted().get(0).id();
        other.knowsSince(new Change(Side.TARGET, PartKey.ROOT, NAME, NAME.type().parse("Jansen"), true, Optional.of(wanted))).settles(wanted, Outcome.UPDATED).endsInSync();
        ledger().notices().claim(5).forEach(own -> Look.at(ledger(), own).endsInSync());

        assertThat(ground(link, new Asked(new Restore(null, run, ""), ""))).singleElement()
            .satisfies(ground -> assertThat(ground.past().lives()).anyMatch(life -> life.runs().contains(run)));
    }

    @Test
    default void what_two_plans_want_of_one_field_a_look_is_told_in_their_order_and_each_run_counts_its_own() {
        var link = ledger().aLink().id();
        var first = planned(link, restorable());
        var second = planned(link, restorable());
        ledger().plans().apply(first, new Selection(null, Map.of(), List.of()), "anna");
        ledger().plans().apply(second, new Selection(null, Map.of(), List.of()), "bert");
        ledger().advance(Look.A_LITTLE);

        var look = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(look.dossier.wanted()).extracting(Wanted::by).containsExactly("anna", "bert");
        look.settles(look.dossier.wanted().get(0).id(), Outcome.CHANGED_SINCE_PREVIEW).settles(look.dossier.wanted().get(1).id(), Outcome.UPDATED).ends(State.IN_SYNC, Outcome.UPDATED);

        assertThat(ledger().runs().find(first).orElseThrow().balance()).isEqualTo(Map.of(Outcome.CHANGED_SINCE_PREVIEW, 1));
        assertThat(ledger().runs().find(second).orElseThrow().balance()).isEqualTo(Map.of(Outcome.UPDATED, 1));
    }

    @Test
    default void what_a_look_carries_out_is_counted_so_though_another_plan_is_applied_meanwhile() {
        var link = ledger().aLink().id();
        var first = planned(link, restorable());
        var second = planned(link, restorable());
        ledger().plans().apply(first, new Selection(null, Map.of(), List.of()), "anna");
        ledger().advance(Look.A_LITTLE);

        var look = Look.at(ledger(), ledger().notices().claim(1).get(0));
        ledger().plans().apply(second, new Selection(null, Map.of(), List.of()), "bert");
        look.settles(look.dossier.wanted().get(0).id(), Outcome.UPDATED).ends(State.IN_SYNC, Outcome.UPDATED);

        assertThat(ledger().runs().find(first).orElseThrow().balance()).isEqualTo(Map.of(Outcome.UPDATED, 1));
        ledger().advance(Look.A_LITTLE);
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).extracting(Wanted::by).containsExactly("bert");
    }

    @Test
    default void who_discards_the_dead_letter_of_what_a_plan_wanted_wants_it_no_more() {
        var link = ledger().aLink().id();
        ledger().plans().apply(planned(link, restorable()), new Selection(null, Map.of(), List.of()), "anna");
        ledger().advance(Look.A_LITTLE);
        Look.at(ledger(), ledger().notices().claim(1).get(0)).fails(nl.koppelwerk.reconcile.Settlement.Cause.WILL_NOT_HEAL);
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).hasSize(1);

        ledger().deadLetters().discard(ledger().deadLetters().open(new DeadLetters.Filter(List.of(link), null, null, null), "", 10).get(0).id(), "anna");

        ledger().advance(Duration.ofMinutes(1));
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).isEmpty();
    }

    @Test
    default void only_what_is_chosen_is_wanted() {
        var link = ledger().aLink().id();
        var run = planned(link, restorable(), restorable(), created());
        var items = ledger().plans().items(run, null, "", 10);
        ledger().advance(Look.A_LITTLE);

        ledger().plans().apply(run, new Selection(List.of(items.get(0).id(), items.get(1).id()), Map.of(items.get(1).id(), List.of("phone")), List.of(items.get(2).id())), "anna");

        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).hasSize(1);
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-1").dossier.wanted()).as("another field than the chosen one").isEmpty();
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-2").dossier.wanted()).singleElement().isInstanceOf(Wanted.Cut.class);
    }

    @Test
    default void what_is_wanted_anew_of_a_field_stands_beside_what_was_wanted_before_and_a_cancelled_run_wants_nothing() {
        var link = ledger().aLink().id();
        ledger().plans().apply(planned(link, restorable()), new Selection(null, Map.of(), List.of()), "anna");
        var second = planned(link, restorable());
        ledger().plans().apply(second, new Selection(null, Map.of(), List.of()), "bert");
        ledger().advance(Look.A_LITTLE);

        var look = Look.at(ledger(), link, Side.SOURCE, "P-0");
        assertThat(look.dossier.wanted()).extracting(Wanted::by).containsExactly("anna", "bert");
        look.comesBack(nl.koppelwerk.reconcile.Settlement.Cause.LOOK_LATER).ends(State.PENDING, Outcome.POSTPONED);
        ledger().runs().change(second, Runs.State.CANCELLED, "by hand");

        ledger().advance(Duration.ofMinutes(1));
        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).extracting(Wanted::by).containsExactly("anna");
    }

    @Test
    default void what_is_wanted_tells_of_a_write_since_that_was_given_up_in_doubt() {
        var link = ledger().aLink().id();
        ledger().plans().apply(planned(link, restorable()), new Selection(null, Map.of(), List.of()), "anna");
        ledger().advance(Look.A_LITTLE);
        var writing = Look.at(ledger(), link, Side.SOURCE, "P-0");
        assertThat(writing.dossier.wanted()).singleElement().matches(want -> !((Wanted.Put) want).doubted());

        var sent = Writes.sent(ledger(), writing, Writes.update("T-0", "Jansen", 0));
        ledger().deliveries().answered(sent, new Deliveries.Outcome.InDoubt());
        writing.comesBack(nl.koppelwerk.reconcile.Settlement.Cause.LOOK_LATER).ends(State.PENDING, Outcome.POSTPONED);
        Look.at(ledger(), link, Side.SOURCE, "P-0").judges(sent, nl.koppelwerk.reconcile.Settlement.Fate.ABANDONED, "").ends(State.IN_SYNC, Outcome.EQUAL);

        assertThat(Look.at(ledger(), link, Side.SOURCE, "P-0").dossier.wanted()).singleElement().matches(want -> ((Wanted.Put) want).doubted());
    }

    @Test
    default void what_a_look_last_saw_is_told_beside_a_newer_row_of_a_listing() {
        var link = ledger().aLink().id();
        Look.at(ledger(), link, Side.SOURCE, "R-1").saw(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now())).endsInSync();
        for (var name : List.of("Çelik", "Sørensen")) {
            ledger().advance(Duration.ofMinutes(1));
            ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-1", name, ledger().now())), "");
        }

        var look = Look.at(ledger(), link, Side.SOURCE, "R-1");

        assertThat(look.dossier.looked().get(Side.SOURCE).relation().values().get(NAME).text()).isEqualTo("Jansen");
        assertThat(look.dossier.lastKnown().get(Side.SOURCE).relation().values().get(NAME).text()).isEqualTo("Sørensen");
        look.saw(look.dossier.lastKnown().get(Side.SOURCE)).endsInSync();
        assertThat(Look.at(ledger(), link, Side.SOURCE, "R-1").dossier.looked().get(Side.SOURCE).relation().values().get(NAME).text()).isEqualTo("Sørensen");
        ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-2", "Jansen", ledger().now())), "");
        assertThat(Look.at(ledger(), link, Side.SOURCE, "R-2").dossier.looked()).as("no look saw it").isEmpty();
    }

    /** Simulation seed 50 of e-conomic and Clickmate: its first values had no life, so a plan named fields as empty that never were. */
    @Test
    default void what_a_look_that_is_not_done_has_not_seen_is_new_to_the_next() {
        var link = ledger().aLink().id();
        ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now())), "");
        ledger().advance(Duration.ofSeconds(1));

        Look.at(ledger(), link, Side.SOURCE, "R-1").comesBack(nl.koppelwerk.reconcile.Settlement.Cause.LOOK_LATER).ends(State.PENDING, Outcome.POSTPONED);

        assertThat(Look.at(ledger(), link, Side.SOURCE, "R-1").dossier.looked()).isEmpty();
    }

    /** Each of these roots has a name that the hub wrote, after the moment that is answered. */
    private Instant written(String link, String... roots) {
        var moment = ledger().now();
        ledger().advance(Duration.ofMinutes(1));
        for (var root : roots) Look.at(ledger(), link, Side.SOURCE, root).knowsSince(change(Side.TARGET, "Çelik", true)).endsInSync();
        return moment;
    }

    private String planned(String link, Plan... plans) {
        var run = ledger().plans().begin(link, new Asked(new Restore(ledger().now(), "", ""), ""), "anna");
        var making = ledger().plans().claim(5).get(0);
        for (int i = 0; i < plans.length; i++) {
            var look = Look.at(ledger(), link, Side.SOURCE, "P-" + i);
            look.saw(Seen.whole(Side.SOURCE, "P-" + i, "Çelik", ledger().now())).endsInSync();
            ledger().plans().planned(making, look.dossier.relation(), List.of(drawn(look.dossier.relation(), "P-" + i, plans[i])));
        }
        ledger().plans().ready(making, "");
        return run.id();
    }

    private List<Plans.Ground> ground(String link, Asked asked) {
        var run = ledger().plans().begin(link, asked, "anna");
        Making making = ledger().plans().claim(9).stream().filter(one -> one.run().id().equals(run.id())).findFirst().orElseThrow();
        return ledger().plans().next(making, 10);
    }

    private static Drawn drawn(String relation, String root, Plan plan) { return new Drawn(relation, Side.SOURCE, root, plan); }

    private static Change change(Side side, String name, boolean written) {
        Value<?> value = NAME.type().parse(name);
        return new Change(side, PartKey.ROOT, NAME, value, written);
    }

    private static Plan restorable() { return new Plan(Bucket.TO_RESTORE, Optional.empty(), List.of(name(Optional.empty())), List.of()); }

    private static Plan two() {
        var atSource = new Planned(Side.SOURCE, "P-1", PartKey.ROOT, NAME, NAME.type().parse("Çelik"), NAME.type().parse("Çelik"), NAME.type().parse("Jansen"), Optional.empty());
        return new Plan(Bucket.TO_RESTORE, Optional.empty(), List.of(name(Optional.empty()), atSource), List.of());
    }

    private static Plan kept() {
        return new Plan(Bucket.KEPT, Optional.empty(), List.of(name(Optional.of(new Reason(ReasonCode.CHANGED_BY_PERSON, "name", Map.of("system", "Tribe CRM"))))), List.of());
    }

    private static Plan created() {
        return new Plan(Bucket.CREATED, Optional.of(Side.TARGET), List.of(), List.of(new Reason(ReasonCode.MADE_BY_HUB, "", Map.of("system", "Tribe CRM"))));
    }

    private static Planned name(Optional<Reason> kept) {
        return new Planned(Side.TARGET, "T-0", PartKey.ROOT, NAME, NAME.type().parse("Çelik"), NAME.type().parse("Çelik"), NAME.type().parse("Jansen"), kept);
    }
}
