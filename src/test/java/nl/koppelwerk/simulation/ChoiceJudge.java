package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * Nothing is written that was not previewed and chosen, with the value that was shown, and only where both sides still held what was shown; nobody is invited
 * unless somebody said so; and what is said to have become of a choice is what became of it.
 */
final class ChoiceJudge {

    private static final String NAME = "only what was previewed and chosen";
    /** Longer than a look takes whose worker sleeps between two steps, and waits for a budget or for an account that rests. */
    private static final Duration A_LOOK = Duration.ofMinutes(40);
    private final World world;
    private final Season season;
    private final SimulatedAccounton accounton;

    ChoiceJudge(World world, Season season) {
        this.world = world;
        this.season = season;
        this.accounton = (SimulatedAccounton) world.vendor(Side.TARGET);
    }

    void judge() {
        for (var root : accounton.history.roots()) {
            var states = accounton.history.of(root);
            for (int i = 0; i < states.size(); i++)
                if (states.get(i).isByHub() && (i == 0 ? !isChosenBirth(root, states.get(0)) : !isChosen(root, states, i)))
                    fail(root, (i == 0 ? "was made" : "was written") + " at " + states.get(i).at() + " and nobody chose that: " + Telling.values(states.get(i).write().values()));
            if (accounton.invited.contains(root) && births(root).noneMatch(Choice::invites)) fail(root, "was invited, and nobody said so");
        }
        season.choices.forEach(this::judge);
    }

    private boolean isChosen(String root, List<History.State> states, int written) {
        var state = states.get(written);
        boolean changes = state.write().values().fields().stream().anyMatch(field -> !Held.value(states.get(written - 1).relation(), "", field).equals(state.write().values().get(field)));
        return changes && state.write().values().fields().stream().allMatch(field -> isRestored(root, field, state) || isAnswered(root, field, state)
            || season.choices.stream().anyMatch(choice -> isCarriedBy(choice, root, field, states, written)));
    }

    private boolean isCarriedBy(Choice choice, String root, Field<?> field, List<History.State> states, int written) {
        var state = states.get(written);
        return choice.target().equals(root) && !choice.at().isAfter(state.at()) && choice.fields().contains(field.name()) && choice.previewed(field).equals(state.write().values().get(field))
            && stillHeld(choice, states.get(written - 1).relation()) && stillShown(choice, state.at());
    }

    /** In the target, but for what this very choice has written there, or a person has typed as it was chosen. */
    private boolean stillHeld(Choice choice, Relation before) {
        var held = view(Side.TARGET, before);
        return choice.plan().shown().target().fields().stream().allMatch(field -> held.get(field).equals(choice.plan().shown().target().get(field))
            || choice.fields().contains(field.name()) && Held.same(choice.previewed(field), held.get(field)));
    }

    /** In the source, at a moment at which the look may have read it. */
    private boolean stillShown(Choice choice, Instant to) {
        var from = to.minus(A_LOOK).isBefore(choice.at()) ? choice.at() : to.minus(A_LOOK);
        var states = world.vendor(Side.SOURCE).history.of(choice.source());
        for (int i = 0; i < states.size(); i++) {
            boolean over = i + 1 < states.size() && !states.get(i + 1).at().isAfter(from);
            if (!over && !states.get(i).at().isAfter(to) && states.get(i).relation() != null && isAsShown(choice, view(Side.SOURCE, states.get(i).relation()))) return true;
        }
        return false;
    }

    private static boolean isAsShown(Choice choice, Values held) {
        var shown = choice.plan().shown().source();
        return shown.fields().stream().allMatch(field -> held.get(field).equals(shown.get(field)));
    }

    private Values view(Side side, Relation held) { return world.rules.view(side, "relation", held).values(); }

    private boolean isRestored(String root, Field<?> field, History.State state) { return world.regret.wanted(Side.TARGET, root, "", field, state.write().values().get(field), state.at()); }

    private boolean isAnswered(String root, Field<?> field, History.State state) {
        return world.office.given.stream().anyMatch(given -> !given.at().isAfter(state.at()) && given.answer().choice() == Question.Choice.SOURCE && given.answer().subject().equals(field.name())
            && given.pair().target().equals(root));
    }

    private boolean isChosenBirth(String root, History.State state) {
        var decidedAt = accounton.decidedAt(root, state.at());
        return births(root).anyMatch(choice -> !choice.at().isAfter(decidedAt) && stillShown(choice, decidedAt)
            && state.write().values().fields().stream().allMatch(field -> isOf(choice, field, state.write().values().get(field))));
    }

    private static boolean isOf(Choice choice, Field<?> field, Value<?> written) {
        if (field.equals(Fields.QUESTIONNAIRE)) return written.text().equals(choice.questionnaire());
        return field.equals(Fields.INVITATION_STATUS) ? choice.invites() : written.isEmpty() || choice.previewed(field).equals(written);
    }

    /** Choices by which that client may have been made. */
    private Stream<Choice> births(String root) {
        var from = accounton.keyOf(root).map(world.origins::get).orElse("");
        return season.choices.stream().filter(choice -> choice.makes() && choice.source().equals(from));
    }

    private void judge(Choice choice) {
        var item = world.ledger.plans().items(choice.run(), List.of(choice.item())).get(0);
        var outcome = item.outcome();
        if (outcome == null) fail(choice.source(), "was chosen in " + choice.run() + ", and nothing is said to have become of it");
        else if (outcome == Outcome.CHANGED_SINCE_PREVIEW && !hasMoved(choice)) fail(choice.source(), "is changed since the preview " + choice.run() + ", and nobody changed anything");
        else if (outcome == Outcome.CHANGED_SINCE_PREVIEW && isCarried(choice)) fail(choice.source(), "is said to be left as it is by " + choice.run() + ", and was carried over by it");
        else if (outcome == Outcome.CREATED && !isMade(choice)) fail(choice.source(), "is said to be made in " + choice.run() + ", and is not");
        else if (outcome == Outcome.UPDATED && !choice.makes() && !isWritten(choice)) fail(choice.source(), "is said to be written in " + choice.run() + ", and is not: " + choice.fields());
        else if (outcome == Outcome.EQUAL && !(choice.makes() ? isMade(choice) : isWritten(choice))) fail(choice.source(), "was chosen in " + choice.run() + ", is equal, and never stood there: " + choice.fields());
    }

    /** The hub made it, or wrote it, by that choice, which no later one overtook. */
    private boolean isCarried(Choice choice) {
        boolean isOvertaken = season.choices.stream().anyMatch(other -> other.source().equals(choice.source()) && other.at().isAfter(choice.at()));
        return !isOvertaken && accounton.history.roots().stream().anyMatch(root -> isCarried(choice, root, accounton.history.of(root)));
    }

    private boolean isCarried(Choice choice, String root, List<History.State> states) {
        if (choice.makes()) return states.get(0).isByHub() && births(root).anyMatch(choice::equals) && !states.get(0).at().isBefore(choice.at());
        return IntStream.range(1, states.size()).anyMatch(i -> states.get(i).isByHub() && !states.get(i).at().isBefore(choice.at()) && isCarried(choice, root, states, i));
    }

    private boolean isCarried(Choice choice, String root, List<History.State> states, int written) {
        return states.get(written).write().values().fields().stream().anyMatch(field -> isCarriedBy(choice, root, field, states, written) && !isRestored(root, field, states.get(written)));
    }

    /** Anybody did anything to either of the two, or to another that is paired with one of them since. */
    private boolean hasMoved(Choice choice) {
        boolean isPairedSince = world.pairedSince.entrySet().stream().anyMatch(pair -> pair.getValue().isAfter(choice.readAt()) && List.of(pair.getKey().split(" ")).contains(choice.source()));
        boolean isChosenAnew = season.choices.stream().anyMatch(other -> other != choice && other.source().equals(choice.source()) && !other.at().isBefore(choice.at()));
        return isPairedSince || isChosenAnew || moves(Side.SOURCE, choice.source(), choice.readAt()) || moves(Side.TARGET, choice.target(), choice.readAt());
    }

    private boolean moves(Side side, String root, Instant since) { return world.vendor(side).history.of(root).stream().anyMatch(state -> state.at().isAfter(since)); }

    private boolean isMade(Choice choice) {
        return accounton.history.roots().stream().anyMatch(root -> accounton.history.of(root).get(0).isByHub() && choice.source().equals(accounton.keyOf(root).map(world.origins::get).orElse("")));
    }

    private boolean isWritten(Choice choice) {
        return choice.plan().fields().stream().filter(planned -> choice.fields().contains(planned.subject())).allMatch(planned -> accounton.history.of(choice.target()).stream()
            .anyMatch(state -> state.at().isAfter(choice.readAt()) && state.relation() != null && (Held.same(planned.value(), Held.value(state.relation(), "", planned.field()))
                || state.isByHub() && state.write().action() == Step.Action.UPDATE && planned.value().equals(state.write().values().get(planned.field())))));
    }

    private void fail(String root, String what) { world.failures.add(new Finding(NAME, root, what)); }
}
