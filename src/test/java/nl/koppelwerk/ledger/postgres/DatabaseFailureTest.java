package nl.koppelwerk.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.koppelwerk.flow.StoreFailure;
import org.junit.jupiter.api.Test;

class DatabaseFailureTest {

    @Test void a_pool_without_a_connection_in_time_is_a_failure_that_may_heal() {
        var database = new Database(pool(new SQLException("Sorry, acquisition timeout!")));

        assertThatThrownBy(() -> database.row("SELECT 1", row -> 1)).isInstanceOf(DatabaseFailure.class).matches(StoreFailure::mayHeal);
    }

    @Test void a_collision_and_a_conflict_are_told_from_other_failures() {
        assertThat(new DatabaseFailure(new SQLException("deadlock", "40P01")).isCollision()).isTrue();
        assertThat(new DatabaseFailure(new SQLException("deadlock", "40P01")).isConflict()).isFalse();
        assertThat(new DatabaseFailure(new SQLException("duplicate", "23505")).isConflict()).isTrue();
    }

    private static DataSource pool(SQLException failure) {
        return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> { throw failure; });
    }
}
