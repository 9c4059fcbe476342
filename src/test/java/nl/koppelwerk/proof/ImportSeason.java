package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.ImportScene.LIMIT;
import static nl.koppelwerk.proof.ImportScene.QUESTIONNAIRES;
import static nl.koppelwerk.proof.ImportScene.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The story of a season's import: seen, chosen, applied while people go on, done again, and done a season later. */
final class ImportSeason {

    private static final Map<String, String> FIELDS = Map.of("firstName", "firstNames", "lastName", "lastName", "email", "email", "language", "language", "mobileNumber", "mobile",
            "responsibleEmail", "responsible", "nationalNumber", "rijksregisternummer", "partnerNationalNumber", "partnerRijksregisternummer", "label", "label", "address", "privateAddress");

    private final ImportScene scene;
    private final String system;
    private final List<String> taskflows;
    private final Function<JsonNode, ImportedClient> reads;
    private String preview;

    /** @param taskflows none for all clients */
    ImportSeason(ImportScene scene, String system, List<String> taskflows, Function<JsonNode, ImportedClient> reads) {
        this.scene = scene;
        this.system = system;
        this.taskflows = taskflows;
        this.reads = reads;
    }

    /** Every bucket holds whom another count puts there. */
    void isSeen() {
        var counted = count();
        var began = System.nanoTime();
        preview = scene.preview(taskflows);
        System.out.printf("%d relations of %s%s, %d clients: preview after %.1f s, peak %d MB, %s%n  counted: %s%n  %s%n  %s%n", scene.vendors.export(system).size(), system, taskflows, scene.clients().size(),
                seconds(began), Consumption.peakMegabytes(scene.hub.pid()), scene.hub.api().run(preview).path("why").asText(), counted.counts(),
                scene.vendors.told(system, ".*/" + system + "/"), scene.vendors.told("accounton", ".*/v0/"));
        counted.ids.forEach((bucket, expected) -> assertThat(scene.roots(preview, bucket)).as(bucket).containsExactlyInAnyOrderElementsOf(expected));
        assertThat(scene.writes()).as("a preview writes nothing").isZero();
    }

    /** Half of the edits are made before the plan is applied, the other half while it is; answers the clients that were chosen and that nobody edited. */
    Set<String> isApplied(int edits) {
        var items = scene.toWrite(preview);
        var clients = items.stream().map(scene::client).toList();
        var before = scene.clients();
        var edited = new TreeSet<String>();
        clients.subList(0, edits / 2).forEach(client -> edit(client, edited));
        scene.vendors.set("accounton", "latency-ms", 150);
        scene.vendors.forgetCalls();
        var began = System.nanoTime();
        scene.hub.api().runs().apply(preview, Map.of("questionnaires", QUESTIONNAIRES));
        // The last ones: those are still to be worked while the first are.
        clients.subList(clients.size() - (edits - edits / 2), clients.size()).forEach(client -> edit(client, edited));
        scene.vendors.set("accounton", "latency-ms", 0);
        var done = scene.hub.api().awaitRun(preview, LIMIT);

        var changed = scene.items(preview, "").stream().filter(item -> item.path("outcome").asText().equals("changed-since-preview")).map(scene::client).collect(Collectors.toSet());
        System.out.printf("applied in %.1f s: %s, edited meanwhile %d, changed since preview %d%n", seconds(began), done.path("balance"), edited.size(), changed.size());
        assertThat(changed).as("changed since preview").isEqualTo(edited);
        isASubset(items, before, edited);
        assertThat(scene.vendors.mails("accounton")).as("nobody was invited").isEmpty();
        return clients.stream().filter(client -> !edited.contains(client)).collect(Collectors.toSet());
    }

    /** What the stand-in was asked to do, and what its clients hold since, against what was shown. */
    private void isASubset(List<JsonNode> items, Map<String, JsonNode> before, Set<String> edited) {
        var shown = new HashMap<String, Set<String>>();
        items.forEach(item -> shown.put(scene.client(item), written(item)));
        var patched = StreamSupport.stream(scene.vendors.requests("system=accounton&method=PATCH&pathContains=/clients/").spliterator(), false).filter(call -> call.path("status").asInt() == 200)
                .map(call -> call.path("path").asText().replaceFirst(".*/clients/", "")).collect(Collectors.toSet());
        assertThat(shown.keySet()).as("clients that were written").containsAll(patched);
        assertThat(patched).as("edited by people").doesNotContainAnyElementsOf(edited);
        var after = scene.clients();
        after.forEach((id, client) -> {
            var old = before.get(id);
            if (old != null && !edited.contains(id)) {
                assertThat(shown.getOrDefault(id, Set.of())).as("fields of %s", id).containsAll(differing(old, client));
            }
        });
        System.out.printf("  %d clients written, all of them shown; %d added of %d%n", patched.size(), after.size() - before.size(), scene.items(preview, ClientBuckets.ADDED).size());
        assertThat(after.size() - before.size()).as("added").isEqualTo(selected(ClientBuckets.ADDED));
    }

    private int selected(String bucket) {
        return (int) scene.items(preview, bucket).stream().filter(item -> item.path("selected").asBoolean()).count();
    }

    /** @param season clients that were chosen and that nobody edited */
    void hasNothingMoreToDo(Set<String> season) {
        var began = System.nanoTime();
        var again = scene.preview(taskflows);
        var left = scene.toWrite(again).stream().map(scene::client).collect(Collectors.toSet());
        System.out.printf("the same import again after %.1f s: %s; to be written %d, all of them edited by people meanwhile%n", seconds(began), scene.hub.api().run(again).path("why").asText(), left.size());
        assertThat(left).as("nothing to do for whom nobody edited").doesNotContainAnyElementsOf(season);
        scene.hub.api().runs().apply(again, Map.of("buckets", List.of("duplicate")));
        scene.hub.api().awaitRun(again, LIMIT);
        assertThat(scene.rootsToWrite(scene.preview(taskflows))).as("nothing to do").isEmpty();
    }

    /** @param mobile the member of the source that holds it */
    void proposesOnlyWhatChangedLater(int changes, String mobile) {
        var chosen = count().ids.get(ClientBuckets.BOTH).stream().limit(changes).toList();
        assertThat(chosen).hasSize(changes);
        chosen.forEach(relation -> scene.vendors.editSilently(system, relation, Map.of(mobile, "+324999" + ("00000" + relation.replaceAll("\\D", "")).replaceFirst(".*(.{5})$", "$1"))));
        var began = System.nanoTime();
        var season = scene.preview(taskflows);
        System.out.printf("a season later, %d changes: %d to be written, preview after %.1f s%n", chosen.size(), scene.rootsToWrite(season).size(), seconds(began));
        assertThat(scene.rootsToWrite(season)).as("only those").containsExactlyInAnyOrderElementsOf(chosen);
    }

    void leavesNoNumberInClear() {
        var seeded = count().imported().stream().map(ImportedClient::number).filter(number -> !number.isEmpty()).limit(10).toList();
        assertThat(seeded).hasSize(10);
        assertThat(scene.whereabouts(seeded)).isEmpty();
    }

    String preview() {
        return preview;
    }

    ClientBuckets count() {
        return new ClientBuckets(scene.vendors.export(system).stream().map(reads).toList(), scene.vendors.export("accounton"));
    }

    private static Set<String> differing(JsonNode one, JsonNode other) {
        return FIELDS.keySet().stream().filter(member -> !one.path(member).equals(other.path(member))).map(FIELDS::get).collect(Collectors.toSet());
    }

    private void edit(String client, Set<String> edited) {
        scene.vendors.edit("accounton", client, Map.of("mobileNumber", "+32488" + String.format("%06d", edited.size())));
        edited.add(client);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
