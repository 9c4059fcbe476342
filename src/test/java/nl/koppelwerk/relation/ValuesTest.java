package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final Values BAKKER = Values.NONE.with(NAME, "Bakker B.V.").with(EMAIL, "info@bakker.example").with(PHONE, "bel mij");

    @Test void nobody_reads_in_a_log_what_a_person_typed() {
        var spoken = BAKKER.with(Fields.WEBSITE, "") + " " + Value.absent();

        assertThat(spoken).contains("present", "invalid", "empty", "absent").doesNotContain("Bakker", "info@", "bel mij");
    }

    @Test void fields_come_in_the_order_of_their_names() {
        assertThat(BAKKER.fields()).containsExactly(EMAIL, NAME, PHONE);
        assertThat(BAKKER.asMap().keySet()).containsExactly(EMAIL, NAME, PHONE);
    }

    @Test void a_field_that_is_not_named_is_absent_and_one_that_is_set_to_absent_is_named_no_more() {
        assertThat(BAKKER.get(Fields.WEBSITE).isAbsent()).isTrue();
        assertThat(BAKKER.with(NAME, Value.absent()).fields()).containsExactly(EMAIL, PHONE);
        assertThat(BAKKER.with(NAME, "").fields()).contains(NAME);
        assertThat(List.of(Values.NONE.isNone(), BAKKER.isNone())).containsExactly(true, false);
    }

    @Test void newer_values_lie_over_older_ones() {
        var both = BAKKER.with(Values.NONE.with(NAME, "Bakker en Zn.").with(Fields.WEBSITE, ""));

        assertThat(both.get(NAME).text()).isEqualTo("Bakker en Zn.");
        assertThat(both.get(EMAIL)).isEqualTo(BAKKER.get(EMAIL));
        assertThat(both.fields()).hasSize(4);
    }

    @Test void a_choice_of_fields_leaves_the_rest_out() {
        assertThat(BAKKER.only((field, value) -> value.isValid())).isEqualTo(Values.NONE.with(NAME, "Bakker B.V.").with(EMAIL, "info@bakker.example"));
        assertThat(BAKKER.only((field, value) -> true)).isEqualTo(BAKKER).hasSameHashCodeAs(BAKKER);
        assertThat(BAKKER).isNotEqualTo(BAKKER.with(NAME, "Anders")).isNotEqualTo("Bakker");
    }

    @Test void nobody_changes_what_was_handed_out() {
        var parts = new java.util.ArrayList<Part>();
        var relation = new Relation(Kind.ORGANISATION, BAKKER, parts);
        parts.add(new Part(PartKind.ROLE, "Customer", Values.NONE));

        assertThat(relation.parts()).isEmpty();
        assertThatThrownBy(() -> BAKKER.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> BAKKER.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Fields.all().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test void a_relation_keeps_all_the_rest_when_its_values_or_parts_change() {
        var relation = new Relation(Kind.PERSON, BAKKER, List.of(new Part(PartKind.ROLE, "Customer", Values.NONE)), Set.of(Mark.ARCHIVED),
            Map.of("VisitingAddress", "v-1"), "AC-1", Set.of(PartKind.ROLE));

        assertThat(relation.with(Values.NONE).with(BAKKER)).isEqualTo(relation);
        assertThat(relation.withParts(List.of()).withParts(relation.parts())).isEqualTo(relation);
        assertThat(relation.with(Values.NONE).values().isNone()).isTrue();
        assertThat(relation.withParts(List.of()).parts()).isEmpty();
    }

    @Test void a_part_keeps_its_id_its_handles_and_our_reference_when_its_values_change() {
        var part = new Part(PartKind.CONTACT, "C1", Values.NONE, Map.of("Person", "p-1"), "AC-C-1");

        assertThat(part.with(BAKKER)).isEqualTo(new Part(PartKind.CONTACT, "C1", BAKKER, Map.of("Person", "p-1"), "AC-C-1"));
    }

    @Test void a_reason_is_a_sentence_about_its_subject_or_about_it() {
        var tooLong = new Reason(ReasonCode.TOO_LONG, "name", Map.of("limit", "40")).with("system", "Tribe CRM");

        assertThat(tooLong.text()).isEqualTo("name is longer than the 40 characters that Tribe CRM holds.");
        assertThat(tooLong.remedy()).isEqualTo("Shorten name.");
        assertThat(tooLong.about("").text()).startsWith("It is longer");
        assertThat(tooLong.about("").remedy()).isEqualTo("Shorten it.");
        assertThat(tooLong.about("email").details()).isEqualTo(tooLong.details());
        assertThat(new Reason(ReasonCode.KIND_CHANGED)).isEqualTo(new Reason(ReasonCode.KIND_CHANGED, ""));
    }
}
