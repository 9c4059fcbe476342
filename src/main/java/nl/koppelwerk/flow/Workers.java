package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many looks this process can start now; nothing is claimed that would have to wait for a thread. */
@Singleton
public final class Workers {

    private final int all;
    private int free;

    @Inject
    public Workers(@ConfigProperty(name = "koppelwerk.workers") int all) {
        this.all = all;
        this.free = all;
    }

    /** Takes all that are free: at once when it is a quarter or more, else after the patience; 0 when none got free. */
    synchronized int take(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (free * 4 < all) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) break;
            wait(left);
        }
        int taken = free;
        free = 0;
        return taken;
    }

    synchronized void giveBack(int some) {
        free += some;
        notifyAll();
    }

    synchronized int busy() { return all - free; }
}
