package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import org.jboss.logging.Logger;

/**
 * Ends a run that has walked all its pages. What no page showed is asked for by its id before it counts as gone; where more is missing
 * than the brake allows, the listing was cut and nothing is concluded.
 */
@Singleton
public final class MissingRoots {

    private static final Logger LOG = Logger.getLogger(MissingRoots.class);

    private final Runs runs;
    private final Consumer<List<Hint>> acceptance;

    @Inject
    public MissingRoots(Runs runs, Acceptance acceptance) { this(runs, acceptance::accept); }

    /** @param acceptance makes hints durable before it returns */
    public MissingRoots(Runs runs, Consumer<List<Hint>> acceptance) {
        this.runs = runs;
        this.acceptance = acceptance;
    }

    public void end(Runs.Run run) { end(run, EnumSet.allOf(Side.class)); }

    /** @param walked sides that have listings: nobody is missing on one that lists nothing */
    void end(Runs.Run run, Set<Side> walked) {
        // An initial run reads the source only, to bring over what is not there yet; who only looks concludes nothing.
        var sides = run.kind() == Kind.INITIAL || run.kind() == Kind.SAMPLE || run.kind().surveys() ? List.<Side>of() : Stream.of(Side.values()).filter(walked::contains).toList();
        var why = sides.stream().map(side -> ask(run, side)).filter(remark -> !remark.isEmpty()).collect(Collectors.joining("\n"));
        runs.walkedAll(run, why);
    }

    /** Answers a remark where the listing was cut. */
    private String ask(Runs.Run run, Side side) {
        var missing = runs.missing(run, side);
        acceptance.accept(missing.roots().stream().map(root -> new Hint(run.link(), side, root, Lane.BACKFILL, "missing", false, "", "")).toList());
        if (!missing.isCut()) return "";
        LOG.warnf("The %s of link %s listed too few records; nothing is concluded from it", side, run.link());
        return Phrase.LISTING_CUT.with("side", Said.word("side." + side.name().toLowerCase(java.util.Locale.ROOT))).with("count", missing.count()).kept();
    }
}
