package nl.koppelwerk.flow;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.function.Supplier;

/** The ledger could not be reached: nothing is decided and nothing is lost, the work is done again when its lease has ended. */
public final class StoreFailure extends RuntimeException {

    StoreFailure(Throwable cause) { super("The ledger did not answer", cause); }

    /** Calls the ledger; what a later attempt may cure becomes this exception, a defect stays what it is. */
    static <T> T watch(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw mayHeal(failure) ? new StoreFailure(failure) : failure;
        }
    }

    static void watching(Runnable call) {
        watch(() -> {
            call.run();
            return null;
        });
    }

    /** The store, or the way to it, is down for now; nothing is wrong with what was asked. */
    public static boolean mayHeal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreFailure || cause instanceof SQLException sql && mayHeal(sql)) return true;
        }
        return false;
    }

    /** It was asked for, or told to keep, a text with U+0000: PostgreSQL has none such (SQLSTATE 22021; within JSON 22P05). */
    public static boolean isCharacter(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && ("22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState()))) return true;
        return false;
    }

    /** No state at all is the pool's own "no connection in time"; the classes are connection, rollback, resources, operator, system, and what the driver stumbled over. */
    private static boolean mayHeal(SQLException sql) {
        return sql instanceof SQLTransientException || sql.getSQLState() == null || sql.getSQLState().matches("(08|25|40|53|55|57|58|99).*");
    }
}
