package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Notices;

/**
 * Makes hints durable before it returns, those of concurrent callers in one commit: whoever comes while a commit is under way
 * shares the next one. A failed commit is an exception to each of its callers.
 */
@Singleton
@Named("acceptance")
@Unremovable
public final class Acceptance {

    /** Keeps one commit short; more callers make another. */
    private static final int MOST = 500;

    private final Notices notices;
    private final Meters meters;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Lock committing = new ReentrantLock();

    @Inject
    public Acceptance(Notices notices, Meters meters) {
        this.notices = notices;
        this.meters = meters;
    }

    public void accept(List<Hint> hints) {
        if (hints.isEmpty()) return;
        var mine = new Waiting(hints);
        queue.add(mine);
        while (!mine.ended) commitNext(mine);
        if (mine.failure != null) throw new StoreFailure(mine.failure);
        meters.accepted(hints.size());
    }

    /** Callers whose hints no commit has taken up yet. */
    int waiting() { return queue.size(); }

    private void commitNext(Waiting mine) {
        committing.lock();
        try {
            if (!mine.ended) commit(next());
        } finally {
            committing.unlock();
        }
    }

    private List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        int hints = 0;
        for (var head = queue.peek(); head != null && (batch.isEmpty() || hints + head.hints.size() <= MOST); head = queue.peek()) {
            batch.add(queue.poll());
            hints += head.hints.size();
        }
        return batch;
    }

    private void commit(List<Waiting> batch) {
        RuntimeException failure = null;
        try {
            notices.accept(batch.stream().flatMap(waiting -> waiting.hints.stream()).toList());
        } catch (RuntimeException refused) {
            failure = refused;
        }
        for (var waiting : batch) waiting.end(failure);
    }

    private static final class Waiting {

        private final List<Hint> hints;
        private RuntimeException failure;
        private volatile boolean ended;

        private Waiting(List<Hint> hints) { this.hints = hints; }

        private void end(RuntimeException why) {
            failure = why;
            ended = true;
        }
    }
}
