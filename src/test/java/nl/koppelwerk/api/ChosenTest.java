package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.relation.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenTest {

    @Test void the_buckets_of_a_preview_are_chosen_by_their_names() {
        var selection = Chosen.selection(buckets("only-in-import", "duplicate"), run(Kind.PREVIEW));

        assertThat(selection.imported().buckets()).containsExactlyInAnyOrder(Bucket.ONLY_IN_IMPORT, Bucket.DUPLICATE);
    }

    @ParameterizedTest @ValueSource(strings = {"nieuw", "ONLY_IN_IMPORT", "", "kept"}) void a_bucket_that_a_preview_has_not_is_named_with_its_place_and_those_that_it_has(String word) {
        assertThatThrownBy(() -> Chosen.selection(buckets("duplicate", word), run(Kind.PREVIEW))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            var problem = refusal.problem(Wording.NL);
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).containsExactly(new Problem.Error("/buckets/1", "BUCKET_UNKNOWN",
                "Er is geen groep " + word + "; er zijn: only-in-import, only-in-target, duplicate, invalid."));
        });
    }

    @Test void a_list_of_items_is_asked_for_by_a_bucket_of_its_plan() {
        assertThat(Buckets.of(Kind.RESTORE, "/bucket", "kept")).isEqualTo(Bucket.KEPT);
        assertThatThrownBy(() -> Buckets.of(Kind.RESTORE, "/bucket", "duplicate")).isInstanceOfSatisfying(Refusal.class, refusal ->
            assertThat(refusal.problem(Wording.EN).errors()).containsExactly(new Problem.Error("/bucket", "BUCKET_UNKNOWN", "There is no bucket duplicate; there are: to-restore, kept, created.")));
    }

    @Test void no_bucket_at_all_is_not_every_bucket() {
        assertThatThrownBy(() -> Chosen.selection(buckets(), run(Kind.PREVIEW))).isInstanceOfSatisfying(Refusal.class, refusal ->
            assertThat(refusal.problem(Wording.EN).errors()).extracting(Problem.Error::code).containsExactly("BUCKETS_EMPTY"));
        assertThat(Chosen.selection(null, run(Kind.PREVIEW)).imported().buckets()).as("left out").isEmpty();
    }

    @Test void whoever_is_new_goes_over_whole_or_not_at_all() {
        var plan = new Plan(Bucket.ONLY_IN_IMPORT, Optional.empty(), List.of(), List.of());
        var chosen = new Chosen(List.of("7"), Map.of("7", List.of("email")), null, null, null, null, Map.of("nl", "q-1"), null);

        assertThat(Chosen.faults(Chosen.selection(chosen, run(Kind.PREVIEW)), List.of(new Item("7", "1", "Peeters", plan, false, null)))).extracting(Fault::code).contains("NEW_GOES_WHOLE");
    }

    private static Chosen buckets(String... words) { return new Chosen(null, null, null, List.of(words), null, null, null, null); }

    private static Run run(Kind kind) { return new Run("1", "l", kind, State.PLANNED, "anna", Instant.EPOCH, null, 0, null, Map.of(), 0, false, "", 0, 0); }
}
