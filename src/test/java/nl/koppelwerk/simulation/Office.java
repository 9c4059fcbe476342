package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.Questions.Held;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.ReasonCode;

/** The person who answers open questions and replays dead letters, now this way, now that way. */
final class Office {

    private static final Set<ReasonCode> RELEASED = Set.of(ReasonCode.PARTNER_GONE, ReasonCode.KIND_CHANGED,
        ReasonCode.EMPTY_HELD, ReasonCode.BRAKE, ReasonCode.CREATE_UNKNOWN);
    private final World world;
    final List<Given> given = new ArrayList<>();

    Office(World world) { this.world = world; }

    /** An answer that was given, and the pair as it was then. */
    record Given(Instant at, Pair pair, Answered answer) {}

    void answerSome() {
        for (var held : world.ledger.questions().open(world.link, "", 1000))
            if (world.random.nextInt(5) > 0 && !world.cast.isLeft(held.question().code())) answer(held);
    }

    /** Two records of one relation: the person removes one of the two, or says that they are two. */
    private void settle(Held held) {
        var first = held.question().reason().details().get("first");
        var twins = held.question().reason().details().get("twin").split(", ");
        var twin = twins[twins.length - 1];
        int chance = world.random.nextInt(3);
        // the question may be older than what somebody did about it
        if (chance > 0 && !(world.cast.people().has(first) && world.cast.people().has(twin))) return;
        if (chance > 0) world.cast.people().remove(chance == 1 ? first : twin);
        else world.ledger.questions().answer(held.relation(), List.of(new Answered(ReasonCode.LATE_TWIN, held.question().subject(), Choice.RELEASE, "", new Both("", ""))), "office");
    }

    private void answer(Held held) {
        if (held.question().code() == ReasonCode.LATE_TWIN) {
            settle(held);
            return;
        }
        if (held.question().code() == ReasonCode.ID_REUSED && isTheSame(pair(held))) return;
        if (held.question().code() == ReasonCode.CREATE_UNKNOWN && isMade(pair(held))) return;
        var answers = new ArrayList<Answered>();
        held.question().values().forEach((subject, both) -> answers.add(answered(held.question().code(), subject, both)));
        answers.forEach(answer -> {
            given.add(new Given(world.time.instant(), pair(held), answer));
            world.trace.say(pair(held).source(), "person answers " + answer);
        });
        world.ledger.questions().answer(held.relation(), answers, "office");
    }

    /** The pair as the newest look saw it that asked; looks that failed since asked nothing. */
    private Pair pair(Held held) {
        return told(held, told -> told.relation().equals(held.relation())).or(() -> told(held, told -> true))
            .map(settled -> settled.pair()).orElse(Pair.firstSeen("relation", Side.SOURCE, ""));
    }

    /** Two hats of one relation may ask the very same; a row that was taken in by another asks in its place. */
    private Optional<Settlement> told(Held held, Predicate<World.Told> which) {
        return world.told.stream().filter(told -> told.settlement().questions().contains(held.question()) && which.test(told))
            .reduce((older, newer) -> newer).map(World.Told::settlement);
    }

    /** Who changed beyond recognition is left as it is asked about. */
    private boolean isTheSame(Pair pair) { return world.cast.kin().roots(Side.SOURCE, pair.source()).contains(pair.target()); }

    /** Whoever looks there finds it, and leaves it open. */
    private boolean isMade(Pair pair) { return !new Twins(world).living(Side.SOURCE, pair.source()).isEmpty(); }

    private Answered answered(ReasonCode code, String subject, Both both) {
        if (code == ReasonCode.ID_REUSED) return new Answered(code, subject, Choice.APART, "", both);
        if (RELEASED.contains(code)) return new Answered(code, subject, Choice.RELEASE, "", both);
        return new Answered(code, subject, world.random.nextBoolean() ? Choice.SOURCE : Choice.TARGET, "", both);
    }

    void replayAll() {
        var open = world.ledger.deadLetters().open(new DeadLetters.Filter(List.of(world.link), null, null, null), "", 1000);
        world.ledger.deadLetters().replay(open.stream().map(DeadLetters.DeadLetter::id).toList(), "office");
    }
}
