package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;

/** The database did not do what it was asked; nothing of that statement was recorded. */
final class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) { super("The database refused or was not there: " + cause.getMessage(), cause); }

    /** A unique index refused the row. */
    boolean isConflict() { return "23505".equals(state()); }

    /** Two transactions met on the same rows: the same statement goes through when the other has ended. */
    boolean isCollision() { return isConflict() || "40P01".equals(state()) || "40001".equals(state()); }

    private String state() { return ((SQLException) getCause()).getSQLState(); }
}
