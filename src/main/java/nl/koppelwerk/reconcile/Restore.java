package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Past.Life;
import nl.koppelwerk.reconcile.Past.Made;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * What is to be restored: to a moment, or to what stood before a run.
 *
 * @param at    the moment; null for a run
 * @param run   the run that is to be undone, or empty
 * @param field a field's name or subject, or empty for all
 */
public record Restore(Instant at, String run, String field) implements Planner {

    /** The plan for one relation; empty where the hub wrote nothing there since. Pure: the same past always gives the same plan. */
    @Override public Optional<Plan> plan(Past past, Rules rules) {
        var fields = new ArrayList<Planned>();
        var reasons = new ArrayList<Reason>();
        byPlace(past).forEach((place, lives) -> {
            if (!wasMade(past, place)) new PastOfPart(this, past, rules, place.side(), place.part()).plan(lives).forEach(fields::add);
            else if (place.part().kind() != PartKind.ROOT && field.isEmpty()) reasons.add(made(rules, place).about(place.part().toString()));
        });
        var made = past.made().stream().filter(one -> one.part().equals(PartKey.ROOT) && field.isEmpty() && isWithin(past, one)).map(Made::side).findFirst();
        made.ifPresent(side -> reasons.add(0, made(rules, new Place(side, PartKey.ROOT))));
        return made.isEmpty() && fields.isEmpty() && reasons.isEmpty() ? Optional.empty() : Optional.of(Plan.of(made, fields, reasons));
    }

    private static Reason made(Rules rules, Place place) {
        return new Reason(ReasonCode.MADE_BY_HUB, "", Map.of("system", rules.dialect(place.side()).label()));
    }

    record Place(Side side, PartKey part) {}

    /** Values of a record that stood in this place before are another record's. */
    private Map<Place, List<Life>> byPlace(Past past) {
        var places = new LinkedHashMap<Place, List<Life>>();
        for (var life : past.lives()) {
            var place = new Place(life.side(), known(past, life));
            if (past.made().stream().noneMatch(made -> isOf(made, place) && life.at().isBefore(made.at())))
                places.computeIfAbsent(place, absent -> new ArrayList<>()).add(life);
        }
        places.values().removeIf(lives -> lives.stream().noneMatch(life -> life.written() && isSince(life)));
        return places;
    }

    /** A part of the target bears a mark until it has a partner, and the name of both from then on. */
    private static PartKey known(Past past, Life life) {
        var key = life.part().key();
        if (life.side() == Side.SOURCE || !key.startsWith("t:")) return life.part();
        return past.pair().partners(Side.TARGET, life.part().kind(), key.substring(2)).map(partners -> partners.key()).orElse(life.part());
    }

    private static boolean isOf(Made made, Place place) {
        return made.side() == place.side() && (made.part().equals(PartKey.ROOT) || made.part().equals(place.part()));
    }

    private boolean wasMade(Past past, Place place) { return past.made().stream().anyMatch(made -> isOf(made, place) && isWithin(past, made)); }

    private boolean isWithin(Past past, Made made) {
        if (run.isEmpty()) return made.at().isAfter(at);
        return past.lives().stream().filter(life -> life.side() == made.side() && known(past, life).equals(made.part()) && !life.at().isBefore(made.at()))
            .findFirst().filter(first -> first.runs().contains(run)).isPresent();
    }

    /** It came after the moment, or with the run. */
    public boolean isSince(Life life) { return run.isEmpty() ? life.at().isAfter(at) : life.runs().contains(run); }

    boolean concerns(PartKey part, Field<?> one) { return field.isEmpty() || field.equals(one.name()) || field.equals(part.subject(one)); }
}
