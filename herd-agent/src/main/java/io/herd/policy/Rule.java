package io.herd.policy;

import io.herd.model.Caller;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;

/**
 * What some users may do on some nodes. A user is given by name, a group as {@code @NAME}; in all
 * lists {@code *} stands for any number of characters.
 *
 * @param actions as {@link Operation#word} has them
 * @param whose to whose containers, volumes and networks
 * @param images of which containers may be made, and with which something may be done; with or
 *     without a tag
 */
public record Rule(
        String name,
        List<String> users,
        List<String> nodes,
        List<String> actions,
        Whose whose,
        List<String> images,
        Set<Grant> grants,
        Quota limits) {

    /** To whose containers, volumes and networks something may be done. */
    public enum Whose {
        OWN,
        ALL
    }

    /** What a rule allows only if it says so. */
    public enum Grant {
        /** A container that starts again whenever it ends. */
        RESTART,
        /** A command in a container as another user than the container's. */
        EXEC_USER,
        /** A command in a container with all capabilities, which is root on the host. */
        EXEC_PRIVILEGED
    }

    /** What nobody else is hurt by. */
    public static final List<String> HARMLESS =
            List.of(
                    "container.attach",
                    "container.cp",
                    "container.create",
                    "container.diff",
                    "container.exec",
                    "container.export",
                    "container.inspect",
                    "container.kill",
                    "container.logs",
                    "container.ls",
                    "container.pause",
                    "container.prune",
                    "container.rename",
                    "container.restart",
                    "container.rm",
                    "container.run",
                    "container.start",
                    "container.stats",
                    "container.stop",
                    "container.top",
                    "container.unpause",
                    "container.update",
                    "container.wait",
                    "image.history",
                    "image.inspect",
                    "image.ls",
                    "image.pull",
                    "network.*",
                    "system.events",
                    "system.info",
                    "volume.*");

    /** Whoever is no admin may do what nobody else is hurt by, to what is his own. */
    public static final Rule USUAL =
            new Rule(
                    "own",
                    List.of("*"),
                    List.of("*"),
                    HARMLESS,
                    Whose.OWN,
                    List.of("*"),
                    Set.of(),
                    Quota.NONE);

    public Rule {
        users = List.copyOf(users);
        nodes = List.copyOf(nodes);
        actions = List.copyOf(actions);
        images = List.copyOf(images);
        grants = Set.copyOf(grants);
    }

    boolean isFor(Caller caller, NodeName node) {
        return Patterns.fitsCaller(users, caller) && Patterns.fits(nodes, node.value());
    }

    boolean isAbout(String action) {
        return Patterns.fits(actions, action);
    }

    public boolean ownAlone() {
        return whose == Whose.OWN;
    }

    /** Whether an image is among those that the rule names. */
    public boolean names(String image) {
        return Patterns.fitsImage(images, image);
    }
}
