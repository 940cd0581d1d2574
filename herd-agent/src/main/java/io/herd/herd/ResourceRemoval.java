package io.herd.herd;

import io.herd.action.Action.InspectResource;
import io.herd.action.Action.RemoveResource;
import io.herd.action.Outcome;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.Map;
import java.util.NavigableSet;

/**
 * The result of removing a volume or network from the nodes that have it.
 *
 * @param owners nodes that have one of this name
 * @param coverage the nodes that were asked, and those that did not answer; not having it counts as
 *     an answer
 * @param outcomes one for each node that was to remove it; none if it is ambiguous
 */
public record ResourceRemoval(
        NavigableSet<NodeName> owners, Coverage coverage, Map<NodeName, Outcome> outcomes) {

    /**
     * Removes it.
     *
     * @param who where it is looked for. A network is removed from all nodes that have it. A volume
     *     holds data, so if several nodes of the whole herd have it, nothing is done
     * @param force as for {@link RemoveResource}
     */
    public static ResourceRemoval from(
            Herd herd, Selector who, ResourceKind kind, String name, boolean force)
            throws NoSuchNodeException {
        var found = ImageRemoval.present(herd.ask(who, new InspectResource(kind, name)));
        var coverage = Coverage.of(found);
        var owners = ImageRemoval.owners(found);
        if (owners.isEmpty() || isAmbiguous(kind, who, owners)) {
            return new ResourceRemoval(owners, coverage, Map.of());
        }
        var outcomes =
                herd.ask(new Selector.Named(owners), new RemoveResource(kind, name, force))
                        .byNode();
        return new ResourceRemoval(
                owners, coverage.and(ImageRemoval.unanswered(outcomes)), outcomes);
    }

    private static boolean isAmbiguous(
            ResourceKind kind, Selector who, NavigableSet<NodeName> owners) {
        return kind == ResourceKind.VOLUME && owners.size() > 1 && who instanceof Selector.Everyone;
    }

    public boolean ambiguous() {
        return owners.size() > 1 && outcomes.isEmpty();
    }
}
