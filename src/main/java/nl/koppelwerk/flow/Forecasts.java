package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.link.Side;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When the runs of links are done. */
@Singleton
public final class Forecasts {

    private final LinkBook book;
    private final AccountBook accounts;
    private final Notices notices;
    private final double speed;

    @Inject
    public Forecasts(LinkBook book, AccountBook accounts, Notices notices, @ConfigProperty(name = "koppelwerk.sandbox.clock-speed") double speed) {
        this.book = book;
        this.accounts = accounts;
        this.notices = notices;
        this.speed = speed;
    }

    public Optional<Instant> end(Run run) {
        // Lists have many that have ended: nothing is asked for those.
        if (!run.goesOn()) return Optional.empty();
        // Not opened: that may ask its vendors for their lists, and a run is shown while they do not answer.
        var limits = accounts.account(book.link(run.link()).accounts().get(Side.TARGET)).limits();
        return new Forecast(book.timetable(run.link()), limits, speed).end(run, notices.now());
    }
}
