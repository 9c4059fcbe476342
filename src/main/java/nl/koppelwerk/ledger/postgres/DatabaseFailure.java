package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/** The database did not do what it was asked; nothing of that statement was recorded. */
final class DatabaseFailure extends RuntimeException {

    private static final Set<String> COLLISIONS = Set.of("23505", "23503", "40P01", "40001");

    DatabaseFailure(SQLException cause) { super("The database refused or was not there: " + cause.getMessage(), cause); }

    /** A unique index refused the row. */
    boolean isConflict() { return "23505".equals(state()); }

    /**
     * Two transactions met on the same rows: one made a row that the other was making, took one away that the other referred to,
     * or they waited for each other. The same statement goes through when the other has ended.
     */
    boolean isCollision() { return COLLISIONS.contains(state()); }

    /** Empty where there is none: the pool had no connection in time. */
    private String state() { return Objects.requireNonNullElse(((SQLException) getCause()).getSQLState(), ""); }
}
