package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;

/** The partners of some relations: those that are among them cost nothing, each other one a call. */
final class AdminPulsePartners {

    private final AdminPulseCalls calls;
    private final AdminPulseReader reader;
    private final Map<String, Value<Rijksregisternummer>> numbers = new HashMap<>();
    private final Deque<String> wanted;
    private Answer stopped;

    AdminPulsePartners(AdminPulseCalls calls, AdminPulseReader reader, List<JsonNode> relations) {
        this.calls = calls;
        this.reader = reader;
        var partners = new LinkedHashSet<String>();
        relations.forEach(one -> partners.add(AdminPulseReader.partner(one)));
        partners.remove("");
        relations.stream().filter(one -> partners.remove(AdminPulseReader.id(one))).forEach(one -> numbers.put(AdminPulseReader.id(one), number(one)));
        this.wanted = new ArrayDeque<>(partners);
    }

    Turn resolve(Function<AdminPulsePartners, Turn> then) {
        var next = wanted.poll();
        if (next == null) return then.apply(this);
        if (!Query.isPlainStep(next)) return learn(next, Value.absent(), then);
        return new Turn.Ask(calls.relation(next), calls.replies(), reply -> learn(next, number(next, reply), then),
            answer -> mayHeal(answer) ? stop(answer, then) : learn(next, Value.absent(), then), "");
    }

    /** Something else than that relation says nothing of it. */
    private Value<Rijksregisternummer> number(String partner, Reply reply) {
        return reply.object().filter(wire -> AdminPulseReader.id(wire).equals(partner)).map(this::number).orElse(Value.absent());
    }

    private Turn learn(String partner, Value<Rijksregisternummer> number, Function<AdminPulsePartners, Turn> then) {
        numbers.put(partner, number);
        return resolve(then);
    }

    /** The others would fare no better. */
    private Turn stop(Answer answer, Function<AdminPulsePartners, Turn> then) {
        stopped = answer;
        return then.apply(this);
    }

    private static boolean mayHeal(Answer answer) { return answer instanceof Answer.Throttled || answer instanceof Answer.Unanswered || answer instanceof Answer.Denied; }

    private Value<Rijksregisternummer> number(JsonNode wire) {
        try {
            return reader.nationalNumber(wire);
        } catch (Unreadable odd) {
            return Value.absent();
        }
    }

    /** Absent where the partner cannot be read. */
    Value<Rijksregisternummer> of(JsonNode relation) {
        var partner = AdminPulseReader.partner(relation);
        return partner.isEmpty() ? Value.empty() : numbers.getOrDefault(partner, Value.absent());
    }

    /** Its partner was asked for, or it has none. */
    boolean isKnownOf(JsonNode relation) { return AdminPulseReader.partner(relation).isEmpty() || numbers.containsKey(AdminPulseReader.partner(relation)); }

    /** Why the rest was not asked for. */
    Optional<Answer> stopped() { return Optional.ofNullable(stopped); }
}
