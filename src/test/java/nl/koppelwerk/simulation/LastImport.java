package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Once all is quiet one more import is previewed, applied whole, and previewed again: each client stands where it belongs, and then nothing is left to be done. */
final class LastImport {

    private final Installation hub;

    LastImport(Installation hub) { this.hub = hub; }

    void run() {
        var shown = previews();
        each(shown, (world, run) -> new BucketJudge(world, run).judge());
        each(shown, (world, run) -> new LeftoverJudge(world, run).proposesNothingThatWasApplied());
        if (!hub.failures.isEmpty() || shown.isEmpty()) return;
        each(shown, (world, run) -> season(world).apply(run, season(world).all()));
        hub.runFor(Duration.ofHours(60));
        each(shown, (world, run) -> new ChoiceJudge(world, season(world)).judge());
        if (hub.failures.isEmpty()) each(previews(), (world, run) -> new LeftoverJudge(world, run).proposesNothingOf(shown.get(world)));
        each(shown, (world, run) -> new BalanceJudge(world).judge());
    }

    private static Season season(World world) { return world.cast.season().orElseThrow(); }

    private Map<World, String> previews() {
        var runs = new LinkedHashMap<World, String>();
        for (var office : hub.offices()) office.cast.season().ifPresent(season -> runs.put(office, season.preview(Set.of())));
        if (!runs.isEmpty()) hub.runFor(Duration.ofHours(3));
        each(runs, (world, run) -> {
            var state = world.ledger.runs().find(run).orElseThrow().state();
            if (state != nl.koppelwerk.ledger.Runs.State.PLANNED) hub.failures.add(new Finding("liveness", "", "a preview is " + state + " after three quiet hours"));
        });
        return runs;
    }

    private static void each(Map<World, String> runs, BiConsumer<World, String> what) { runs.forEach(what); }
}
