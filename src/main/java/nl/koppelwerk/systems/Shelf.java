package nl.koppelwerk.systems;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers what was looked up for a while; several may look up the same at once, the last one stays. */
public final class Shelf<K, V> {

    private record Kept<V>(V value, long until) {}

    /** Far above what one process works on; a full shelf is emptied, never grown. */
    private static final int MOST = 10_000;

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final long nanos;

    public Shelf(Duration keeps) { this.nanos = keeps.toNanos(); }

    public V get(K key, Function<K, V> lookUp) {
        var found = find(key);
        if (found.isPresent()) return found.get();
        var value = lookUp.apply(key);
        keep(key, value);
        return value;
    }

    public Optional<V> find(K key) { return Optional.ofNullable(kept.get(key)).filter(one -> System.nanoTime() - one.until() < 0).map(Kept::value); }

    public void keep(K key, V value) {
        if (kept.size() >= MOST) kept.clear();
        kept.put(key, new Kept<>(value, System.nanoTime() + nanos));
    }

    public void forget(K key) { kept.remove(key); }
}
