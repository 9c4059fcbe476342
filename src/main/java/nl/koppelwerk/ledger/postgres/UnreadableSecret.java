package nl.koppelwerk.ledger.postgres;

/** A sealed value or the key to it is not what it should be; the message names the place and never the value. */
final class UnreadableSecret extends RuntimeException {

    UnreadableSecret(String message) { super(message); }
}
