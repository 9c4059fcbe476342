package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Statements that each are a transaction of their own, and transactions of several; a connection is held no longer than that. */
final class Database {

    private static final int MOST_ATTEMPTS = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final DataSource source;

    Database(DataSource source) { this.source = source; }

    /** Work on one connection. */
    interface Work<T> {
        T on(Statements statements) throws SQLException;
    }

    <T> List<T> rows(String sql, Row.Reader<T> reader, Object... values) { return on(s -> s.rows(sql, reader, values)); }

    <T> Optional<T> row(String sql, Row.Reader<T> reader, Object... values) { return on(s -> s.row(sql, reader, values)); }

    int change(String sql, Object... values) { return on(s -> s.change(sql, values)); }

    private <T> T on(Work<T> work) { return again(() -> once(work)); }

    /** All of it or nothing. */
    <T> T transaction(Work<T> work) { return again(() -> whole(work)); }

    /** What collided was rolled back whole; the other has ended by then, and its rows are seen. */
    private static <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DatabaseFailure failure) {
                if (!failure.isCollision() || attempt == MOST_ATTEMPTS) throw failure;
            }
        }
    }

    private <T> T once(Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(new Statements(connection));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private <T> T whole(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(new Statements(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** Ids are opaque to callers: one that is no number names nothing. */
    static long id(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }
}
