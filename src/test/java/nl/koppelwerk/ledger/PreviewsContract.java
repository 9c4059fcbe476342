package nl.koppelwerk.ledger;

import static nl.koppelwerk.relation.Fields.LANGUAGE;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.QUESTIONNAIRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Plans.Drawn;
import nl.koppelwerk.ledger.Plans.Making;
import nl.koppelwerk.ledger.Selection.Import;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Plan.Shown;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.reconcile.Wanted;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What every ledger promises of previews: they wait until both systems were read, and what is applied of one is remembered. */
public interface PreviewsContract {

    LedgerFixture ledger();

    @Test
    default void a_preview_is_not_planned_before_the_run_that_reads_for_it_has_ended() {
        var link = ledger().aLink().id();
        var reads = ledger().runs().start(link, Runs.Kind.READ, "anna");
        var preview = new Preview(Set.of("Personenbelasting", "Btw"), reads.id(), reads.startedAt());
        var run = ledger().plans().begin(link, new Asked(preview, ""), "anna");
        assertThat(run.kind()).isEqualTo(Runs.Kind.PREVIEW);
        assertThat(run.state()).isEqualTo(Runs.State.PLANNING);
        assertThat(ledger().plans().claim(5)).isEmpty();

        end(reads);

        assertThat(ledger().plans().claim(5)).singleElement().satisfies(making -> assertThat(making.asked()).isEqualTo(new Asked(preview, "")));
    }

    @Test
    default void a_preview_whose_reading_is_cancelled_has_failed_and_says_so() {
        var link = ledger().aLink().id();
        var reads = ledger().runs().start(link, Runs.Kind.READ, "anna");
        var run = ledger().plans().begin(link, new Asked(new Preview(Set.of(), reads.id(), reads.startedAt()), ""), "anna");

        ledger().runs().change(reads.id(), Runs.State.CANCELLED, "cancelled by anna");

        assertThat(ledger().plans().claim(5)).isEmpty();
        assertThat(ledger().runs().find(run.id()).orElseThrow()).satisfies(failed -> {
            assertThat(failed.state()).isEqualTo(Runs.State.FAILED);
            assertThat(failed.why()).contains(reads.id());
        });
    }

    @Test
    default void its_ground_is_every_relation_of_the_link_with_what_both_sides_hold_and_what_was_said() {
        var link = ledger().aLink().id();
        var look = Look.at(ledger(), link, Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1")
            .saw(Seen.whole(Side.SOURCE, "R-1", "Peeters", ledger().now()), Seen.whole(Side.TARGET, "T-1", "Peters", ledger().now())).because(ReasonCode.ONLY_BY_IMPORT);
        look.ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);
        Look.at(ledger(), link, Side.TARGET, "T-2").saw(Seen.whole(Side.TARGET, "T-2", "Claes", ledger().now())).endsInSync();
        Look.at(ledger(), ledger().aLink().id(), Side.SOURCE, "R-9").saw(Seen.whole(Side.SOURCE, "R-9", "Of another link", ledger().now())).endsInSync();

        var grounds = ledger().plans().next(making(link), 10);

        assertThat(grounds).hasSize(2);
        assertThat(grounds.get(0).past()).satisfies(past -> {
            assertThat(past.seen().get(Side.SOURCE).relation().values().get(NAME).text()).isEqualTo("Peeters");
            assertThat(past.seen().get(Side.TARGET).relation().values().get(NAME).text()).isEqualTo("Peters");
            assertThat(past.said()).extracting(Reason::code).containsExactly(ReasonCode.ONLY_BY_IMPORT);
            assertThat(past.before()).isEmpty();
        });
        assertThat(grounds.get(1).past().seen()).containsOnlyKeys(Side.TARGET);
    }

    /** Nothing is written for a row that did not move, and yet it stands in this import. */
    @Test
    default void who_is_read_again_without_having_moved_is_in_the_import() {
        var link = ledger().aLink().id();
        ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-1", "Peeters", ledger().now())), "");
        Look.at(ledger(), link, Side.SOURCE, "R-1").saw(Seen.whole(Side.SOURCE, "R-1", "Peeters", ledger().now())).endsInSync();
        ledger().advance(java.time.Duration.ofDays(1));
        var making = making(link, reads -> {
            ledger().advance(java.time.Duration.ofSeconds(1));
            ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-1", "Peeters", ledger().now())), reads.id());
        });

        assertThat(ledger().plans().next(making, 10)).singleElement().satisfies(ground -> assertThat(ground.past().seen().get(Side.SOURCE).askedAt()).isAfterOrEqualTo(since(making)));
    }

    /** A row of its listing does not tell all, so it is read; and the reading told nothing new either. */
    @Test
    default void who_is_looked_at_for_the_reading_run_without_telling_anything_new_is_in_the_import() {
        var link = ledger().aLink().id();
        Look.at(ledger(), link, Side.SOURCE, "R-1").saw(Seen.whole(Side.SOURCE, "R-1", "Peeters", ledger().now())).endsInSync();
        ledger().advance(java.time.Duration.ofDays(1));
        var making = making(link, reads -> {
            ledger().notices().accept(List.of(new Hint(link, Side.SOURCE, "R-1", Lane.BACKFILL, "run", false, "", reads.id())));
            ledger().advance(Look.A_LITTLE);
            Look.at(ledger(), ledger().notices().claim(1).get(0)).endsInSync();
        });

        assertThat(ledger().plans().next(making, 10)).singleElement().satisfies(ground -> assertThat(ground.past().seen().get(Side.SOURCE).askedAt()).isAfterOrEqualTo(since(making)));
    }

    @Test
    default void who_goes_along_with_another_finds_it_by_its_key_as_the_reading_run_saw_it() {
        var link = ledger().aLink().id();
        for (var root : List.of("R-1", "R-2")) Look.at(ledger(), link, Side.SOURCE, root).knows(Side.SOURCE, new MatchKey("number", root)).saw(Seen.whole(Side.SOURCE, root, "Peeters", ledger().now())).endsInSync();
        Look.at(ledger(), link, Side.TARGET, "T-1").knows(Side.TARGET, new MatchKey("number", "R-1")).saw(Seen.whole(Side.TARGET, "T-1", "Peeters", ledger().now())).endsInSync();
        ledger().advance(java.time.Duration.ofDays(1));
        var making = making(link, reads -> {
            ledger().advance(java.time.Duration.ofSeconds(1));
            ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-1", "Peeters", ledger().now())), reads.id());
        });

        assertThat(ledger().plans().shown(making, Side.SOURCE, new MatchKey("number", "R-1"))).singleElement().satisfies(seen -> {
            assertThat(seen.root()).isEqualTo("R-1");
            assertThat(seen.relation().values().get(NAME).text()).isEqualTo("Peeters");
            assertThat(seen.askedAt()).isAfterOrEqualTo(since(making));
        });
        assertThat(ledger().plans().shown(making, Side.SOURCE, new MatchKey("number", "R-2"))).singleElement().satisfies(seen -> assertThat(seen.askedAt()).isBefore(since(making)));
        assertThat(ledger().plans().shown(making, Side.SOURCE, new MatchKey("number", "R-3"))).isEmpty();
        assertThat(ledger().plans().shown(making, Side.TARGET, new MatchKey("number", "R-1"))).extracting(seen -> seen.root()).containsExactly("T-1");
    }

    @Test
    default void what_is_chosen_is_wanted_with_what_was_shown_and_remembered_for_the_next_preview() {
        var link = ledger().aLink().id();
        var run = planned(link, both(), alone("nl"), alone("de"));

        ledger().advance(Look.A_LITTLE);
        assertThat(ledger().plans().apply(run, chosen(Set.of(), Map.of("nl", "q-1")), "anna")).isTrue();

        var items = ledger().plans().items(run, null, "", 10);
        assertThat(items).extracting(Plans.Item::selected).containsExactly(true, true, false);
        assertThat(items.get(2).plan().reasons()).extracting(Reason::code).containsExactly(ReasonCode.QUESTIONNAIRE_MISSING);
        var overwriting = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(overwriting.dossier.wanted()).singleElement().satisfies(want -> {
            var carry = (Wanted.Carry) want;
            assertThat(carry.partner()).isEqualTo("T-0");
            assertThat(carry.shown()).isEqualTo(both().shown());
            assertThat(carry.fields()).containsExactly("name");
        });
        overwriting.settles(overwriting.dossier.wanted().get(0).id(), Outcome.UPDATED).ends(State.OUT_OF_SCOPE, Outcome.UPDATED);
        var making = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(making.dossier.wanted()).singleElement().satisfies(want -> {
            assertThat(((Wanted.Carry) want).makes()).isTrue();
            assertThat(((Wanted.Carry) want).given().get(QUESTIONNAIRE).text()).isEqualTo("q-1");
        });
        making.settles(making.dossier.wanted().get(0).id(), Outcome.CREATED).ends(State.OUT_OF_SCOPE, Outcome.CREATED);
        assertThat(ledger().runs().find(run).orElseThrow().balance()).isEqualTo(Map.of(Outcome.UPDATED, 1, Outcome.CREATED, 1));

        var before = ledger().plans().next(making(link), 10).get(0).past().before().orElseThrow();
        assertThat(before.plan()).isEqualTo(both());
        assertThat(before.chosen()).containsExactly("name");
    }

    /** An import of one taskflow shows the clients of others, and says nothing of their fields. */
    @Test
    default void an_import_in_which_a_client_was_not_forgets_nothing_of_it() {
        var link = ledger().aLink().id();
        var run = planned(link, both());
        ledger().plans().apply(run, chosen(Set.of(), Map.of()), "anna");
        var other = planned(link, new Plan(Bucket.ONLY_IN_TARGET, Optional.empty(), List.of(), List.of(new Reason(ReasonCode.NOT_IN_TASKFLOW))));
        ledger().plans().apply(other, chosen(Set.of(), Map.of()), "anna");

        assertThat(ledger().plans().next(making(link), 10).get(0).past().before()).hasValueSatisfying(before -> assertThat(before.plan().fields()).isEqualTo(both().fields()));
    }

    @Test
    default void what_is_left_out_stays_where_it_is() {
        var link = ledger().aLink().id();
        var run = planned(link, both(), alone("nl"));
        var first = ledger().plans().items(run, null, "", 10).get(0);

        ledger().plans().apply(run, chosen(Set.of(first.id()), Map.of("nl", "q-1")), "anna");

        assertThat(ledger().plans().items(run, null, "", 10)).extracting(Plans.Item::selected).containsExactly(false, true);
    }

    private static Selection chosen(Set<String> except, Map<String, String> questionnaires) {
        return new Selection(null, Map.of(), List.of(), new Import(Set.of(), except, null, questionnaires, false));
    }

    private void end(Runs.Run run) {
        var claimed = ledger().runs().claim(9).stream().filter(one -> one.id().equals(run.id())).findFirst().orElseThrow();
        ledger().runs().walkedAll(claimed, "");
        assertThat(ledger().runs().find(run.id()).orElseThrow().state()).isEqualTo(Runs.State.DONE);
    }

    private static Instant since(Making making) { return ((Preview) making.asked().planner()).since(); }

    private Making making(String link) { return making(link, reads -> { }); }

    /** A preview that is ready to be planned, after what its reading run does. */
    private Making making(String link, Consumer<Runs.Run> reading) {
        var reads = ledger().runs().start(link, Runs.Kind.READ, "anna");
        var run = ledger().plans().begin(link, new Asked(new Preview(Set.of(), reads.id(), reads.startedAt()), ""), "anna");
        reading.accept(reads);
        end(reads);
        return ledger().plans().claim(9).stream().filter(one -> one.run().id().equals(run.id())).findFirst().orElseThrow();
    }

    private String planned(String link, Plan... plans) {
        var making = making(link);
        for (int i = 0; i < plans.length; i++) {
            var look = Look.at(ledger(), link, Side.SOURCE, "P-" + i);
            look.saw(Seen.whole(Side.SOURCE, "P-" + i, "Peeters", ledger().now())).endsInSync();
            ledger().plans().planned(making, look.dossier.relation(), List.of(new Drawn(look.dossier.relation(), Side.SOURCE, "P-" + i, plans[i])));
        }
        ledger().plans().ready(making, "");
        return making.run().id();
    }

    private static Plan both() {
        return new Plan(Bucket.DUPLICATE, Optional.empty(), List.of(name("T-0", text("Peters"))), List.of(),
            new Shown(Values.NONE.with(NAME, "Peeters"), Values.NONE.with(NAME, "Peters")));
    }

    private static Plan alone(String language) {
        return new Plan(Bucket.ONLY_IN_IMPORT, Optional.empty(), List.of(name("", Value.absent())), List.of(),
            new Shown(Values.NONE.with(NAME, "Peeters").with(LANGUAGE, language), Values.NONE));
    }

    private static Planned name(String record, Value<String> held) { return new Planned(Side.TARGET, record, PartKey.ROOT, NAME, held, text("Peeters"), text("Peeters"), Optional.empty()); }

    private static Value<String> text(String name) { return NAME.type().parse(name); }
}
