package nl.koppelwerk.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.koppelwerk.flow.Probing;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector;

/**
 * What both sides of a link answered when it was tested.
 *
 * @param well  both sides can be used
 * @param sides per side what was tried, why it failed, and what else is worth saying
 */
record Tested(boolean well, Map<String, List<Check>> sides) {

    /** @param why empty when it is well, and nothing else is worth saying */
    record Check(String what, boolean well, String why) {
        static Check of(Connector.Check check, Wording wording) { return new Check(check.what(), check.well(), wording.told(check.why())); }
    }

    static Tested of(Map<Side, List<Connector.Check>> checks, Wording wording) {
        var sides = new TreeMap<String, List<Check>>();
        checks.forEach((side, all) -> sides.put(Words.of(side), all.stream().map(check -> Check.of(check, wording)).toList()));
        return new Tested(Probing.isWell(checks), sides);
    }

    /** Besides, what a vendor says of our webhook; it stops nothing. */
    Tested with(Map<Side, Heard> heard, Wording wording) {
        var all = new TreeMap<>(sides);
        heard.forEach((side, one) -> all.merge(Words.of(side), List.of(Attention.check(one, wording)), (known, more) -> Stream.concat(known.stream(), more.stream()).toList()));
        return new Tested(well, all);
    }

    static List<Fault> faults(Map<Side, List<Connector.Check>> checks) {
        var faults = new TreeMap<String, List<Fault>>();
        checks.forEach((side, all) -> faults.put(Words.of(side), all.stream().filter(check -> !check.well()).map(check -> fault(side, check)).toList()));
        return faults.values().stream().flatMap(List::stream).toList();
    }

    private static Fault fault(Side side, Connector.Check check) {
        return new Fault(Pointer.of(Words.of(side)), "CHECK_FAILED", wording -> wording.told(Said.word("check." + check.what())) + ": " + wording.told(check.why()));
    }
}
