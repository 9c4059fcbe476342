package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Preview;

/** The person who imports: has both systems read, looks at the preview a while later, applies what he chose of it, and now and then undoes that. */
final class Season {

    static final Map<String, String> QUESTIONNAIRES = Map.of("nl", "q-2026-nl", "fr", "q-2026-fr", "en", "q-2026-en", "de", "q-2026-de");
    private final World world;
    private final Random random;
    final List<Choice> choices = new ArrayList<>();
    /** By preview when the reading for it began: what was edited since may not be what it shows. */
    private final Map<String, Instant> readAt = new HashMap<>();

    Season(World world) {
        this.world = world;
        this.random = new Random(world.seed * 0x9E3779B97F4A7C15L + 11);
    }

    void plan(int hours) {
        for (int i = 1 + random.nextInt(5); i > 0; i--) world.time.after(Duration.ofMinutes(random.nextInt(hours * 60)), () -> world.guard("import", this::begin, () -> { }));
    }

    private void begin() {
        var taskflows = random.nextInt(3) > 0 ? Set.<String>of() : Set.of(AdminPulseAccountonBirths.TASKFLOWS.get(random.nextInt(2)));
        var run = preview(taskflows);
        if (random.nextInt(8) > 0) look(run, Duration.ofSeconds(30 + random.nextInt(random.nextBoolean() ? 600 : 4 * 3600)));
    }

    /** As {@code api.Previews} begins it. */
    String preview(Set<String> taskflows) {
        var reads = world.ledger.runs().start(world.link, Runs.Kind.READ, "office");
        var run = world.ledger.plans().begin(world.link, new Asked(new Preview(taskflows, reads.id(), reads.startedAt()), ""), "office");
        readAt.put(run.id(), reads.startedAt());
        world.trace.say("", "person asks for the preview " + run.id() + " " + taskflows);
        world.crawl.resume();
        return run.id();
    }

    private void look(String run, Duration later) { world.time.after(later, () -> world.guard("import", () -> look(run), () -> { })); }

    private void look(String run) {
        var state = world.ledger.runs().find(run).orElseThrow().state();
        if (state == Runs.State.PLANNING) look(run, Duration.ofMinutes(5));
        else if (state == Runs.State.PLANNED) applySome(run);
    }

    private void applySome(String run) {
        apply(run, some(items(run)));
        if (random.nextInt(4) == 0) world.time.after(Duration.ofMinutes(random.nextInt(180)), () -> world.regret.undo(run));
    }

    List<Item> items(String run) { return world.ledger.plans().items(run, null, "", 10_000); }

    Selection all() { return new Selection(null, Map.of(), List.of(), new Selection.Import(Set.of(), Set.of(), null, QUESTIONNAIRES, false)); }

    private Selection some(List<Item> items) {
        var buckets = List.of(Set.<Bucket>of(), Set.<Bucket>of(), Set.of(Bucket.DUPLICATE), Set.of(Bucket.ONLY_IN_IMPORT)).get(random.nextInt(4));
        var except = items.stream().map(Item::id).filter(id -> random.nextInt(6) == 0).collect(Collectors.toSet());
        var overAll = random.nextInt(3) > 0 ? null : Set.of("label", "email", "mobile");
        var languages = new TreeMap<>(QUESTIONNAIRES);
        languages.keySet().removeIf(language -> random.nextInt(5) == 0);
        var some = random.nextInt(3) > 0 ? null : items.stream().map(Item::id).filter(id -> random.nextBoolean()).toList();
        return new Selection(some, fields(items), List.of(), new Selection.Import(buckets, except, overAll, languages, random.nextInt(5) == 0));
    }

    private Map<String, List<String>> fields(List<Item> items) {
        var fields = new HashMap<String, List<String>>();
        for (var item : items)
            if (random.nextInt(5) == 0) fields.put(item.id(), item.plan().fields().stream().map(Planned::subject).filter(subject -> random.nextBoolean()).toList());
        return fields;
    }

    void apply(String run, Selection selection) {
        var chosen = items(run).stream().filter(item -> means(selection, item)).map(item -> choice(run, selection, item)).toList();
        if (!world.ledger.plans().apply(run, selection, "office")) return;
        chosen.forEach(one -> world.trace.say(one.source(), "person applies " + one.told()));
        chosen.forEach(one -> { if (!one.target().isEmpty()) world.trace.say(one.target(), "person applies " + one.told()); });
        choices.addAll(chosen);
    }

    /** In the judges' own words: what the person said, and nothing of how the hub takes it. */
    private static boolean means(Selection selection, Item item) {
        var said = selection.imported();
        boolean isNamed = (selection.items() == null || selection.items().contains(item.id())) && !said.except().contains(item.id());
        if (!isNamed || !said.buckets().isEmpty() && !said.buckets().contains(item.plan().bucket())) return false;
        if (item.plan().bucket() == Bucket.ONLY_IN_IMPORT) return said.questionnaires().containsKey(Choice.language(item.plan()));
        return item.plan().bucket() == Bucket.DUPLICATE && !fields(selection, item).isEmpty();
    }

    private static Set<String> fields(Selection selection, Item item) {
        var own = selection.fields().get(item.id());
        var fields = new HashSet<String>();
        for (var field : item.plan().fields()) {
            boolean isSaid = own != null ? own.contains(field.subject()) && (field.isWritten() || field.isLeft())
                : (field.isWritten() || field.isLeft() && selection.items() != null && selection.imported().fields() != null) && (selection.imported().fields() == null || selection.imported().fields().contains(field.subject()));
            if (isSaid) fields.add(field.subject());
        }
        return fields;
    }

    private Choice choice(String run, Selection selection, Item item) {
        var pair = world.drafting.pair(run, item);
        boolean makes = item.plan().bucket() == Bucket.ONLY_IN_IMPORT;
        return new Choice(run, item.id(), readAt.get(run), world.time.instant(), pair.source(), makes ? "" : pair.target(), item.plan(),
            makes ? Set.of() : fields(selection, item), makes ? selection.imported().questionnaires().get(Choice.language(item.plan())) : "", selection.imported().invites());
    }
}
