package nl.koppelwerk.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.proof.Bench.Spent;

/** What the benchmark measures, one by one. */
final class Measurements {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** A program that runs for months is measured when it is compiled: that takes it some ten thousand deliveries. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 12);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 4);

    private final Bench bench;
    private final Path folder;
    private int round;

    Measurements(Bench bench, Path folder) {
        this.bench = bench;
        this.folder = folder;
    }

    /** {@code count} of something and what it took. */
    record Measured(int count, Spent spent) {

        double perSecond() {
            return count * 1e3 / spent.millis();
        }

        /** CPU of the hub and its database in milliseconds for one. */
        double cpu() {
            return (double) (spent.hub() + spent.database()) / count;
        }
    }

    Measured initialRun() {
        var before = bench.spent();
        var run = bench.scene().api().awaitRun(bench.scene().begin(), LONGEST);
        return new Measured(run.path("read").asInt(), bench.awaitRecorded(LONGEST).since(before));
    }

    /** Webhooks while the link rests: accepting alone, each durable before it is acknowledged. */
    Measured accepted(List<String> ids, int webhooks) throws InterruptedException {
        bench.scene().api().pause(bench.scene().link().id());
        var many = new ArrayList<String>();
        while (many.size() < webhooks) {
            many.addAll(ids);
        }
        bench.burst().send(bench.scene().link().webhook(), many, LONGEST);
        var before = bench.spent();
        var sent = bench.burst().send(bench.scene().link().webhook(), many, LONGEST);
        var measured = new Measured(sent.acknowledged(), bench.spent().since(before));
        bench.scene().api().resume(bench.scene().link().id());
        bench.awaitRecorded(LONGEST);
        return measured;
    }

    /** From the first webhook until everything is recorded, after rounds that warm up; rounds are added up. */
    Measured deliveries(Map<String, String> pairs) throws InterruptedException {
        for (var warm = 0; warm < WARM_UP; warm++) {
            round(pairs);
        }
        var count = 0;
        var sum = new Spent(0, 0, 0, 0, 0, 0);
        for (var measured = 0; measured < ROUNDS; measured++) {
            var spent = round(pairs);
            count += pairs.size();
            sum = new Spent(sum.hub() + spent.hub(), sum.database() + spent.database(), sum.vendors() + spent.vendors(), sum.bench() + spent.bench(),
                    sum.commits() + spent.commits(), sum.nanos() + spent.nanos());
        }
        return new Measured(count, sum);
    }

    /** The same rounds with the flight recorder on: shares of the hub's CPU. */
    Map<String, Double> whereTheTimeGoes(Map<String, String> pairs) throws IOException, InterruptedException {
        JavaSamples.start(bench.scene().hub().pid());
        for (var measured = 0; measured < ROUNDS; measured++) {
            round(pairs);
        }
        return JavaSamples.stop(bench.scene().hub().pid(), folder);
    }

    private Spent round(Map<String, String> pairs) throws InterruptedException {
        round++;
        bench.edit(pairs.values(), round);
        var before = bench.spent();
        bench.burst().send(bench.scene().link().webhook(), new ArrayList<>(pairs.values()), LONGEST);
        var spent = bench.awaitRecorded(LONGEST).since(before);
        var late = bench.late(pairs, round);
        if (!late.isEmpty()) {
            throw new AssertionError(late.size() + " edits did not arrive, for example " + late.get(0));
        }
        return spent;
    }

    /** Writes and looks for 300 webhooks of 100 roots at once. */
    Map<String, Integer> coalesced(Map<String, String> pairs) throws InterruptedException {
        var some = new LinkedHashMap<String, String>();
        pairs.entrySet().stream().limit(100).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        round++;
        bench.edit(some.values(), round);
        bench.scene().vendors().forgetCalls();
        var thrice = new ArrayList<String>();
        for (var time = 0; time < 3; time++) {
            thrice.addAll(some.values());
        }
        Collections.shuffle(thrice, new Random(1));
        bench.burst().send(bench.scene().link().webhook(), thrice, LONGEST);
        bench.awaitRecorded(LONGEST);
        return Map.of("writes", bench.scene().vendors().count(bench.link().writes()),
                "looks", bench.scene().vendors().count(bench.link().looks()),
                "late", bench.late(some, round).size());
    }

    /** Floor in deliveries a second, the best of as many passes. */
    double floor(int deliveries) throws IOException {
        return FloorRun.best(folder, bench.link().floor(), deliveries, WARM_UP + ROUNDS);
    }
}
