package io.herd.cluster;

import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an agent remembers of nodes that were lost: for a day, or until they are back, or are
 * forgotten. A member that says that it leaves is not lost. Thread-safe.
 */
public final class LostNodes {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    // How late it may be seen or told that a node is gone which is forgotten already.
    private static final Duration LATE = Duration.ofSeconds(10);

    /**
     * @param assumed whether this agent has not seen it since it was started
     */
    private record Loss(Member member, Instant at, Optional<Integer> containers, boolean assumed) {}

    private final InstantSource clock;
    private final Map<NodeName, Loss> lost = new TreeMap<>();
    private final Map<NodeName, Integer> containers = new TreeMap<>();
    private final Set<Member> leaving = new HashSet<>();
    private final Map<NodeName, Instant> forgotten = new TreeMap<>();
    private Map<NodeName, Member> present = Map.of();
    private Optional<Instant> joined = Optional.empty();

    public LostNodes(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this agent has known what it knows: since it came into the herd. */
    public synchronized Duration age() {
        return joined.map(this::since).orElse(Duration.ZERO);
    }

    /**
     * Takes these for lost until they are here, or an agent that has been in the herd for longer
     * does not know of them: they were in the herd when this agent was, and it has found nobody who
     * can tell.
     */
    public synchronized void miss(List<Member> members) {
        for (var member : members) {
            if (!present.containsKey(member.name())) {
                lost.putIfAbsent(
                        member.name(), new Loss(member, clock.instant(), Optional.empty(), true));
            }
        }
    }

    /**
     * Compares the members with those before.
     *
     * @return whether this agent was alone and is not any more, so that others may know more
     */
    public synchronized boolean view(List<Member> members) {
        joined = joined.or(() -> Optional.of(clock.instant()));
        var now = new TreeMap<NodeName, Member>();
        members.forEach(member -> now.put(member.name(), member));
        now.keySet().stream().filter(it -> !present.containsKey(it)).forEach(forgotten::remove);
        present.values().stream()
                .filter(member -> !now.containsKey(member.name()) && !leaving.contains(member))
                .filter(member -> !isForgotten(member.name()))
                .forEach(this::lose);
        var alone = present.size() <= 1;
        present = now;
        lost.keySet().removeAll(now.keySet());
        leaving.retainAll(now.values());
        containers.keySet().retainAll(now.keySet());
        return alone && now.size() > 1;
    }

    private void lose(Member member) {
        var had = Optional.ofNullable(containers.get(member.name()));
        lost.put(member.name(), new Loss(member, clock.instant(), had, false));
    }

    /** The member has said that it leaves; the view may be told of it before or after this. */
    public synchronized void leaves(Member member) {
        if (member.equals(present.get(member.name()))) {
            leaving.add(member);
        }
        lost.values().removeIf(loss -> loss.member().equals(member));
    }

    /**
     * These are other processes than before, as the next view has them: that their predecessors
     * left says nothing of them. A node may be back before the view was told that it left.
     */
    public synchronized void started(Set<NodeName> nodes) {
        leaving.removeIf(member -> nodes.contains(member.name()));
    }

    /** The member has so many containers now. */
    public synchronized void counted(NodeName node, int number) {
        if (present.containsKey(node)) {
            containers.put(node, number);
        }
    }

    /** The members of which it is not known how many containers they have. */
    public synchronized Set<NodeName> uncounted() {
        var names = new TreeSet<>(present.keySet());
        names.removeAll(containers.keySet());
        return names;
    }

    /** Whether a node is gone of which it is not known how many containers it had. */
    public synchronized boolean lacksCounts() {
        return lost.values().stream().anyMatch(loss -> loss.containers().isEmpty());
    }

    /**
     * Adds what another agent remembers.
     *
     * @param age how long that one has known what it knows
     */
    public synchronized void learn(List<GoneNode> nodes, Duration age) {
        if (age.compareTo(age()) > 0) {
            lost.values().removeIf(Loss::assumed);
        }
        for (var gone : nodes) {
            if (!present.containsKey(gone.name()) && !isForgotten(gone.name())) {
                var member = new Member(gone.name(), gone.address());
                var at = clock.instant().minus(gone.ago());
                lost.merge(
                        gone.name(),
                        new Loss(member, at, gone.containers(), false),
                        LostNodes::together);
            }
        }
    }

    private static Loss together(Loss own, Loss told) {
        if (own.assumed()) {
            return told;
        }
        return own.containers().isEmpty() && own.member().equals(told.member())
                ? new Loss(own.member(), own.at(), told.containers(), false)
                : own;
    }

    public synchronized void forget(NodeName node) {
        lost.remove(node);
        forgotten.put(node, clock.instant());
    }

    private boolean isForgotten(NodeName node) {
        forgotten.values().removeIf(at -> since(at).compareTo(LATE) > 0);
        return forgotten.containsKey(node);
    }

    /** The nodes that are gone now, by name. */
    public synchronized List<GoneNode> gone() {
        lost.values().removeIf(loss -> age(loss).compareTo(REMEMBERED) >= 0);
        return lost.values().stream()
                .map(loss ->
                        new GoneNode(
                                loss.member().name(),
                                loss.member().address(),
                                age(loss),
                                loss.containers()))
                .toList();
    }

    /** Who is there and who is gone, both as of the last view. */
    public synchronized Roster roster() {
        return new Roster(List.copyOf(present.values()), gone());
    }

    private Duration age(Loss loss) {
        return since(loss.at());
    }

    private Duration since(Instant moment) {
        var age = Duration.between(moment, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
