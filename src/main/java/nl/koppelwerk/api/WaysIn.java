package nl.koppelwerk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.api.Problem.Fault;
import nl.koppelwerk.systems.Connector;

/** Of a system with several ways to log in an account has one, whole. */
record WaysIn(String side, Connector system) {

    /** @param given names of credentials that are not blank */
    List<Fault> faults(Set<String> given) {
        var begun = system.waysIn().stream().filter(way -> way.stream().anyMatch(given::contains)).toList();
        if (system.waysIn().isEmpty()) return List.of();
        if (begun.isEmpty()) return List.of(fault(system.waysIn().get(0).get(0), "REQUIRED", "Give " + all() + "."));
        return begun.size() == 1 ? lacking(begun.get(0), given) : List.of(fault(first(begun.get(0), given), "CREDENTIALS_EXCLUDE", "Give either " + all() + "; what an account has and is to lose is given empty."));
    }

    private List<Fault> lacking(List<String> way, Set<String> given) {
        var faults = new ArrayList<Fault>();
        for (var credential : system.credentials())
            if (way.contains(credential.name()) && !given.contains(credential.name())) faults.add(fault(credential.name(), "REQUIRED", credential.sentence()));
        return faults;
    }

    private static String first(List<String> way, Set<String> given) { return way.stream().filter(given::contains).findFirst().orElseThrow(); }

    private String all() { return system.waysIn().stream().map(way -> String.join(" and ", way)).collect(Collectors.joining(", or ")); }

    private Fault fault(String credential, String code, String detail) { return new Fault(Pointer.of(side, "credentials", credential), code, detail); }
}
