package io.herd.cluster.transport;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Pending TLS handshakes, limited in number. When full, a new one evicts the oldest of the address
 * with the most, so that no single address can push out the others. Thread-safe.
 *
 * @param <T> type of a connection
 * @param <A> type of the address they come from
 */
final class PendingHandshakes<T, A> {

    private final int room;
    private final Map<T, A> those = new LinkedHashMap<>();

    PendingHandshakes(int room) {
        this.room = room;
    }

    /** Adds one, and returns the one that it evicts, if any. */
    synchronized Optional<T> come(T one, A from) {
        var leaving = those.size() < room ? Optional.<T>empty() : Optional.of(oldestOfMost());
        leaving.ifPresent(those::remove);
        those.put(one, from);
        return leaving;
    }

    synchronized void go(T one) {
        those.remove(one);
    }

    synchronized List<T> all() {
        return List.copyOf(those.keySet());
    }

    private T oldestOfMost() {
        var counts = new HashMap<A, Integer>();
        those.values().forEach(from -> counts.merge(from, 1, Integer::sum));
        int most = Collections.max(counts.values());
        return those.entrySet().stream()
                .filter(it -> Objects.equals(counts.get(it.getValue()), most))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
