package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;

/** One login at one vendor, with the calls of the last hour. */
final class AccountRow {

    /** A slot comes free when a call ends, long before it expires. */
    private static final Duration CALL = Duration.ofMillis(200);

    final String id;
    final String office;
    final String system;
    final String number;
    final Accounts.Limits limits;
    final Deque<Instant> minute = new ArrayDeque<>();
    final Deque<Instant> hour = new ArrayDeque<>();
    final Map<Long, Instant> slots = new TreeMap<>();
    String baseUrl;
    String authUrl;
    Map<String, String> credentials;
    Accounts.Token token;
    Instant backOffUntil;
    String backOffWhy = "";

    AccountRow(String id, String office, String number, Accounts.Limits limits, String system) {
        this.id = id;
        this.office = office;
        this.number = number;
        this.limits = limits;
        this.system = system;
    }

    boolean isBackingOff(Instant now) { return backOffUntil != null && backOffUntil.isAfter(now); }

    /** One look makes one call at a time, so more looks than slots would only wait for each other. */
    boolean hasRoomFor(long looksInHand, Lane lane) { return limits.atOnce() == 0 || looksInHand < forLane(limits.atOnce(), lane); }

    /** Null when one more call may be made now, else the moment at which it may. */
    Instant waitsUntil(Instant now, Lane lane) {
        if (isBackingOff(now)) return backOffUntil;
        slots.values().removeIf(end -> !end.isAfter(now));
        if (limits.atOnce() > 0 && slots.size() >= forLane(limits.atOnce(), lane)) return now.plus(CALL);
        return dryUntil(now, lane);
    }

    /** Null while the calls of a minute and of an hour are not all made. */
    Instant dryUntil(Instant now, Lane lane) {
        var byHour = waitsUntil(hour, limits.perHour(), Duration.ofHours(1), now, lane);
        return byHour != null ? byHour : waitsUntil(minute, limits.perMinute(), Duration.ofMinutes(1), now, lane);
    }

    private static Instant waitsUntil(Deque<Instant> calls, int limit, Duration window, Instant now, Lane lane) {
        while (!calls.isEmpty() && !calls.peek().plus(window).isAfter(now)) calls.poll();
        int allowed = forLane(limit, lane);
        if (limit == 0 || calls.size() < allowed) return null;
        return calls.stream().skip(calls.size() - allowed).findFirst().orElseThrow().plus(window);
    }

    /** The vendor says that less is left than we counted: others use this account too. */
    void correct(Accounts.Reading reading, Instant now) {
        boolean isMinute = reading.window().compareTo(Duration.ofMinutes(1)) <= 0;
        int limit = isMinute ? limits.perMinute() : limits.perHour();
        var calls = isMinute ? minute : hour;
        for (int i = limit - calls.size(); i > reading.remaining(); i--) calls.add(now);
    }

    /** A quarter is kept for the live lane. */
    private static int forLane(int limit, Lane lane) { return lane == Lane.LIVE ? limit : limit - limit / 4; }
}
