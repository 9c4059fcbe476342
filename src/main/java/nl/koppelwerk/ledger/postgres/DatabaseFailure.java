package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;

/** The database did not do what it was asked; nothing of that statement was recorded. */
final class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) { super("The database refused or was not there: " + cause.getMessage(), cause); }

    /** A unique index refused the row. */
    boolean isConflict() { return "23505".equals(((SQLException) getCause()).getSQLState()); }
}
