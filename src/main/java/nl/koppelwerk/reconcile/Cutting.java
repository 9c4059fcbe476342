package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;

/** Takes a partner that is gone out of its pair, so that the other side may find or get a new one. */
final class Cutting {

    private Cutting() {}

    static Pair cut(Pair pair, Side gone) {
        return new Pair(pair.facet(), gone == Side.SOURCE ? "" : pair.source(), gone == Side.TARGET ? "" : pair.target(),
            Baseline.NONE, Baseline.NONE, List.of(), java.util.Set.of(), List.of(), Map.of());
    }
}
