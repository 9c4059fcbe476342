package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LABEL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** In which of the four buckets each relation of an import is shown, and with what. */
class PreviewTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Values PEETERS = Values.NONE.with(NAME, "An Peeters").with(EMAIL, "an@peeters.example").with(LABEL, "AJ2026").with(RELATION_TYPES, "Personenbelasting");
    private final PlainRules rules = new PlainRules();
    private final Map<Side, Sighting> seen = new EnumMap<>(Side.class);
    private List<Reason> said = List.of();
    private Optional<Past.Before> before = Optional.empty();
    private List<Sighting> along = List.of();
    private Set<String> taskflows = Set.of();
    private boolean ofSheet;

    @Test @Requirement("IM-10") void who_has_no_partner_is_to_be_added_with_all_that_would_go_over() {
        has(SOURCE, PEETERS);

        var plan = plan().orElseThrow();

        assertThat(plan.bucket()).isEqualTo(Bucket.ONLY_IN_IMPORT);
        assertThat(plan.fields()).extracting(Planned::subject).contains("name", "email", "label");
        assertThat(plan.fields()).allMatch(Planned::isWritten);
    }

    @Test @Requirement({"IM-13", "IM-15"}) void of_who_stands_in_both_the_differing_fields_are_shown_and_those_that_stay_say_why() {
        has(SOURCE, PEETERS.with(PHONE, ""));
        has(TARGET, PEETERS.with(LABEL, "AJ2025").with(PHONE, "+32470123456"));

        var plan = plan().orElseThrow();

        assertThat(plan.bucket()).isEqualTo(Bucket.DUPLICATE);
        assertThat(plan.fields()).extracting(Planned::subject).containsExactlyInAnyOrder("label", "phone");
        assertThat(plan.fields()).filteredOn(field -> field.subject().equals("phone")).extracting(field -> field.kept().orElseThrow().code()).containsExactly(ReasonCode.SOURCE_EMPTY);
        assertThat(plan.fields()).filteredOn(Planned::isWritten).extracting(field -> field.value().text()).containsExactly("AJ2026");
    }

    @Test void who_is_equal_on_both_sides_is_shown_without_a_field() {
        has(SOURCE, PEETERS);
        has(TARGET, PEETERS);

        assertThat(plan().orElseThrow()).satisfies(plan -> {
            assertThat(plan.bucket()).isEqualTo(Bucket.DUPLICATE);
            assertThat(plan.fields()).isEmpty();
        });
    }

    @Test @Requirement("IM-11") void who_stands_in_the_target_alone_is_listed_with_the_reason() {
        has(TARGET, PEETERS);

        assertThat(plan().orElseThrow()).satisfies(plan -> {
            assertThat(plan.bucket()).isEqualTo(Bucket.ONLY_IN_TARGET);
            assertThat(plan.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_SOURCE);
        });
    }

    @Test void what_an_earlier_import_showed_and_this_one_does_not_is_no_longer_in_it() {
        seen.put(SOURCE, sighting(SOURCE, PEETERS, BEGAN.minusSeconds(1)));
        has(TARGET, PEETERS);

        assertThat(plan().orElseThrow().reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_SOURCE);
    }

    @Test @Requirement("IM-02") void of_a_sheet_counts_who_stands_in_it_and_not_who_was_looked_at_since() {
        ofSheet = true;
        has(TARGET, PEETERS);
        seen.put(SOURCE, brought(BEGAN.minusSeconds(1)).asOf(BEGAN.plusSeconds(60)));
        assertThat(plan().orElseThrow().reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_SOURCE);

        seen.put(SOURCE, brought(BEGAN));
        assertThat(plan().orElseThrow().bucket()).isEqualTo(Bucket.DUPLICATE);
        seen.put(SOURCE, brought(null));
        assertThat(plan().orElseThrow().bucket()).as("brought as no row of a sheet").isEqualTo(Bucket.ONLY_IN_TARGET);
    }

    @Test @Requirement("IM-16") void a_row_that_is_no_client_is_told_and_a_company_of_a_whole_administration_is_not() {
        rules.outOfScope = List.of(new Reason(ReasonCode.NOT_A_PERSON));
        seen.put(SOURCE, brought(BEGAN));
        assertThat(plan()).isEmpty();

        ofSheet = true;
        assertThat(plan().orElseThrow().bucket()).isEqualTo(Bucket.INVALID);
        assertThat(plan().orElseThrow().reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_A_PERSON);
        has(TARGET, PEETERS);
        assertThat(plan().orElseThrow().bucket()).isEqualTo(Bucket.ONLY_IN_TARGET);
    }

    private static Sighting brought(Instant moment) { return new Sighting(SOURCE, "S1", new Relation(Kind.PERSON, PEETERS, List.of()), "", moment, BEGAN); }

    @Test @Requirement({"IM-04", "IM-12"}) void outside_the_chosen_taskflows_nobody_is_added_and_who_is_there_is_listed() {
        taskflows = Set.of("Jaarrekening");
        has(SOURCE, PEETERS);
        assertThat(plan()).isEmpty();

        has(TARGET, PEETERS);
        assertThat(plan().orElseThrow()).satisfies(plan -> {
            assertThat(plan.bucket()).isEqualTo(Bucket.ONLY_IN_TARGET);
            assertThat(plan.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_TASKFLOW);
        });
        taskflows = Set.of("Jaarrekening", "Personenbelasting");
        assertThat(plan().orElseThrow().bucket()).isEqualTo(Bucket.DUPLICATE);
    }

    @Test @Requirement("IM-16") void who_cannot_go_over_is_invalid_with_every_reason_also_where_it_has_a_partner() {
        rules.refusesInvalid = true;
        has(SOURCE, PEETERS.with(EMAIL, "no address").with(PHONE, "12"));
        assertThat(plan().orElseThrow()).satisfies(plan -> {
            assertThat(plan.bucket()).isEqualTo(Bucket.INVALID);
            assertThat(plan.reasons()).extracting(Reason::code).containsExactlyInAnyOrder(ReasonCode.EMAIL_FORMAT, ReasonCode.PHONE_INVALID);
        });

        has(TARGET, PEETERS);
        assertThat(plan().orElseThrow().bucket()).isEqualTo(Bucket.INVALID);
    }

    @Test void who_could_be_one_of_several_waits_for_an_answer() {
        said = List.of(new Reason(ReasonCode.AMBIGUOUS_MATCH));
        has(SOURCE, PEETERS);

        assertThat(plan().orElseThrow().reasons()).isEqualTo(said);
    }

    @Test void the_second_of_a_couple_stands_in_the_dossier_of_the_first() {
        has(SOURCE, PEETERS);
        along = List.of(sighting(TARGET, PEETERS, BEGAN));
        assertThat(plan()).isEmpty();

        along = List.of(sighting(TARGET, PEETERS, BEGAN.minusSeconds(1)));
        said = List.of(new Reason(ReasonCode.PARTNER_OF_DOSSIER));
        assertThat(plan().orElseThrow().bucket()).as("that dossier is there no more").isEqualTo(Bucket.ONLY_IN_IMPORT);
    }

    @Test @Requirement("IM-91") void the_second_of_a_couple_goes_along_with_the_first_only_where_that_one_is_in_the_import() {
        has(SOURCE, PEETERS);
        along = List.of(another(PEETERS, BEGAN));
        assertThat(plan()).isEmpty();

        along = List.of(another(PEETERS, BEGAN.minusSeconds(1)));
        assertThat(plan().orElseThrow().bucket()).as("the first was not shown this time").isEqualTo(Bucket.ONLY_IN_IMPORT);
        along = List.of(another(PEETERS.with(RELATION_TYPES, "Btw"), BEGAN));
        taskflows = Set.of("Personenbelasting");
        assertThat(plan().orElseThrow().bucket()).as("the first is in another taskflow").isEqualTo(Bucket.ONLY_IN_IMPORT);
        has(TARGET, PEETERS);
        assertThat(plan().orElseThrow().bucket()).isEqualTo(Bucket.DUPLICATE);
    }

    @Test void what_was_left_before_is_left_again_until_either_side_moves() {
        has(SOURCE, PEETERS);
        has(TARGET, PEETERS.with(LABEL, "AJ2025"));
        before = Optional.of(new Past.Before(plan().orElseThrow(), Set.of()));

        assertThat(plan().orElseThrow().fields()).singleElement().satisfies(field -> {
            assertThat(field.isWritten()).isFalse();
            assertThat(field.isLeft()).isTrue();
        });
        has(SOURCE, PEETERS.with(LABEL, "AJ2027"));
        assertThat(plan().orElseThrow().fields()).singleElement().matches(Planned::isWritten);
    }

    private void has(Side side, Values values) { seen.put(side, sighting(side, values, BEGAN)); }

    private static Sighting sighting(Side side, Values values, Instant at) { return new Sighting(side, side == SOURCE ? "S1" : "T1", new Relation(Kind.PERSON, values, List.of()), "", null, at); }

    private static Sighting another(Values values, Instant at) { return new Sighting(SOURCE, "S2", new Relation(Kind.PERSON, values, List.of()), "", null, at); }

    private Optional<Plan> plan() {
        var pair = new Pair("relation", seen.containsKey(SOURCE) ? "S1" : "", seen.containsKey(TARGET) ? "T1" : "", nl.koppelwerk.link.Baseline.NONE, nl.koppelwerk.link.Baseline.NONE,
            List.of(), Set.of(), List.of(), Map.of());
        return new Preview(taskflows, "1", BEGAN, ofSheet).plan(new Past(pair, seen, List.of(), List.of(), said, before, along), rules);
    }
}
