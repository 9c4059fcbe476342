package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Questions.Fate;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.ledger.Views.Row;
import nl.koppelwerk.ledger.Views.Whole;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Waits a little for what a person decided to be carried out, so that the answer can say what was written; the rest goes on by itself. */
@ApplicationScoped
class Written {

    private static final long A_MOMENT = 50;
    private static final Set<State> ENDED = Set.of(State.IN_SYNC, State.HELD, State.REFUSED, State.FAILED, State.OUT_OF_SCOPE);

    @Inject Views views;
    @Inject Questions questions;
    @ConfigProperty(name = "koppelwerk.api.patience") Duration patience;

    /**
     * What became of it.
     *
     * @param written systems that took a write since it was decided
     * @param refused systems that refused one
     * @param open    systems that were asked and have not answered; while the state is pending the hub goes on, also with what was not asked yet
     * @param reasons why it stands as it does, also why it is not finished yet
     */
    record Outcome(String id, String state, List<String> written, List<String> refused, List<String> open, List<ReasonView> reasons) {

        static Outcome of(Row row) { return new Outcome(row.id(), Words.of(row.state()), List.of(), List.of(), List.of(), List.of()); }

        boolean isFinal() { return open.isEmpty() && !state.equals(Words.of(State.PENDING)); }
    }

    /** @param fate of what was decided, by which it can be told from what another decided meanwhile, or typed */
    record Came(Outcome outcome, Fate fate) {}

    /** A look that had begun before the person decided may end after it, and has decided something else: the fate is read first. */
    Came await(Whole before, String ticket, Wording wording) {
        long until = System.nanoTime() + patience.toNanos();
        var fate = questions.fate(ticket);
        var now = views.relation(before.row().id()).orElse(before);
        while (System.nanoTime() < until && !isDecided(fate, now) && !isPutOff(before, now)) {
            pause();
            fate = questions.fate(ticket);
            now = views.relation(before.row().id()).orElse(now);
        }
        return new Came(outcome(before, now, isDecided(fate, now), wording), fate);
    }

    private static boolean isDecided(Fate fate, Whole now) { return fate != Fate.OPEN && ENDED.contains(now.row().state()); }

    /** A look could not finish, and said why: waiting longer brings nothing. */
    private static boolean isPutOff(Whole before, Whole now) {
        return now.revision() > before.revision() && now.row().state() == State.PENDING && !now.row().reasons().isEmpty();
    }

    private Outcome outcome(Whole before, Whole now, boolean isDecided, Wording wording) {
        var last = before.deliveries().isEmpty() ? "" : before.deliveries().get(0).id();
        var since = now.deliveries().stream().takeWhile(sent -> !sent.id().equals(last)).toList();
        return new Outcome(now.row().id(), Words.of(isDecided ? now.row().state() : State.PENDING), sides(since, "DONE"), sides(since, "REFUSED"),
            sides(since, "SENDING", "IN_DOUBT", "NOT_SENT"), ReasonView.all(isDecided || isPutOff(before, now) ? now.row().reasons() : List.of(), wording));
    }

    private static List<String> sides(List<Views.Sent> sent, String... states) {
        return sent.stream().filter(one -> List.of(states).contains(one.state())).map(one -> Words.of(one.side())).distinct().sorted().toList();
    }

    private static void pause() {
        try {
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
