package nl.koppelwerk.systems;

import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** For systems that take whole records without looking: whether a record still holds what a write was decided on. */
public final class Held {

    private Held() { }

    /** Each written field as it was; one whose old value is not known counts for nothing. */
    public static boolean isAsDecidedOn(Step.Write write, Values now) {
        return write.values().fields().stream().allMatch(field -> {
            Value<?> old = write.old().get(field);
            return old.isAbsent() || old.equals(now.get(field));
        });
    }
}
