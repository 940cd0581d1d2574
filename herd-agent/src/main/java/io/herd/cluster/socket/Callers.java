package io.herd.cluster.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits the number of open connections at the socket. When full, a new one replaces the oldest
 * that has not asked anything yet, or is turned away if there is none. Thread-safe.
 *
 * @param <T> type of a connection
 */
final class Callers<T> {

    private final int room;
    private final Set<T> silent = new LinkedHashSet<>();
    private final Set<T> asking = new LinkedHashSet<>();
    private long emptySince = System.nanoTime();

    Callers(int room) {
        this.room = room;
    }

    /**
     * The decision on a new connection.
     *
     * @param taken whether the new connection was let in
     * @param leaving the connection that must be closed to make room
     */
    record Place<T>(boolean taken, Optional<T> leaving) {}

    synchronized Place<T> come(T one) {
        boolean full = silent.size() + asking.size() >= room;
        var leaving = full ? silent.stream().findFirst() : Optional.<T>empty();
        leaving.ifPresent(silent::remove);
        if (full && leaving.isEmpty()) {
            return new Place<>(false, leaving);
        }
        silent.add(one);
        return new Place<>(true, leaving);
    }

    synchronized void asked(T one) {
        if (silent.remove(one)) {
            asking.add(one);
        }
    }

    synchronized void go(T one) {
        silent.remove(one);
        asking.remove(one);
        emptySince = System.nanoTime();
    }

    /** How long nobody has been here; zero if somebody is. */
    synchronized Duration quiet() {
        return silent.isEmpty() && asking.isEmpty()
                ? Duration.ofNanos(System.nanoTime() - emptySince)
                : Duration.ZERO;
    }

    synchronized List<T> all() {
        var all = new ArrayList<>(silent);
        all.addAll(asking);
        return all;
    }
}
