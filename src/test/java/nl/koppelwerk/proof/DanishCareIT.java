package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class DanishCareIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long SEED = 11;
    private static final double MEANWHILE = 0.2;
    /** How long a write is under way: longer than a person needs here to type something else. */
    private static final int UNDER_WAY_MS = 3_000;

    @TempDir
    Path folder;
    private DanishScene scene;
    private final OtherMembers members = new OtherMembers(SEED);

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void a_write_to_e_conomic_loses_no_other_member_and_no_edit_that_came_between() {
        scene = DanishScene.of(folder, Sizes.customersKept(), Map.of());
        scene.vendors().export(Vendors.ECONOMIC).forEach(customer -> scene.desk().editEconomicSilently(DanishDesk.number(customer), members.some()));
        scene.api().awaitRun(scene.begin(), LIMIT);
        scene.link().awaitQuiet(LIMIT);
        var pairs = scene.pairs();
        var before = byNumber();
        var meanwhile = members.share(new ArrayList<>(pairs.keySet()), MEANWHILE);
        meanwhile.forEach(number -> scene.vendors().fault(Map.of("system", Vendors.ECONOMIC, "method", "PUT", "pathContains", place(number), "kind", "slow", "delayMs", UNDER_WAY_MS)));
        scene.vendors().forgetCalls();

        pairs.keySet().stream().filter(number -> !meanwhile.contains(number)).forEach(number -> edit(pairs, number));
        // A write is under way for seconds only, so nobody may be busy elsewhere then.
        var clickmate = CompletableFuture.runAsync(() -> meanwhile.forEach(number -> edit(pairs, number)));
        var typed = typedWhileWritesAreUnderWay(meanwhile);
        clickmate.join();

        await("all edits are in e-conomic").atMost(LIMIT).until(() -> byNumber().entrySet().stream().allMatch(one -> one.getValue().path("website").asText().equals(site(one.getKey()))));
        scene.link().awaitQuiet(LIMIT);
        var now = byNumber();
        var lost = new ArrayList<String>();
        pairs.keySet().forEach(number -> compare(number, before.get(number), typed.getOrDefault(number, Map.of()), now.get(number), lost));
        lost.stream().limit(20).forEach(System.out::println);
        System.out.printf("%d customers, an edit between read and write in %d of them, seed %d: %d writes refused (409) and repeated, %d members lost%n  %s%n", pairs.size(), typed.size(), SEED,
                refused(), lost.size(), scene.calls(Vendors.ECONOMIC));
        assertThat(typed).hasSize(meanwhile.size());
        assertThat(lost).isEmpty();
        assertThat(refused()).isGreaterThanOrEqualTo(meanwhile.size());
        assertThat(scene.link().compare().differences()).isEmpty();
    }

    private void edit(Map<String, String> pairs, String number) {
        scene.desk().editClickmate(pairs.get(number), Map.of("website", site(number)));
    }

    /** A person changes another member as soon as the hub's write is on its way; answers what was typed. */
    private Map<String, Map<String, Object>> typedWhileWritesAreUnderWay(List<String> numbers) {
        var typed = new HashMap<String, Map<String, Object>>();
        await("every slow write has begun").atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
            var waiting = scene.desk().faultsWaiting();
            numbers.stream().filter(number -> !typed.containsKey(number) && !waiting.contains(place(number))).forEach(number -> {
                var edit = members.another(typed.size());
                typed.put(number, edit);
                scene.desk().editEconomic(number, edit);
            });
            return typed.size() == numbers.size();
        });
        return typed;
    }

    private static void compare(String number, JsonNode before, Map<String, Object> typed, JsonNode now, List<String> lost) {
        var wanted = ((ObjectNode) before.deepCopy()).setAll((ObjectNode) JsonCalls.JSON.valueToTree(typed));
        var names = new HashSet<String>();
        wanted.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("website", "version", "lastUpdated"));
        names.stream().filter(name -> !wanted.path(name).toString().equals(now.path(name).toString()))
                .forEach(name -> lost.add(number + " " + name + ": " + wanted.path(name) + " became " + now.path(name)));
    }

    private int refused() {
        var refused = 0;
        for (var row : scene.vendors().calls("system=economic&method=PUT").path("counts")) {
            refused += row.path("status").asInt() == 409 ? row.path("count").asInt() : 0;
        }
        return refused;
    }

    private Map<String, JsonNode> byNumber() {
        var byNumber = new HashMap<String, JsonNode>();
        scene.vendors().export(Vendors.ECONOMIC).forEach(customer -> byNumber.put(DanishDesk.number(customer), customer));
        return byNumber;
    }

    private static String place(String number) {
        return "/Customers/" + number;
    }

    private static String site(String number) {
        return "https://pleje" + number + ".example";
    }
}
