package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void while_the_store_is_down_nothing_is_accepted_and_the_caller_may_come_back() {
        try (var answer = new Failures().failed(new IllegalStateException(new SQLTransientConnectionException("no connection")))) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void a_defect_shows_nothing_of_the_inside() {
        try (var answer = new Failures().failed(new IllegalStateException("secret of the inside"))) {
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(((Problem) answer.getEntity()).toString()).doesNotContain("secret of the inside");
        }
    }
}
