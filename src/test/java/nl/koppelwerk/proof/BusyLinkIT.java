package nl.koppelwerk.proof;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class BusyLinkIT {

    @TempDir
    Path folder;
    private Scene quick;
    private Vendors slowVendors;

    @AfterEach
    void stop() {
        if (slowVendors != null) {
            slowVendors.close();
        }
        if (quick != null) {
            quick.close();
        }
    }

    @Test
    void the_webhook_of_a_quiet_link_is_delivered_in_two_seconds_while_another_link_has_a_mountain_of_notices() throws Exception {
        // The polite number of calls at once: a slow vendor may hold that many workers and no more.
        quick = Scene.settled(folder, 50, Map.of("KOPPELWERK_TRIBE_AT_ONCE", "5", "KOPPELWERK_ADVOCAATCENTRAAL_AT_ONCE", "4"));
        slowVendors = Vendors.start(folder.resolve("slow"), 1);
        var busy = ProofLink.between(slowVendors, quick.api(), "druk");
        busy.activate();
        slowVendors.latency(1000);
        var unknown = IntStream.range(0, Sizes.notices()).mapToObj(number -> UUID.randomUUID().toString()).toList();
        try (var burst = new WebhookBurst(32)) {
            System.out.println("mountain: " + burst.send(busy.webhook(), unknown, Duration.ofMinutes(10)));
        }
        var company = quick.paired("BEDRIJF").get(0).get("id").asText();
        var began = System.nanoTime();

        quick.vendors().edit(Vendors.TRIBE, quick.tribeIds().get(company), Map.of("PhoneNumber", "+31 20 765 4321"));

        await("the other link's edit").atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(20))
                .until(() -> Wording.phone(quick.vendors().record(Vendors.AC, company).path("telefoonnummer")).equals("31207654321"));
        System.out.println("with " + (int) quick.api().metric("koppelwerk_waiting") + " notices waiting: " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }
}
