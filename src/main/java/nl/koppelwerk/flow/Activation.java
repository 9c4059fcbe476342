package nl.koppelwerk.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.State;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Timetable;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.Connector.Check;

/** Brings a link to life and to rest: tested, scheduled, registered at its vendors, and read for the first time. */
@Singleton
public final class Activation {

    /** Runs that are looked through for one that goes on; a link has one of each kind. */
    private static final int MOST = 10_000;

    private final Links links;
    private final LinkBook book;
    private final Probing probing;
    private final Schedules schedules;
    private final Runs runs;
    private final WebhookRegistration webhooks;
    private final Intervals intervals;
    private final Listening listening;
    private final Pacing pacing;

    private final Newcomers newcomers;

    @Inject
    public Activation(Links links, LinkBook book, Probing probing, Schedules schedules, Runs runs, WebhookRegistration webhooks, Intervals intervals,
                      Listening listening, Pacing pacing, Newcomers newcomers) {
        this.links = links;
        this.book = book;
        this.probing = probing;
        this.schedules = schedules;
        this.runs = runs;
        this.webhooks = webhooks;
        this.intervals = intervals;
        this.listening = listening;
        this.pacing = pacing;
        this.newcomers = newcomers;
    }

    public Map<Side, List<Check>> test(String link) { return probing.test(link); }

    /** Active from now on where both sides are well; their answers in any case. */
    public Map<Side, List<Check>> activate(String link, String by) {
        var answers = probing.test(link);
        if (!Probing.isWell(answers)) return answers;
        boolean first = book.link(link).state() == State.NEW;
        // Before the first run, so that what is edited meanwhile is told.
        webhooks.register(link);
        change(link, State.ACTIVE, "");
        schedule(link);
        // At its first fixed time, or when a person starts one.
        if (first && !book.timetable(link).collects()) runs.start(link, Runs.Kind.INITIAL, by);
        return answers;
    }

    /** It goes on accepting notices and delivers nothing. */
    public void pause(String link, String why) { change(link, State.PAUSED, why); }

    public void resume(String link) {
        change(link, State.ACTIVE, "");
        schedule(link);
    }

    /** New settings judge every root afresh, those too that did not move. */
    public void settings(String link, ObjectNode settings, String by) {
        boolean same = book.link(link).settings().equals(settings);
        links.settings(link, settings);
        book.forget(link);
        if (same || book.link(link).state() == State.NEW) return;
        newcomers.forget(link);
        if (book.link(link).state() == State.ACTIVE) schedule(link);
        if (book.timetable(link).collects()) return;
        // One that goes on has judged some roots by the old settings.
        runs.of(link, "", MOST).stream().filter(run -> run.kind().judgesAll() && (run.state() == Runs.State.RUNNING || run.state() == Runs.State.PAUSED))
            .forEach(run -> runs.change(run.id(), Runs.State.CANCELLED, Phrase.SETTINGS_CHANGED.said().kept()));
        runs.start(link, Runs.Kind.FULL, by);
    }

    private void schedule(String link) {
        pacing.lay(link);
        boolean byItself = !book.timetable(link).collects();
        repeat(link, Ticking.POLL, every(link, "pollInterval", intervals.poll()), byItself);
        repeat(link, Ticking.SWEEP, every(link, "sweepInterval", intervals.sweep()), byItself);
        repeat(link, Ticking.COMPARE, every(link, "compareInterval", intervals.compare()), book.timetable(link).mode() != Timetable.Mode.BY_HAND);
        if (listening.canBeAsked(link)) schedules.lay(link, Ticking.LISTEN, intervals.listen(), false);
    }

    private void repeat(String link, String what, Duration every, boolean isMeant) {
        if (isMeant) schedules.lay(link, what, every, false);
        else schedules.drop(link, what);
    }

    private Duration every(String link, String setting, Duration standard) {
        var own = book.link(link).settings().path(setting).asText("");
        return own.isEmpty() ? standard : Duration.parse(own);
    }

    private void change(String link, State state, String why) {
        links.change(link, state, why);
        book.forget(link);
    }
}
