package nl.koppelwerk.ledger.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;

/** One activated link, with its looks of the last minutes and its destructive effects of the last day. */
final class LinkRow {

    private static final Duration WATCHED = Duration.ofMinutes(5);
    private static final int ENOUGH = 20;
    private static final double TOO_MANY = 0.4;

    final String id;
    final Links.NewLink born;
    final Instant createdAt;
    final Map<Side, String> accounts = new EnumMap<>(Side.class);
    final Map<Side, String> webhookSecrets = new EnumMap<>(Side.class);
    final Map<Side, Instant> lastWebhook = new EnumMap<>(Side.class);
    final Map<Side, Links.Heard> heard = new EnumMap<>(Side.class);
    final Deque<Effect> brake = new ArrayDeque<>();
    private final Deque<LookEnd> looks = new ArrayDeque<>();
    ObjectNode settings;
    Links.State state = Links.State.NEW;
    String why = "";
    boolean collects;
    Instant quietUntil;
    long turn;
    Instant probeAt;
    /** The claim that tries whether the link works again. */
    long probe;

    LinkRow(String id, Links.NewLink born, Instant createdAt) {
        this.id = id;
        this.born = born;
        this.createdAt = createdAt;
        this.settings = born.settings();
    }

    record Effect(String delivery, Instant at, int fields) {}

    private record LookEnd(Instant at, boolean mayHeal) {}

    void change(Links.State newState, String newWhy) {
        state = newState;
        why = newWhy;
        looks.clear();
    }

    /** Counts a look that ended, and tells whether failures are too many to go on. */
    boolean endsTooBadly(Instant now, boolean mayHeal) {
        looks.add(new LookEnd(now, mayHeal));
        while (!looks.peek().at().isAfter(now.minus(WATCHED))) looks.poll();
        long failed = looks.stream().filter(LookEnd::mayHeal).count();
        return looks.size() >= ENOUGH && failed > TOO_MANY * looks.size();
    }

    int brakeUsed(Instant now) {
        while (!brake.isEmpty() && !brake.peek().at().isAfter(now.minus(Duration.ofDays(1)))) brake.poll();
        return brake.stream().mapToInt(Effect::fields).sum();
    }
}
