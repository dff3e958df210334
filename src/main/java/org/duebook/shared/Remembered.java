package org.duebook.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was looked up a moment ago, for those who only ask; who binds looks it up himself. What this instance writes it
 * forgets, what others write is seen when the time is over. What was not there is looked up every time. Safe for many threads.
 *
 * @param <K> what it is looked up by
 * @param <V> what is found; immutable
 */
public final class Remembered<K, V> {

    /** How long master data serves those who only ask. */
    public static final Duration MASTER_DATA = Duration.ofSeconds(10);

    private static final int MOST = 20_000;

    private final long nanos;
    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    private record Known<V>(V value, long since) {}

    public Remembered(Duration time) {
        this.nanos = time.toNanos();
    }

    /** As it was a moment ago at most, else as {@code lookup} finds it now. */
    public Optional<V> find(K key, Function<K, Optional<V>> lookup) {
        long now = System.nanoTime();
        Known<V> there = known.get(key);
        if (there != null && now - there.since < nanos) {
            return Optional.of(there.value);
        }
        long before = forgotten.get();
        Optional<V> found = lookup.apply(key);
        if (known.size() >= MOST) {
            known.clear();
        }
        found.ifPresent(value -> known.put(key, new Known<>(value, now)));
        if (forgotten.get() != before) {
            // What was found may have been written anew meanwhile.
            known.remove(key);
        }
        return found;
    }

    /** The same for what is always there. */
    public V get(K key, Function<K, V> lookup) {
        return find(key, each -> Optional.of(lookup.apply(each))).orElseThrow();
    }

    /** Something of it is being written. */
    public void forget() {
        forgotten.incrementAndGet();
        known.clear();
    }
}
