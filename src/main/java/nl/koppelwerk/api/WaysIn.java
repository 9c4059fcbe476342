package nl.koppelwerk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector;

/** Of a system with several ways to log in an account has one, whole. */
record WaysIn(String side, Connector system) {

    /** @param given names of credentials that are not blank */
    List<Fault> faults(Set<String> given) {
        var begun = system.waysIn().stream().filter(way -> way.stream().anyMatch(given::contains)).toList();
        if (system.waysIn().isEmpty()) return List.of();
        if (begun.isEmpty()) return List.of(fault(system.waysIn().get(0).get(0), "REQUIRED", ways(Phrase.ONE_WAY_IN)));
        return begun.size() == 1 ? lacking(begun.get(0), given) : List.of(fault(first(begun.get(0), given), "CREDENTIALS_EXCLUDE", ways(Phrase.CREDENTIALS_EXCLUDE)));
    }

    private List<Fault> lacking(List<String> way, Set<String> given) {
        var faults = new ArrayList<Fault>();
        for (var credential : system.credentials())
            if (way.contains(credential.name()) && !given.contains(credential.name())) faults.add(fault(credential.name(), "REQUIRED", wording -> wording.rule(credential.sentence())));
        return faults;
    }

    private static String first(List<String> way, Set<String> given) { return way.stream().filter(given::contains).findFirst().orElseThrow(); }

    private Function<Wording, String> ways(Phrase phrase) {
        var all = system.waysIn().stream().map(way -> String.join(" + ", way)).collect(Collectors.joining(" / "));
        return phrase.with("ways", all)::in;
    }

    private Fault fault(String credential, String code, Function<Wording, String> detail) { return new Fault(Pointer.of(side, "credentials", credential), code, detail); }
}
