package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25P03", "40001", "53100", "53300", "55P03", "57014", "57P01", "58030", "99999"})
    void what_the_way_to_the_database_or_its_disk_does_may_heal(String state) {
        assertThat(StoreFailure.mayHeal(new IllegalStateException(new SQLException("of the day", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42703", "P0001"})
    void what_was_asked_wrongly_does_not(String state) {
        assertThat(StoreFailure.mayHeal(new IllegalStateException(new SQLException("of ours", state)))).isFalse();
    }

    @Test void the_pool_without_a_connection_in_time_says_no_state_and_may_heal() {
        assertThat(StoreFailure.mayHeal(new SQLException("Acquisition timeout"))).isTrue();
    }
}
