package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class BookkeepingUndoIT {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int SAMPLE = 10;
    /** Not every relation is one relatie: prospects and archived ones are none, who buys and sells is two. */
    private static final int RELATIONS = Sizes.undone() * 2;
    /** Edited by a person after the run: 20 of 500. */
    private static final int EDITED = Math.max(2, Sizes.undone() / 25);
    private static final String BY_HAND = "31205550100";
    private static final int MADE = Sizes.undone() / 5;

    @TempDir
    Path folder;
    private BookkeepingScene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement({"SN-41", "SN-43", "SN-44"})
    void what_a_run_wrote_is_undone_but_for_what_a_person_edited_since_and_what_it_made_stays() {
        // What had no number before the run has none after its undo: so many fields are emptied by it.
        scene = BookkeepingScene.of(folder, RELATIONS, Map.of("brake", RELATIONS));
        scene.desk().everyKeyOnce();
        scene.vendors().load(Vendors.SNELSTART, SnelStartBefore.of(scene.vendors().export(Vendors.COMPENDA)).relaties().subList(0, RELATIONS / 10));

        checklist();
        backup();
        scene.api().activate(scene.link().id());
        sample();
        scene.link().run("initial", LIMIT);
        updatesAreUndone();
        createsAreKept();
    }

    private void checklist() {
        var run = ended(scene.api().run(scene.link().id(), "checklist"));
        var lines = scene.api().runs().file(run, "checklist.csv").lines().toList();
        System.out.println("checklist: " + (lines.size() - 1) + " lines, such as\n  " + String.join("\n  ", lines.subList(0, Math.min(4, lines.size()))));
        var long50 = scene.vendors().export(Vendors.COMPENDA).stream().filter(relation -> BookkeepingFaces.refusal(relation).equals("name too long") && !BookkeepingFaces.kinds(relation).isEmpty());
        assertThat(lines).as("relations whose name is too long").satisfies(all -> long50.forEach(relation -> assertThat(all).anyMatch(line -> line.startsWith(BookkeepingDesk.id(relation) + ";"))));
        assertThat(scene.writes()).as("a checklist writes nothing").isZero();
    }

    private void backup() {
        var run = ended(scene.api().run(scene.link().id(), "backup"));
        var files = scene.api().runs().files(run);
        var relaties = scene.api().runs().file(run, "snelstart.csv").lines().count() - 1;
        System.out.println("backup: " + files + ", " + relaties + " relaties");
        assertThat(relaties).isEqualTo(RELATIONS / 10);
    }

    private void sample() {
        var before = relaties().size();
        var run = scene.api().awaitRun(scene.api().sample(scene.link().id(), SAMPLE), LIMIT);
        System.out.println("sample of " + SAMPLE + ": " + run.path("balance") + ", relaties from " + before + " to " + relaties().size());
        assertThat(run.path("read").asInt()).isEqualTo(SAMPLE);
        assertThat(relaties().size() - before).isEqualTo(run.path("balance").path("created").asInt()).isBetween(1, SAMPLE);
    }

    private void updatesAreUndone() {
        var before = phones();
        var changed = single().stream().limit(Sizes.undone()).toList();
        assertThat(changed).hasSize(Sizes.undone());
        // Nobody is told, so that it is the run that finds and writes each of them.
        IntStream.range(0, changed.size()).forEach(place -> scene.desk().editSilently(changed.get(place), Map.of("phone", String.format("010 2%06d", place))));
        var run = scene.link().run("full", LIMIT);
        var after = phones();
        var written = after.keySet().stream().filter(relatie -> !after.get(relatie).equals(before.get(relatie))).sorted().toList();
        assertThat(written).as("relaties that the run updated").hasSize(Sizes.undone());
        var edited = written.subList(0, EDITED);
        edited.forEach(this::editByHand);
        // In this mode nothing but a run looks at SnelStart.
        scene.link().run("full", LIMIT);

        var undo = planned(run.path("id").asText());
        var kept = scene.api().runs().items(undo, "kept");
        System.out.println("undo of " + run.path("balance") + ": " + scene.api().runs().items(undo, "to-restore").size() + " to restore, " + kept.size() + " kept, such as\n  " + kept.get(0));
        assertThat(targets(kept)).as("kept").containsExactlyInAnyOrderElementsOf(edited);
        assertThat(kept).allMatch(item -> item.toString().contains("CHANGED_BY_PERSON"));
        var late = written.get(EDITED);
        editByHand(late);
        scene.api().runs().apply(undo);
        var done = scene.api().awaitRun(undo, LIMIT);

        System.out.println("undone, one edited after the plan was made: " + done.path("balance"));
        assertThat(done.path("balance").path("changed-since-preview").asInt()).isEqualTo(1);
        var wanted = new HashMap<>(before);
        edited.forEach(relatie -> wanted.put(relatie, BY_HAND));
        wanted.put(late, BY_HAND);
        assertThat(phones()).as("telephone numbers of SnelStart").isEqualTo(wanted);
        writesNothing("what was undone is not pushed again");
    }

    private void createsAreKept() {
        var names = IntStream.range(0, MADE).mapToObj(place -> "Nieuw " + place).toList();
        scene.vendors().load(Vendors.COMPENDA, names.stream().map(name -> Map.of("name", name, "roles", List.of("DEBTOR"), "email", name.toLowerCase(java.util.Locale.ROOT).replace(" ", "") + "@nieuw.example")).toList());
        var before = relaties().size();
        var run = scene.link().run("full", LIMIT);
        assertThat(relaties().size()).isEqualTo(before + MADE);

        var undo = planned(run.path("id").asText());
        var created = scene.api().runs().items(undo, "created");
        System.out.println("undo of " + run.path("balance") + ": " + created.size() + " created, such as\n  " + created.get(0));
        assertThat(created.stream().map(item -> item.path("name").asText())).as("listed").containsExactlyInAnyOrderElementsOf(names);
        scene.api().runs().cut(undo, created.stream().map(item -> item.path("id").asText()).toList());
        scene.api().awaitRun(undo, LIMIT);

        assertThat(relaties().size()).as("none deleted").isEqualTo(before + MADE);
        scene.vendors().export(Vendors.COMPENDA).stream().filter(relation -> relation.path("name").asText().startsWith("Nieuw "))
                .forEach(relation -> scene.vendors().edit(Vendors.COMPENDA, BookkeepingDesk.id(relation), Map.of("website", "https://nieuw.example")));
        writesNothing("none is pushed again");
    }

    private void editByHand(String relatie) {
        scene.vendors().edit(Vendors.SNELSTART, relatie, Map.of("telefoon", "+" + BY_HAND));
    }

    private void writesNothing(String what) {
        scene.vendors().forgetCalls();
        var run = scene.link().run("full", LIMIT);
        scene.link().awaitQuiet(LIMIT);
        System.out.println("full run after it: " + run.path("balance") + ", " + scene.writes() + " writes");
        assertThat(scene.writes()).as(what).isZero();
    }

    /** The plan of undoing a run, when it is there. */
    private String planned(String run) {
        var undo = scene.api().runs().undo(run);
        await("the plan is there").atMost(LIMIT).until(() -> scene.api().run(undo).path("state").asText().equals("planned"));
        return undo;
    }

    private String ended(String run) {
        scene.api().awaitRun(run, LIMIT);
        return run;
    }

    /** Relations of Compenda that are one relatie each. */
    private List<String> single() {
        var made = scene.api().relations(scene.link().id(), "in-sync").stream().map(one -> one.path("source").path("id").asText()).toList();
        return scene.vendors().export(Vendors.COMPENDA).stream().filter(relation -> made.stream().filter(root -> root.startsWith(BookkeepingDesk.id(relation) + "#")).count() == 1)
                .map(BookkeepingDesk::id).toList();
    }

    private List<JsonNode> relaties() {
        return scene.vendors().export(Vendors.SNELSTART);
    }

    private Map<String, String> phones() {
        return relaties().stream().collect(Collectors.toMap(BookkeepingDesk::id, relatie -> Wording.phone(relatie.path("telefoon"))));
    }

    /** Ids in SnelStart of what a plan speaks of. */
    private List<String> targets(List<JsonNode> items) {
        return items.stream().map(item -> scene.api().relation(item.path("relation").asText()).whole().path("target").path("id").asText()).toList();
    }
}
