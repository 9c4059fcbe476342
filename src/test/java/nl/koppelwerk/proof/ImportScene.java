package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A link that imports clients into Accounton, with its vendors, its hub and its database as processes of their own. */
final class ImportScene implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(60);
    static final Map<String, String> QUESTIONNAIRES = Map.of("nl", "q-2026-nl", "fr", "q-2026-fr", "en", "q-2026-en");

    final Vendors vendors;
    final Hub hub;
    final String link;
    private final ProofDatabase database = new ProofDatabase();
    private Map<String, JsonNode> known = Map.of();

    /** @param source system, and what its account needs besides; no base address where it is a file */
    private ImportScene(Path folder, int relations, String type, Map<String, Object> source, Map<String, ?> asked) {
        vendors = Vendors.start(folder, relations);
        var settings = new HashMap<>(database.settings());
        settings.putAll(Quotas.NONE.settings());
        hub = Hub.in(folder, settings);
        hub.start();
        hub.api().openOffice("kantoor");
        var from = new HashMap<>(source);
        from.computeIfPresent("baseUrl", (name, path) -> vendors.base() + path);
        link = hub.api().createLink(Map.of("type", type, "office", "kantoor", "name", "Personenbelasting", "source", from,
                "target", Map.of("baseUrl", vendors.base() + "/accounton", "credentials", Map.of("apiKey", "accounton-demo-key")), "settings", asked)).path("id").asText();
    }

    static ImportScene of(Path folder, int relations, String type, Map<String, Object> source, Map<String, ?> settings) {
        return new ImportScene(folder, relations, type, source, settings);
    }

    /** Accounton has dossiers of long ago besides, of people whom nobody else knows. */
    void old(int clients) {
        vendors.load("accounton", IntStream.range(0, Math.max(0, clients - vendors.export("accounton").size()))
                .mapToObj(n -> Map.of("firstName", "Oud", "lastName", "Dossier " + n, "email", "oud" + n + "@vroeger.example", "language", "nl", "label", "AJ2019")).toList());
    }

    String preview(List<String> taskflows) {
        var run = hub.api().preview(link, taskflows);
        await("the preview is there").atMost(LIMIT).until(() -> Set.of("planned", "failed").contains(hub.api().run(run).path("state").asText()));
        assertThat(hub.api().run(run).path("state").asText()).as(hub.api().run(run).path("why").asText()).isEqualTo("planned");
        known = hub.api().relations(link, "").stream().collect(Collectors.toMap(one -> one.path("id").asText(), one -> one));
        return run;
    }

    List<JsonNode> items(String run, String bucket) {
        return hub.api().runs().items(run, bucket);
    }

    /** Ids of a bucket's items: of Accounton for those that only it has, else of the source. */
    Set<String> roots(String run, String bucket) {
        var side = bucket.equals(ClientBuckets.LEFT) ? "target" : "source";
        return items(run, bucket).stream().map(item -> root(item, side)).collect(Collectors.toCollection(HashSet::new));
    }

    /** Of who stands in both, those of whom a field is to be written. */
    List<JsonNode> toWrite(String run) {
        return items(run, "duplicate").stream().filter(item -> !written(item).isEmpty()).toList();
    }

    Set<String> rootsToWrite(String run) {
        return toWrite(run).stream().map(item -> root(item, "source")).collect(Collectors.toSet());
    }

    String root(JsonNode item, String side) {
        return known.get(item.path("relation").asText()).path(side).path("id").asText();
    }

    String client(JsonNode item) {
        return root(item, "target");
    }

    /** The names of the fields that are written where the item is applied. */
    static Set<String> written(JsonNode item) {
        return StreamSupport.stream(item.path("fields").spliterator(), false).filter(field -> !field.hasNonNull("kept")).map(field -> field.path("field").asText()).collect(Collectors.toSet());
    }

    Map<String, JsonNode> clients() {
        return vendors.export("accounton").stream().collect(Collectors.toMap(client -> client.path("id").asText(), client -> client));
    }

    int writes() {
        return vendors.count("system=accounton&method=PATCH") + vendors.count("system=accounton&method=POST&pathContains=/imports");
    }

    /** Searches tables, log, metrics and dead letters, as they stand and with dots; prints how much was searched. */
    Map<String, List<String>> whereabouts(List<String> numbers) {
        var places = new HashMap<>(database.dump());
        places.put("log", hub.said());
        places.put("metrics", new JsonCalls(hub.base(), "").text("/q/metrics"));
        places.put("dead letters", hub.api().deadLetters().toString());
        places.put("audit", hub.api().audit().toString());
        var addresses = new ArrayList<String>();
        vendors.requests("").forEach(call -> addresses.add(call.path("path").asText() + "?" + call.path("query").asText()));
        places.put("addresses of calls", String.join("\n", addresses));
        var hits = new TreeMap<String, List<String>>();
        places.forEach((place, text) -> {
            var found = numbers.stream().filter(number -> text.contains(number) || text.contains(dotted(number))).toList();
            if (!found.isEmpty()) {
                hits.put(place, found);
            }
        });
        System.out.printf("%d national numbers looked for in %d places, %.1f MB: found in %s%n", numbers.size(), places.size(), places.values().stream().mapToLong(String::length).sum() / 1e6, hits.keySet());
        return hits;
    }

    private static String dotted(String number) {
        return number.replaceFirst("(..)(..)(..)(...)(..)", "$1.$2.$3-$4.$5");
    }

    @Override
    public void close() {
        hub.close();
        vendors.close();
    }
}
