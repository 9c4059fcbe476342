package nl.koppelwerk.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.koppelwerk.ledger.memory.MemoryLedger;

/** The ledger in memory for many threads: one call at a time, counted, and failing where a test says so. */
final class SharedLedger {

    private volatile Duration ahead = Duration.ZERO;
    private final MemoryLedger memory = new MemoryLedger(() -> Instant.now().plus(ahead), new Random(1));
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();
    private final Map<String, Object> answers = new ConcurrentHashMap<>();

    <T> T port(Class<T> type) {
        var real = port(type.getSimpleName());
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            var name = type.getSimpleName() + "." + method.getName();
            calls.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
            var failure = failures.getOrDefault(name, () -> null).get();
            if (failure != null) throw failure;
            if (answers.containsKey(name)) return answers.get(name);
            synchronized (memory) {
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            }
        }));
    }

    private Object port(String name) {
        try {
            var method = MemoryLedger.class.getMethod(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            return method.invoke(memory);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    int calls(String name) { return calls.getOrDefault(name, new AtomicInteger()).get(); }

    /** Where it answers null the call goes through. */
    void fails(String name, Supplier<RuntimeException> failure) { failures.put(name, failure); }

    /** Instead of the ledger's own answer. */
    void answers(String name, Object answer) { answers.put(name, answer); }

    void worksAgain() { failures.clear(); }

    void advance(Duration by) { ahead = ahead.plus(by); }
}
