package nl.koppelwerk.proof;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A place in a conversation at which a {@link Cable} stops once, until it is released. */
final class Hold {

    private final byte[] word;
    private final boolean isAnswer;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch caught = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Hold(String word, boolean isAnswer) {
        this.word = word.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        this.isAnswer = isAnswer;
    }

    boolean isAnswer() {
        return isAnswer;
    }

    /** True for the first request alone that has the word. */
    boolean takes(byte[] request, int length) {
        return !taken.get() && has(request, length) && taken.compareAndSet(false, true);
    }

    /** The pump's side: says that it is here and stays. */
    void stop() {
        caught.countDown();
        try {
            released.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitCaught(Duration most) {
        try {
            if (!caught.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nothing passed with " + new String(word, java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(told);
        }
    }

    void release() {
        released.countDown();
    }

    private boolean has(byte[] request, int length) {
        for (var at = 0; at + word.length <= length; at++) {
            if (java.util.Arrays.equals(request, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
