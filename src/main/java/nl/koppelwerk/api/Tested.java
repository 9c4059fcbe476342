package nl.koppelwerk.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.koppelwerk.api.Problem.Fault;
import nl.koppelwerk.flow.Probing;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Connector.Check;

/**
 * What both sides of a link answered when it was tested.
 *
 * @param well  both sides can be used
 * @param sides per side what was tried, why it failed, and what else is worth saying
 */
record Tested(boolean well, Map<String, List<Check>> sides) {

    static Tested of(Map<Side, List<Check>> checks) {
        var sides = new TreeMap<String, List<Check>>();
        checks.forEach((side, all) -> sides.put(Words.of(side), all));
        return new Tested(Probing.isWell(checks), sides);
    }

    /** Besides, what a vendor says of our webhook; it stops nothing. */
    Tested with(Map<Side, Heard> heard) {
        var all = new TreeMap<>(sides);
        heard.forEach((side, one) -> all.merge(Words.of(side), List.of(Attention.check(one)), (known, more) -> Stream.concat(known.stream(), more.stream()).toList()));
        return new Tested(well, all);
    }

    List<Fault> faults() {
        return sides.entrySet().stream().flatMap(side -> side.getValue().stream().filter(check -> !check.well())
            .map(check -> new Fault(Pointer.of(side.getKey()), "CHECK_FAILED", check.what() + ": " + check.why()))).toList();
    }
}
