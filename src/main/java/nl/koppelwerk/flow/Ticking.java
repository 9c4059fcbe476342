package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.ledger.Schedules.Due;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Connector;

/** What is to begin at this tick: scheduled polls, runs that wait for a worker, walks whose moment has come. */
@Singleton
@Named("ticking")
@Unremovable
public final class Ticking {

    static final String POLL = "poll";
    static final String SWEEP = "sweep";
    static final String COMPARE = "compare";
    static final String LISTEN = "listen";

    /** A tick comes every second; more is taken by the next one. */
    private static final int MOST = 50;

    private final Schedules schedules;
    private final Runs runs;
    private final Walks walks;
    private final Notices notices;
    private final LinkBook links;
    private final AccountBook accounts;
    private final Planning planning;
    private final Listening listening;
    private final Pacing pacing;

    @Inject
    public Ticking(Schedules schedules, Runs runs, Walks walks, Notices notices, LinkBook links, AccountBook accounts,
                   Planning planning, Listening listening, Pacing pacing) {
        this.schedules = schedules;
        this.runs = runs;
        this.walks = walks;
        this.notices = notices;
        this.links = links;
        this.accounts = accounts;
        this.planning = planning;
        this.listening = listening;
        this.pacing = pacing;
    }

    /** Walks that begin or go on now. */
    public List<Walk> due() {
        planning.goOn();
        var due = new ArrayList<>(walks.due(notices.now()));
        schedules.claim(MOST).forEach(entry -> due(entry, due));
        for (var run : runs.claim(MOST)) begin(walk(run), due);
        return due;
    }

    /** Done at once: a poll that is cut short has moved no watermark, so its next turn makes up for it. */
    private void due(Due entry, List<Walk> due) {
        schedules.done(entry);
        if (links.link(entry.link()).state() != Links.State.ACTIVE) return;
        switch (entry.what()) {
            case POLL -> poll(entry.link(), Side.SOURCE, due);
            case SWEEP -> poll(entry.link(), Side.TARGET, due);
            case COMPARE -> runs.start(entry.link(), Runs.Kind.PERIODIC, "schedule");
            case Pacing.TIMES -> atFixedTime(entry.link(), due);
            case Pacing.QUIET -> pacing.rest(entry.link());
            case LISTEN -> listening.askSoon(entry.link());
            default -> { }
        }
    }

    private void atFixedTime(String link, List<Walk> due) {
        pacing.release(link);
        for (var side : Side.values()) poll(link, side, due);
    }

    private void poll(String link, Side side, List<Walk> due) {
        if (!isBeingRead(link)) begin(Walk.poll(link, listings(link, side, false)), due);
    }

    /** While a first run reads everything, a poll would read the same pages again. */
    private boolean isBeingRead(String link) {
        return runs.of(link, "", MOST).stream()
            .anyMatch(run -> run.state() == Runs.State.RUNNING && run.kind() == Runs.Kind.INITIAL && !run.walked());
    }

    private void begin(Walk walk, List<Walk> due) {
        if (walks.begin(walk)) due.add(walk);
    }

    private Walk walk(Runs.Run run) {
        boolean whole = run.kind() == Runs.Kind.VERIFY;
        var source = listings(run.link(), Side.SOURCE, whole);
        var target = listings(run.link(), Side.TARGET, whole).stream();
        if (run.kind().surveys()) return Walk.of(run, run.kind() == Runs.Kind.BACKUP ? target.toList() : source);
        // Whoever stands in a record of the target, perhaps along with another, is known by that before it is looked at.
        if (run.kind() == Runs.Kind.READ) return Walk.of(run, Stream.of(acquainting(run.link(), whole), target, source.stream()).flatMap(listings -> listings).toList());
        if (run.kind() != Runs.Kind.INITIAL && run.kind() != Runs.Kind.SAMPLE) return Walk.of(run, Stream.concat(source.stream(), target).toList());
        boolean mustMeet = links.type(links.link(run.link())).meetsAcquaintances();
        return Walk.of(run, Stream.concat(mustMeet ? target.map(Walk.Listing::acquainting) : Stream.empty(), source.stream()).toList());
    }

    private Stream<Walk.Listing> acquainting(String link, boolean whole) { return listings(link, Side.TARGET, whole).stream().map(Walk.Listing::acquainting); }

    private List<Walk.Listing> listings(String link, Side side, boolean whole) {
        var type = links.type(links.link(link));
        var connector = accounts.connector(side == Side.SOURCE ? type.sourceSystem() : type.targetSystem());
        return (whole ? connector.wholeListings() : connector.listings()).stream().map(Connector.Listing::name).map(name -> new Walk.Listing(side, name)).toList();
    }
}
