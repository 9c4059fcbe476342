package nl.koppelwerk.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engine.md section 4 f: the identity of a create that was in doubt is watched for a day. */
class WatchTest {

    private static final Instant SINCE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Watch OF_A_DAY = new Watch(Side.TARGET, PartKey.ROOT, SINCE, SINCE.plus(Duration.ofDays(1)), SINCE, List.of());

    @Test void it_looks_ever_further_apart_and_once_more_just_before_the_end() {
        var looks = new ArrayList<Duration>();
        var watch = OF_A_DAY;
        while (watch.due().isPresent()) {
            looks.add(Duration.between(SINCE, watch.due().get()));
            watch = watch.lookedAt(watch.due().get());
        }

        assertThat(looks).containsExactly(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofMinutes(24 * 60 - 5));
    }

    @Test void it_is_due_from_its_moment_on_until_somebody_looked() {
        assertThat(OF_A_DAY.isDue(SINCE.plusSeconds(599))).isFalse();
        assertThat(OF_A_DAY.isDue(SINCE.plusSeconds(600))).isTrue();
        assertThat(OF_A_DAY.lookedAt(SINCE.plusSeconds(600)).isDue(SINCE.plusSeconds(3599))).isFalse();
        assertThat(OF_A_DAY.lookedAt(SINCE.plusSeconds(90_000)).due()).isEmpty();
    }
}
