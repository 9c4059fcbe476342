package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.Set;

import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Value;

/**
 * What a person chose of a preview for one client.
 *
 * @param readAt        when the reading for that preview had begun at the latest
 * @param target        empty where the client is to be made
 * @param fields        that overwrite
 * @param questionnaire of a client that is to be made
 */
record Choice(String run, String item, Instant readAt, Instant at, String source, String target, Plan plan, Set<String> fields, String questionnaire, boolean invites) {

    static String language(Plan plan) { return plan.shown().source().get(Fields.LANGUAGE).text(); }

    boolean makes() { return target.isEmpty(); }

    /** What the preview showed as the value that would be written; absent where it showed none. */
    Value<?> previewed(Field<?> field) {
        return plan.fields().stream().filter(planned -> planned.field().equals(field)).<Value<?>>map(planned -> planned.value()).findFirst().orElse(Value.absent());
    }

    String told() { return run + " " + item + (makes() ? " makes it with " + questionnaire : " writes " + target + " " + fields) + " as shown " + Telling.values(plan.shown().source()) + " over " + Telling.values(plan.shown().target()); }
}
