package nl.koppelwerk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One login at one vendor: credentials, token, budget and back-off, shared by all links and pods. */
public interface Accounts {

    Account find(String account);

    /** Empty where there is none. */
    Optional<Account> known(String account);

    /** The office's account of that number at that system. */
    Optional<Account> find(String office, String system, String number);

    /** Takes one call out of the budget; a quarter of each window is kept for the live lane. */
    Permit take(String account, Lane lane);

    /** Until when a lane was told to wait because the calls of a minute or an hour are made; empty where it may call. */
    Optional<Instant> dryUntil(String account, Lane lane);

    /** The call ended: frees its slot and takes over what the vendor's headers said of the budget. */
    void ended(Permit.Granted permit, Optional<Reading> reading);

    /** The token, refreshed once per account under a lock when it is missing, stale by time, or equal to {@code refused}. */
    default String token(String account, String refused, Supplier<Token> refresh) { return token(account, refused, renewal -> refresh.get()); }

    /**
     * The same for a token that is renewed by what came with the one before it.
     *
     * @param renew hears that, empty where nothing is kept, and may answer {@link Token#ENDED}
     * @return empty where it has ended
     */
    String token(String account, String refused, Function<String, Token> renew);

    /** A person let the hub in: what that brought takes the place of what was kept, and ends a back-off. */
    void authorized(String account, Token token);

    /** There is a token, or something to renew it by. */
    boolean isAuthorized(String account);

    /** The account may not or shall not be called for so long; its links say so. */
    void backOff(String account, Duration rest, String why);

    /** New credentials, or a good answer, end a back-off. */
    void wake(String account);

    /**
     * @param credentials  decrypted, for the call only; never printed
     * @param backOffUntil null where it is called
     */
    record Account(String id, String office, String system, String number, String baseUrl, String authUrl,
                   Map<String, String> credentials, Limits limits, Instant backOffUntil, String backOffWhy) {

        @Override public String toString() { return "Account[" + id + ", " + system + "]"; }
    }

    /** Calls per rolling minute and hour and at the same time; 0 is without limit. */
    record Limits(int perMinute, int perHour, int atOnce) {}

    sealed interface Permit {

        record Granted(String account, long slot) implements Permit {}

        record Wait(Instant until) implements Permit {}
    }

    record Reading(int remaining, Duration window) {}

    /** @param renewal by what the next one is asked for, good once; empty where none is needed */
    record Token(String value, Instant expires, String renewal) {

        /** The vendor takes no more what was kept to renew it by: it is forgotten. */
        public static final Token ENDED = new Token("", null, "");

        public Token(String value, Instant expires) { this(value, expires, ""); }

        @Override public String toString() { return "Token[expires " + expires + "]"; }
    }
}
