package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Fields;
import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void every_sensitive_field_is_hidden_from_a_viewer_and_no_other() {
        for (var field : Fields.all()) {
            assertThat(Masking.ON.text(field, "1975-03-02").equals("1975-03-02")).as(field.name()).isEqualTo(!field.sensitive());
            assertThat(Masking.OFF.text(field, "1975-03-02")).as(field.name()).isEqualTo("1975-03-02");
        }
    }

    @Test
    void a_sensitive_field_of_a_contact_person_is_hidden_on_both_sides() {
        var both = Masking.ON.both("contact:AC-C-1/birthDate", new Both("1975-03-02", "1975-03-03"));

        assertThat(both.source()).doesNotContain("1975");
        assertThat(both.target()).doesNotContain("1975");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(Masking.ON.text(Fields.BIRTH_DATE, null)).isNull();
        assertThat(Masking.ON.text(Fields.BIRTH_DATE, "")).isEmpty();
    }
}
