package nl.koppelwerk;

/** The program cannot start; the message says what an operator can do about it, naming the setting. */
final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
