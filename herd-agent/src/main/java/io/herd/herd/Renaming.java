package io.herd.herd;

import io.herd.action.Action.RenameContainer;
import io.herd.action.Outcome;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Background;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.creation.NameOwners;
import io.herd.model.Container;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Gives a container a name that no other container of any node has. */
final class Renaming {

    // As for a name that a new container gets: a frozen node must not delay it for long.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Cluster cluster;
    private final Duration timeout;
    private final Background<List<Container>> owners;

    private Renaming(
            String name, Cluster cluster, Duration timeout, Background<List<Container>> owners) {
        this.name = name;
        this.cluster = cluster;
        this.timeout = timeout;
        this.owners = owners;
    }

    /** Begins to look for the name, while the container is looked for. */
    static Renaming to(String name, Cluster cluster, Duration timeout) {
        var names = Set.of(plain(name));
        var deadline = Deadline.in(timeout).within(PATIENCE);
        return new Renaming(
                name,
                cluster,
                timeout,
                Background.start("herd-names", () -> new NameOwners(cluster).of(names, deadline)));
    }

    // The daemon takes it with a slash, too.
    private static String plain(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /** Renames it, or refuses to. What a container is called already, its daemon refuses. */
    Outcome of(ContainerLocation container) {
        var there = owners.await();
        return there.isEmpty() || there.stream().anyMatch(it -> it.id().equals(container.id()))
                ? cluster.send(
                        container.node(),
                        new RenameContainer(container.id(), name),
                        Deadline.in(timeout))
                : NameOwners.inUse(plain(name), there.getFirst(), " on " + there.getFirst().node());
    }
}
