package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.koppelwerk.sandbox.DanishNames;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class DanishWebhooksIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int BETWEEN_EDITS_MS = 100;
    private static final int TOLD_OF = 50;
    private static final double SHARE = 0.2;
    /** How long the answer to a create is under way, while its webhook is not. */
    private static final int LATE_ANSWER_MS = 3_000;

    @TempDir
    static Path folder;
    private static DanishScene scene;

    @BeforeAll
    static void start() {
        scene = DanishScene.settled(folder, Math.max(100, Sizes.customersChanged()), Map.of());
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement("CL-27")
    void ten_changes_a_second_in_e_conomic_are_in_Clickmate_at_once() throws InterruptedException {
        var pairs = new ArrayList<>(scene.pairs().entrySet()).subList(0, Sizes.customersChanged());
        scene.vendors().forgetCalls();
        var edited = new TreeMap<String, Long>();
        var clock = Executors.newSingleThreadScheduledExecutor();

        for (var i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            var site = Map.of("website", "https://ny" + i + ".example");
            clock.schedule(() -> {
                edited.put(pair.getValue(), System.currentTimeMillis());
                scene.desk().editEconomic(pair.getKey(), site);
            }, (long) i * BETWEEN_EDITS_MS, TimeUnit.MILLISECONDS);
        }
        clock.shutdown();
        assertThat(clock.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        await("all edits are in Clickmate").atMost(LIMIT).until(() -> arrived().keySet().containsAll(edited.keySet()));
        var arrived = arrived();
        var millis = edited.entrySet().stream().map(edit -> arrived.get(edit.getKey()) - edit.getValue()).sorted().toList();
        System.out.printf("%d changes, ten a second: median %d ms, p99 %d ms, longest %d ms%n", millis.size(), at(millis, 50), at(millis, 99), at(millis, 100));
        assertThat(at(millis, 50)).isLessThan(2_000);
        scene.link().awaitQuiet(LIMIT);
        assertThat(scene.link().compare().differences()).isEmpty();
    }

    @Test
    void a_burst_of_webhooks_costs_one_look_for_a_customer_and_one_that_comes_while_it_is_worked_off_costs_less_looks_than_webhooks() throws InterruptedException {
        var numbers = new ArrayList<>(scene.pairs().keySet()).subList(0, TOLD_OF);

        scene.api().pause(scene.link().id());
        burst("at once", numbers, "https://byge");
        scene.vendors().forgetCalls();
        scene.api().resume(scene.link().id());
        var atOnce = looks("at once");

        scene.vendors().forgetCalls();
        burst("while it is worked off", numbers, "https://regn");
        var meanwhile = looks("while it is worked off");

        assertThat(atOnce).isLessThanOrEqualTo(2 * TOLD_OF);
        assertThat(meanwhile).isLessThan(Sizes.customersTold());
        assertThat(scene.link().compare().differences()).isEmpty();
    }

    /** Of edits that e-conomic itself tells nobody of. */
    private static void burst(String when, List<String> numbers, String site) throws InterruptedException {
        var told = new ArrayList<String>();
        while (told.size() < Sizes.customersTold()) {
            told.addAll(numbers);
        }
        Collections.shuffle(told, new Random(1));
        numbers.forEach(number -> scene.desk().editEconomicSilently(number, Map.of("website", site + number + ".example")));
        try (var burst = new WebhookBurst(32, DanishLink::letter)) {
            System.out.println("burst " + when + ": " + burst.send(scene.link().webhook(), told, LIMIT));
        }
    }

    /** Reads of customers in e-conomic; each of the fifty is written once. */
    private static int looks(String when) {
        await("all are written").atMost(LIMIT).until(() -> scene.writes(Vendors.CLICKMATE) >= TOLD_OF);
        scene.link().awaitQuiet(LIMIT);
        var looks = scene.vendors().count("system=economic&method=GET&pathContains=/customers/");
        System.out.printf("%d webhooks of %d customers %s: %d looks, %d writes%n  %s%n  %s%n", Sizes.customersTold(), TOLD_OF, when, looks, scene.writes(Vendors.CLICKMATE),
                scene.calls(Vendors.ECONOMIC), scene.calls(Vendors.CLICKMATE));
        assertThat(scene.writes(Vendors.CLICKMATE)).isEqualTo(TOLD_OF);
        return looks;
    }

    @Test
    void webhooks_that_are_lost_doubled_and_late_leave_nothing_behind_after_the_next_full_run() {
        var pairs = new ArrayList<>(scene.pairs().entrySet());
        var before = pairs.size();
        scene.desk().webhooksFail(SHARE);

        for (var i = 0; i < pairs.size(); i++) {
            if (i % 2 == 0) {
                scene.desk().editEconomic(pairs.get(i).getKey(), Map.of("website", "https://tabt" + i + ".example", "telephoneAndFaxNumber", "33 12 " + (1000 + i)));
            } else {
                scene.desk().editClickmate(pairs.get(i).getValue(), Map.of("website", "https://tabt" + i + ".example", "email", "tabt" + i + "@tabt.example"));
            }
        }
        var names = new DanishNames(new Random(3));
        for (var i = 0; i < 20; i++) {
            scene.desk().createInEconomic(newborn(names, "tabt-ny", i));
        }
        scene.desk().webhooksFail(0);
        await("late webhooks have come").atMost(Duration.ofMinutes(2)).until(() -> scene.desk().webhooksOnTheirWay() == 0);
        scene.link().awaitQuiet(LIMIT);
        System.out.println("after webhooks alone: " + scene.link().compare().differences().size() + " differences");

        scene.link().run("full", LIMIT);

        scene.link().awaitQuiet(LIMIT);
        var verdict = scene.link().compare();
        System.out.println("after the full run: " + verdict);
        assertThat(verdict.differences()).isEmpty();
        assertThat(scene.vendors().export(Vendors.CLICKMATE).size()).isEqualTo(before + 20);
        assertThat(scene.vendors().export(Vendors.ECONOMIC).size()).isEqualTo(before + 20);
    }

    @Test
    @Requirement({"CL-25", "CL-27"})
    void a_customer_made_on_either_side_exists_once_in_both_though_webhooks_overtake_the_answers() {
        var names = new DanishNames(new Random(5));
        for (var system : List.of(Vendors.ECONOMIC, Vendors.CLICKMATE)) {
            scene.vendors().fault(Map.of("system", system, "method", "POST", "pathContains", "/customers", "kind", "slow", "afterWrite", true,
                    "delayMs", LATE_ANSWER_MS, "times", Sizes.customersBorn() / 2));
        }
        var before = scene.pairs().size();
        var born = new ArrayList<String>();
        scene.vendors().forgetCalls();

        for (var i = 0; i < Sizes.customersBorn() / 2; i++) {
            var there = newborn(names, "eco", i);
            var here = newborn(names, "click", i);
            born.addAll(List.of(there.get("name"), here.get("name")));
            var number = scene.desk().createInEconomic(there);
            scene.desk().addContactInEconomic(number, Map.of("name", names.fullName(), "email", "kontakt" + i + "@eco.example"));
            scene.desk().createInClickmate(Map.of("name", here.get("name"), "email", here.get("email"), "cvrNumber", here.get("corporateIdentificationNumber"), "lifecycle", "ACTIVE", "autoSync", true,
                    "contacts", List.of(Map.of("name", names.fullName(), "email", "kontakt" + i + "@click.example"))));
        }

        await("all are paired").atMost(LIMIT).until(() -> scene.pairs().size() >= before + born.size());
        scene.link().awaitQuiet(LIMIT);
        scene.vendors().mendFaults();
        var verdict = scene.link().compare();
        System.out.printf("%d born on both sides: %s%n  %s%n  %s%n", born.size(), verdict, scene.calls(Vendors.ECONOMIC), scene.calls(Vendors.CLICKMATE));
        assertThat(verdict.differences()).isEmpty();
        for (var system : List.of(Vendors.ECONOMIC, Vendors.CLICKMATE)) {
            var times = times(system);
            assertThat(born).as("once in " + system).allMatch(name -> times.get(name) == 1);
        }
    }

    /** When Clickmate had been told, by its customer: the first write after the edits began. */
    private static Map<String, Long> arrived() {
        var arrived = new HashMap<String, Long>();
        scene.vendors().requests("system=clickmate&method=PATCH").forEach(request -> {
            var path = request.path("path").asText();
            var at = java.time.Instant.parse(request.path("time").asText()).toEpochMilli() + request.path("micros").asLong() / 1000;
            arrived.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), at);
        });
        return arrived;
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static Map<String, String> newborn(DanishNames names, String domain, int number) {
        return Map.of("name", names.company() + " " + domain + number, "email", "ny" + number + "@" + domain + ".example", "corporateIdentificationNumber", names.cvr());
    }

    private static Map<String, Long> times(String system) {
        return scene.vendors().export(system).stream().collect(Collectors.groupingBy(one -> one.path("name").asText(), Collectors.counting()));
    }
}
