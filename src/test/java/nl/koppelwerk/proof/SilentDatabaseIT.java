package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.koppelwerk.flow.StoreFailure;
import nl.koppelwerk.ledger.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = CabledPostgres.class, restrictToAnnotatedClass = true)
@Timeout(60)
class SilentDatabaseIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    DataSource source;
    @Inject
    Notices notices;

    @AfterEach
    void mend() {
        CabledPostgres.cable().become(Cable.State.WHOLE);
        await("the database answers again").atMost(SOON).ignoreExceptions().until(() -> notices.now() != null);
    }

    @ParameterizedTest
    @EnumSource(value = Cable.State.class, names = {"SILENT", "ANSWER_SWALLOWED", "HALF_CLOSED", "RESET", "CUT"})
    void what_asks_a_database_that_went_away_without_a_word_gives_up(Cable.State fault) {
        notices.now();
        CabledPostgres.cable().become(fault);

        var asking = CompletableFuture.supplyAsync(() -> StoreFailure.mayHeal(failure(notices::now)));

        assertThat(asking.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Cable.State.class, names = {"SILENT", "ANSWER_SWALLOWED"})
    void connections_that_went_silent_are_given_up_when_the_way_is_whole_again(Cable.State fault) {
        notices.now();
        CabledPostgres.cable().become(fault);

        CabledPostgres.cable().become(Cable.State.WHOLE);

        await("it answers").atMost(SOON).ignoreExceptions().until(() -> CompletableFuture.supplyAsync(notices::now).get(10, TimeUnit.SECONDS) != null);
    }

    @Test
    void what_a_process_locked_that_froze_in_a_transaction_is_free_again() throws SQLException {
        try (var frozen = source.getConnection(); var other = source.getConnection()) {
            frozen.setAutoCommit(false);
            lock(frozen);

            await("the lock is free").atMost(SOON).ignoreExceptions().until(() -> lock(other));

            assertThatThrownBy(() -> lock(frozen)).isInstanceOf(SQLException.class);
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("SELECT pg_advisory_xact_lock(4711)");
        }
    }

    private static Throwable failure(Runnable asking) {
        try {
            asking.run();
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
