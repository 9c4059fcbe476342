package nl.koppelwerk.systems.economic;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Leftover;
import nl.koppelwerk.systems.Reply;

/**
 * The bucket that all apps of an agreement draw from, as each reply tells of it:
 * {@code X-RateLimiting: token-limit-10000-per-60-seconds: 147/10000}, the first number used, and {@code X-CallCost: 3}.
 */
final class TokenBucket implements Leftover {

    private static final Pattern TOLD = Pattern.compile("token-limit-\\d+-per-(\\d{1,6})-seconds:\\s*(\\d{1,9})/(\\d{1,9})");
    private static final int USUAL_COST = 3;

    @Override public Optional<Accounts.Reading> of(Reply reply) {
        var told = TOLD.matcher(reply.header("x-ratelimiting").strip());
        if (!told.matches()) return Optional.empty();
        int left = Math.max(0, Integer.parseInt(told.group(3)) - Integer.parseInt(told.group(2)));
        return Optional.of(new Accounts.Reading(left / cost(reply), Duration.ofSeconds(Long.parseLong(told.group(1)))));
    }

    private static int cost(Reply reply) {
        var told = reply.header("x-callcost").strip();
        return told.matches("[1-9]\\d{0,5}") ? Integer.parseInt(told) : USUAL_COST;
    }
}
