package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A season's import from AdminPulse into Accounton: seen, chosen, applied, and again a season later. */
@Tag("full")
class ClientImportIT {

    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final int RELATIONS = Sizes.clients();
    /** Edited in Accounton by people, half of them before the plan is applied and half while it is. */
    private static final int EDITED = Math.max(2, RELATIONS / 160);
    private static final int CHANGED = Math.max(3, RELATIONS * 3 / 80);
    private static final Map<String, String> QUESTIONNAIRES = Map.of("nl", "q-2026-nl", "fr", "q-2026-fr", "en", "q-2026-en");

    @TempDir
    Path folder;
    private Vendors vendors;
    private Hub hub;
    private String link;

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        if (vendors != null) {
            vendors.close();
        }
    }

    @Test
    @Requirement({"IM-01", "IM-02", "IM-05", "IM-15", "IM-20", "IM-21", "IM-22", "IM-24", "IM-90", "IM-91", "IM-93"})
    void what_was_previewed_and_chosen_is_done_and_nothing_else() {
        begin();
        buckets();
        var season = apply();
        again(season);
        later();
        personalNumbersAreNowhere();
    }

    private void begin() {
        vendors = Vendors.start(folder, RELATIONS);
        vendors.load("accounton", java.util.stream.IntStream.range(0, RELATIONS * 7 / 8 - vendors.export("accounton").size())
                .mapToObj(n -> Map.of("firstName", "Oud", "lastName", "Dossier " + n, "email", "oud" + n + "@vroeger.example", "language", "nl", "label", "AJ2019")).toList());
        var database = new ProofDatabase();
        this.database = database;
        hub = Hub.in(folder, database.settings());
        hub.start();
        hub.api().openOffice("kantoor");
        link = hub.api().createLink(Map.of("type", "adminpulse-accounton", "office", "kantoor", "name", "Personenbelasting",
                "source", Map.of("baseUrl", vendors.base() + "/adminpulse", "credentials", Map.of("apiKey", "adminpulse-demo-key")),
                "target", Map.of("baseUrl", vendors.base() + "/accounton", "credentials", Map.of("apiKey", "accounton-demo-key")),
                "settings", Map.of("label", "AJ2026"))).path("id").asText();
        hub.api().activate(link);
    }

    private ProofDatabase database;
    private ClientBuckets counted;
    private String preview;

    private void buckets() {
        counted = count();
        var began = System.nanoTime();
        preview = preview();
        System.out.printf("%d relations, %d clients: preview after %.1f s, peak %d MB, %s%n  counted: %s%n  %s%n  %s%n", RELATIONS, vendors.export("accounton").size(), seconds(began),
                Consumption.peakMegabytes(hub.pid()), hub.api().run(preview).path("why").asText(), counted.counts(), vendors.told("adminpulse", ".*/adminpulse/"), vendors.told("accounton", ".*/v0/"));
        counted.ids.forEach((bucket, expected) -> assertThat(roots(bucket)).as(bucket).containsExactlyInAnyOrderElementsOf(expected));
        assertThat(writes()).as("a preview writes nothing").isZero();
    }

    /** @return ids of clients that nobody edited and for which something was chosen */
    private Set<String> apply() {
        var items = hub.api().runs().items(preview, "duplicate").stream().filter(item -> written(item).size() > 0).toList();
        var clients = items.stream().map(this::client).toList();
        var before = clients();
        var edited = new TreeSet<String>();
        clients.subList(0, EDITED / 2).forEach(client -> edit(client, edited));
        vendors.set("accounton", "latency-ms", 150);
        vendors.forgetCalls();
        hub.api().runs().apply(preview, Map.of("questionnaires", QUESTIONNAIRES));
        // The last ones: those are still to be worked while the first are.
        clients.subList(clients.size() - (EDITED - EDITED / 2), clients.size()).forEach(client -> edit(client, edited));
        vendors.set("accounton", "latency-ms", 0);
        var done = hub.api().awaitRun(preview, LIMIT);

        var changed = hub.api().runs().items(preview, "").stream().filter(item -> item.path("outcome").asText().equals("changed-since-preview")).map(this::client).collect(Collectors.toSet());
        System.out.printf("applied: %s, edited meanwhile %d, changed since preview %d%n", done.path("balance"), edited.size(), changed.size());
        assertThat(changed).as("changed since preview").isEqualTo(edited);
        isASubset(items, before, edited);
        assertThat(mails()).as("nobody was invited").isZero();
        return clients.stream().filter(client -> !edited.contains(client)).collect(Collectors.toSet());
    }

    /** What the stand-in was asked to do, and what its clients hold since, against what was shown. */
    private void isASubset(List<JsonNode> items, Map<String, JsonNode> before, Set<String> edited) {
        var shown = new HashMap<String, Set<String>>();
        items.forEach(item -> shown.put(client(item), written(item)));
        var patched = StreamSupport.stream(vendors.requests("system=accounton&method=PATCH&pathContains=/clients/").spliterator(), false).filter(call -> call.path("status").asInt() == 200)
                .map(call -> call.path("path").asText().replaceFirst(".*/clients/", "")).collect(Collectors.toSet());
        assertThat(shown.keySet()).as("clients that were written").containsAll(patched);
        assertThat(patched).as("edited by people").doesNotContainAnyElementsOf(edited);
        clients().forEach((id, client) -> {
            var old = before.get(id);
            if (old != null && !edited.contains(id)) {
                assertThat(shown.getOrDefault(id, Set.of())).as("fields of %s", id).containsAll(differing(old, client));
            }
        });
        var added = clients().size() - before.size();
        System.out.printf("  %d clients written, all of them shown; %d added of %d%n", patched.size(), added, counted.ids.get(ClientBuckets.ADDED).size());
    }

    private void again(Set<String> season) {
        var again = preview();
        var left = hub.api().runs().items(again, "duplicate").stream().filter(item -> written(item).size() > 0).map(this::client).collect(Collectors.toSet());
        System.out.printf("the same import again: %s; to be written %d, all of them edited by people meanwhile%n", hub.api().run(again).path("why").asText(), left.size());
        assertThat(left).as("nothing to do for whom nobody edited").doesNotContainAnyElementsOf(season);
        hub.api().runs().apply(again, Map.of("buckets", List.of("duplicate")));
        hub.api().awaitRun(again, LIMIT);
        assertThat(toWrite(preview())).as("nothing to do").isEmpty();
    }

    private void later() {
        var chosen = List.copyOf(count().ids.get(ClientBuckets.BOTH)).stream().limit(CHANGED).toList();
        chosen.forEach(relation -> vendors.editSilently("adminpulse", relation, Map.of("mobile", "+324999" + relation.substring(relation.length() - 5))));
        var began = System.nanoTime();
        var season = preview();
        System.out.printf("a season later, %d changes: %d to be written, preview after %.1f s%n", chosen.size(), toWrite(season).size(), seconds(began));
        assertThat(toWrite(season)).as("only those").containsExactlyInAnyOrderElementsOf(chosen);
    }

    private void personalNumbersAreNowhere() {
        var seeded = vendors.export("adminpulse").stream().filter(one -> one.hasNonNull("nationalNumber")).map(one -> one.path("nationalNumber").asText()).limit(10).toList();
        var places = new HashMap<>(database.dump());
        places.put("log", hub.said());
        places.put("metrics", new JsonCalls(hub.base(), "").text("/q/metrics"));
        places.put("dead letters", hub.api().deadLetters().toString());
        var hits = new TreeMap<String, List<String>>();
        places.forEach((place, text) -> {
            var found = seeded.stream().filter(number -> text.contains(number) || text.contains(dotted(number))).toList();
            if (!found.isEmpty()) {
                hits.put(place, found);
            }
        });
        System.out.printf("ten national numbers looked for in %d places, %.1f MB: found in %s%n", places.size(), places.values().stream().mapToLong(String::length).sum() / 1e6, hits.keySet());
        assertThat(seeded).hasSize(10);
        assertThat(hits).isEmpty();
    }

    private static String dotted(String number) {
        return number.replaceFirst("(..)(..)(..)(...)(..)", "$1.$2.$3-$4.$5");
    }

    private ClientBuckets count() {
        return new ClientBuckets(vendors.export("adminpulse"), vendors.export("accounton"));
    }

    private String preview() {
        var run = hub.api().run(link, "preview");
        await("the preview is there").atMost(LIMIT).until(() -> Set.of("planned", "failed").contains(hub.api().run(run).path("state").asText()));
        assertThat(hub.api().run(run).path("state").asText()).as(hub.api().run(run).path("why").asText()).isEqualTo("planned");
        known = hub.api().relations(link, "").stream().collect(Collectors.toMap(one -> one.path("id").asText(), one -> one));
        return run;
    }

    private Map<String, JsonNode> known = Map.of();

    private Set<String> roots(String bucket) {
        var side = bucket.equals(ClientBuckets.LEFT) ? "target" : "source";
        return hub.api().runs().items(preview, bucket).stream().map(item -> root(item, side)).collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> toWrite(String run) {
        return hub.api().runs().items(run, "duplicate").stream().filter(item -> written(item).size() > 0).map(item -> root(item, "source")).collect(Collectors.toSet());
    }

    private String root(JsonNode item, String side) {
        return known.get(item.path("relation").asText()).path(side).path("id").asText();
    }

    private String client(JsonNode item) {
        return root(item, "target");
    }

    private static Set<String> written(JsonNode item) {
        return StreamSupport.stream(item.path("fields").spliterator(), false).filter(field -> field.path("kept").isNull() || field.path("kept").isMissingNode()).map(field -> field.path("field").asText())
                .collect(Collectors.toSet());
    }

    private Map<String, JsonNode> clients() {
        return vendors.export("accounton").stream().collect(Collectors.toMap(client -> client.path("id").asText(), client -> client));
    }

    private static final Map<String, String> FIELDS = Map.of("firstName", "firstNames", "lastName", "lastName", "email", "email", "language", "language", "mobileNumber", "mobile",
            "responsibleEmail", "responsible", "nationalNumber", "rijksregisternummer", "partnerNationalNumber", "partnerRijksregisternummer", "label", "label", "address", "privateAddress");

    private static Set<String> differing(JsonNode one, JsonNode other) {
        return FIELDS.keySet().stream().filter(member -> !one.path(member).equals(other.path(member))).map(FIELDS::get).collect(Collectors.toSet());
    }

    private void edit(String client, Set<String> edited) {
        vendors.edit("accounton", client, Map.of("mobileNumber", "+32488" + String.format("%06d", edited.size())));
        edited.add(client);
    }

    private int writes() {
        return vendors.count("system=accounton&method=PATCH") + vendors.count("system=accounton&method=POST&pathContains=/imports");
    }

    private int mails() {
        return vendors.mails("accounton").size();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
