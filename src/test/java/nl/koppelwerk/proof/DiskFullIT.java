package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the embedded PostgreSQL fills up while people type, and is freed again. */
@Tag("full")
class DiskFullIT {

    private static final String FAULT = "the disk of the embedded database is full";
    private static final int MEBIBYTES = 500;
    private static final int RELATIONS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_outlives_a_disk_without_a_free_block() {
        var disk = new SmallDisk(folder.resolve("disk"), MEBIBYTES);
        if (!disk.canBeMade()) {
            FaultTable.skipped(FAULT, "no file system of its own may be mounted here");
        }
        assumeTrue(disk.canBeMade());
        try (var vendors = Vendors.start(folder, RELATIONS); var hub = Hub.in(folder, settings()).on(disk)) {
            vendors.set(Vendors.TRIBE, "hook-retries", 20);
            var link = ProofLink.between(vendors, hub.start().api(), "kantoor");
            link.activate();
            await("both sides are equal").atMost(LONGEST).ignoreExceptions().until(() -> link.isQuiet() && Judge.of(vendors, link, List.of()).isClean());
            try (var people = People.of(vendors, Sizes.faultSeed())) {
                fill(disk, hub, vendors, link, people);
            }
        }
    }

    private static void fill(SmallDisk disk, Hub hub, Vendors vendors, ProofLink link, People people) {
        people.begin();
        for (var time = 0; time < Sizes.faultTimes(); time++) {
            var before = complaints(hub);
            disk.fill(hub.pid());
            await("PostgreSQL misses a block").atMost(LONGEST).until(() -> complaints(hub) > before);
            disk.free(hub.pid());
            await("it is ready again").atMost(LONGEST).until(hub::isReady);
        }
        people.pause();
        var began = System.nanoTime();
        await("quiet").atMost(LONGEST).ignoreExceptions().until(() -> vendors.webhooksOnTheirWay() == 0 && link.isQuiet() && Judge.of(vendors, link, people.last()).isClean());
        var verdict = Judge.of(vendors, link, people.last());
        FaultTable.row(FAULT, Sizes.faultTimes(), people.edits(), verdict, Duration.ofNanos(System.nanoTime() - began));
        assertThat(verdict.isClean()).as("%s", verdict).isTrue();
        assertThat(hub.api().deadLetters()).isEmpty();
    }

    private static int complaints(Hub hub) {
        return hub.said().split("No space left on device", -1).length;
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of("KOPPELWERK_POLL_INTERVAL", "PT2S", "KOPPELWERK_SWEEP_INTERVAL", "PT24H"));
    }
}
