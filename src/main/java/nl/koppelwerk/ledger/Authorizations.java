package nl.koppelwerk.ledger;

import java.time.Duration;
import java.util.Optional;

/** Permissions that people are asking vendors for: begun here, and ended by the vendor that sends the person back. */
public interface Authorizations {

    /** Its state is good once, and for so long. */
    Begun begin(String account, String by, Duration life);

    /** What a state was made for; empty where it is none of ours, came before, or is over. From now on it is worth nothing. */
    Optional<Begun> end(String state);

    /**
     * @param by       the administrator who began it
     * @param state    goes to the vendor and comes back; told once
     * @param verifier shows the vendor that who brings its code is who asked for it (PKCE, RFC 7636)
     */
    record Begun(String account, String by, String state, String verifier) {

        @Override public String toString() { return "Begun[" + account + " by " + by + "]"; }
    }
}
