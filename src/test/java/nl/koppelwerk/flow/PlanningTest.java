package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.relation.Wording;
import org.junit.jupiter.api.Test;

/** What is said of a plan before anybody looks at its items. */
class PlanningTest {

    @Test void what_was_made_is_said_to_stay_and_not_to_be_made_by_the_plan() {
        var undo = Planning.summary(new Restore(null, "7", ""), Map.of(Bucket.CREATED, 112));
        var toMoment = Planning.summary(new Restore(Instant.EPOCH, "", ""), Map.of(Bucket.TO_RESTORE, 3, Bucket.KEPT, 1));

        assertThat(Wording.EN.told(undo)).isEqualTo("0 to restore, 0 kept, 112 made by that run, which stay; nothing is written before it is applied");
        assertThat(Wording.EN.told(toMoment)).isEqualTo("3 to restore, 1 kept, 0 made since, which stay; nothing is written before it is applied");
    }
}
