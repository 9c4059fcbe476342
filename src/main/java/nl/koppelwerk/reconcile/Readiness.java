package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;

/**
 * What stands in the way of a root before anything is sent (SN-06, SN-41): all reasons at once.
 *
 * @param verdict what would become of it
 */
public record Readiness(Verdict verdict, List<Reason> reasons) {

    /** {@code INCOMPLETE}: it goes over, without the fields that the reasons name. */
    public enum Verdict { READY, INCOMPLETE, REFUSED, OUT_OF_SCOPE }

    /** Of a root of the source as if the target had no such record yet. */
    public static Readiness of(Rules rules, Sighting seen) {
        var aside = rules.outOfScope(Side.SOURCE, seen.relation());
        if (aside.isEmpty()) aside = rules.notBorn(Side.SOURCE, seen.relation());
        return aside.isEmpty() ? judged(rules, seen) : new Readiness(Verdict.OUT_OF_SCOPE, aside);
    }

    /** The same of one that has a partner already, so that nobody asks whether it may be born. */
    static Readiness judged(Rules rules, Sighting seen) {
        var view = rules.view(Side.SOURCE, Pair.FACET, seen.relation());
        var fit = new Fit(rules, Side.TARGET, view.kind());
        var reasons = new ArrayList<Reason>();
        var fits = view.values().only((field, value) -> fit.goesAlong(PartKind.ROOT, field, value)).only((field, value) -> {
            var problems = fit.problems(PartKey.ROOT, field, value).stream().map(problem -> problem.about(field.name())).toList();
            return !reasons.addAll(problems);
        });
        var missing = fit.missing(PartKind.ROOT, fits);
        missing.stream().filter(reason -> reasons.stream().noneMatch(said -> said.subject().equals(reason.subject()))).forEach(reasons::add);
        // What a rule leaves aside refuses nothing, not even where one wrong field does.
        boolean isRefused = !missing.isEmpty() || rules.refusesInvalid() && !reasons.isEmpty();
        remarks(rules, seen).filter(remark -> reasons.stream().noneMatch(said -> said.subject().equals(remark.subject()))).forEach(reasons::add);
        return new Readiness(isRefused ? Verdict.REFUSED : reasons.isEmpty() ? Verdict.READY : Verdict.INCOMPLETE, List.copyOf(reasons));
    }

    /** Fields that the view of the link leaves out before anything is judged; what is said of the whole relation stops no field. */
    private static Stream<Reason> remarks(Rules rules, Sighting seen) {
        return rules.remarks(Side.SOURCE, seen.relation()).stream().filter(remark -> !remark.subject().isEmpty());
    }
}
