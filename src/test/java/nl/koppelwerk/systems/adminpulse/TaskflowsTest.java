package nl.koppelwerk.systems.adminpulse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TaskflowsTest {

    private final Taskflows taskflows = new Taskflows(java.time.Instant.EPOCH);

    @Test void a_relation_is_of_each_taskflow_once_however_many_tasks_it_has() {
        add("APR1", "Personenbelasting", false);
        add("APR1", "Personenbelasting", false);
        add("APR1", "BTW-aangifte", false);
        add("APR2", "Jaarrekening", false);

        assertThat(taskflows.of("APR1")).hasToString("BTW-aangifte,Personenbelasting");
        assertThat(taskflows.of("APR3").all()).isEmpty();
    }

    @Test void a_task_that_does_not_apply_makes_no_member_and_its_taskflow_can_be_chosen_all_the_same() {
        add("APR1", "Jaarrekening", true);

        assertThat(taskflows.of("APR1").all()).isEmpty();
        assertThat(taskflows.knows("APR1")).isTrue();
        assertThat(taskflows.references().idOf("taskflows", "Jaarrekening")).hasValue("Jaarrekening");
    }

    @Test void a_comma_or_a_line_break_in_a_name_is_a_space() {
        add("APR1", " Aangifte,\\n deel 2 ", false);

        assertThat(taskflows.of("APR1").all()).containsExactly("Aangifte deel 2");
        assertThat(taskflows.references().lists().get("taskflows")).containsOnlyKeys("Aangifte deel 2");
    }

    @Test void a_task_of_nobody_or_of_no_taskflow_tells_nothing() {
        add("", "Personenbelasting", false);
        add("APR1", "", false);

        assertThat(taskflows.of("").all()).isEmpty();
        assertThat(taskflows.of("APR1").all()).isEmpty();
    }

    private void add(String relation, String template, boolean inapplicable) {
        try {
            taskflows.add(new ObjectMapper().readTree("{\"relationUniqueIdentifier\": \"" + relation + "\", \"templateName\": \"" + template + "\", \"inapplicable\": " + inapplicable + "}"));
        } catch (java.io.IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
