package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

    private static final int CALLERS = 20;

    private final List<Integer> commits = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch others = new CountDownLatch(1);
    private volatile RuntimeException failure;
    private final Acceptance acceptance = new Acceptance(notices(), new Meters(new SimpleMeterRegistry(), new Workers(1)));

    @Test
    void hints_that_come_during_a_commit_share_the_next_one() throws Exception {
        var callers = Executors.newFixedThreadPool(CALLERS);
        var ended = callersBehindASlowCommit(callers);

        others.countDown();

        for (var one : ended) one.get(10, TimeUnit.SECONDS);
        assertThat(commits.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CALLERS);
        assertThat(commits).hasSizeLessThan(CALLERS / 2);
        callers.shutdown();
    }

    @Test
    void each_caller_of_a_failed_commit_is_told() throws Exception {
        var callers = Executors.newFixedThreadPool(CALLERS);
        var ended = callersBehindASlowCommit(callers);
        failure = new IllegalStateException("not durable");

        others.countDown();

        for (var one : ended) assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreFailure.class);
        callers.shutdown();
    }

    @Test
    void more_hints_than_one_commit_takes_are_all_made_durable() {
        others.countDown();

        acceptance.accept(hints(700));
        acceptance.accept(hints(3));

        assertThat(commits).containsExactly(700, 3);
    }

    private List<Future<?>> callersBehindASlowCommit(java.util.concurrent.ExecutorService callers) throws InterruptedException {
        var ended = new ArrayList<Future<?>>();
        ended.add(callers.submit(() -> acceptance.accept(hints(1))));
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i < CALLERS; i++) ended.add(callers.submit(() -> acceptance.accept(hints(1))));
        org.awaitility.Awaitility.await().until(() -> acceptance.waiting() == CALLERS - 1);
        return ended;
    }

    private Notices notices() {
        return (Notices) Proxy.newProxyInstance(Notices.class.getClassLoader(), new Class<?>[] {Notices.class}, (proxy, method, arguments) -> {
            first.countDown();
            others.await(10, TimeUnit.SECONDS);
            if (failure != null) throw failure;
            commits.add(((List<?>) arguments[0]).size());
            return null;
        });
    }

    private static List<Hint> hints(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> Hint.of("link", Side.SOURCE, "R-" + i, "webhook")).toList();
    }
}
