package io.herd.docker;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.herd.concurrent.Background;
import io.herd.herd.creation.Constraint;
import io.herd.json.api.NewContainer;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides on which node a new container is to be: where what it refers to is, then with its group,
 * then on the own node if it is tied to a host, unless all are to be spread, else where there are
 * the fewest.
 */
final class ContainerPlacement {

    /**
     * @param image whether the node has the image
     */
    record Placed(NodeName node, boolean image) {}

    private final HerdApi api;
    private final NewContainer form;
    private final NodesAtHand nodes;
    private final Background<Set<NodeName>> images;
    private final Set<NodeName> candidates;
    private final List<String> ties = new ArrayList<>();

    private ContainerPlacement(HerdApi api, NewContainer form) {
        this.api = api;
        this.form = form;
        this.images =
                Background.startVirtual(
                        "herd-docker-images",
                        () -> new ImageOwner(api.daemons()).all(form.image()));
        this.nodes =
                form.group().isPresent() || !form.ports().isEmpty()
                        ? NodesAtHand.of(api.daemons())
                        : NodesAtHand.alone(api.daemons());
        this.candidates = new TreeSet<>(nodes.candidates());
    }

    /**
     * @param named the node in its name, if there is one
     */
    static Placed of(HerdApi api, NewContainer form, Optional<NodeName> named) throws ApiException {
        return new ContainerPlacement(api, form).placed(named);
    }

    private Placed placed(Optional<NodeName> named) throws ApiException {
        scope(named);
        references();
        var self = api.daemons().self();
        var place = group();
        if (place.isEmpty()
                && !api.options().spread()
                && (form.hostPaths() || form.group().isPresent())) {
            place = Optional.of(self).filter(candidates::contains);
        }
        if (place.isEmpty() && !form.ports().isEmpty()) {
            place = withPorts();
        }
        var withImage = images.await();
        if (place.isPresent()) {
            return new Placed(place.get(), withImage.contains(place.get()));
        }
        var having = candidates.stream().filter(withImage::contains).toList();
        return new Placed(fewest(having.isEmpty() ? candidates : having), !having.isEmpty());
    }

    private void scope(Optional<NodeName> named) throws ApiException {
        var node = named.isPresent() ? named : api.named(form.node());
        if (node.isPresent()) {
            ties.add("it is to be on " + node.get());
            candidates.retainAll(Set.of(node.get()));
        }
        for (var constraint : constraints()) {
            ties.add("it is to be where " + constraint);
            candidates.removeIf(it -> !constraint.admits(nodes.labels(it)));
        }
        if (candidates.isEmpty()) {
            throw ApiException.unavailable(
                    ties.isEmpty()
                            ? "no node takes new containers: register one with 'herd node register', and look at 'herd node ls'"
                            : "no node takes it: %s, and that node is not registered, or its daemon is down"
                                    .formatted(String.join(", ", ties)));
        }
    }

    private List<Constraint> constraints() throws ApiException {
        try {
            return Arrays.stream(form.constraints().split(","))
                    .filter(it -> !it.isBlank())
                    .map(Constraint::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private void references() throws ApiException {
        var owner = new ContainerOwner(api.daemons());
        var networks = new ResourceOwner(api, ResourceKind.NETWORK);
        for (var container : form.containers()) {
            tie("container " + container, () -> Set.of(owner.of(container).node()));
        }
        for (var network : form.networks()) {
            tie("network " + network, () -> nodes(networks.some(network)));
        }
        var several = new TreeSet<String>();
        for (var volume : form.volumes()) {
            var there = nodes(new ResourceOwner(api, ResourceKind.VOLUME).all(volume));
            var said = Places.of(volume, api.daemons().nodes());
            if (there.isEmpty() && !said.name().equals(volume)) {
                // It is made there.
                there = said.nodes();
            }
            if (!there.isEmpty()) {
                tie("volume " + volume, there);
            }
            if (there.size() > 1) {
                several.add("volume %s is on %s".formatted(volume, named(there)));
            }
        }
        // It is data: no guess.
        if (!several.isEmpty() && candidates.size() > 1) {
            throw ApiException.badRequest(
                    String.join(", ", several) + ": say which with the label herd.node");
        }
    }

    private static Set<NodeName> nodes(Collection<ResourceOwner.Place> places) {
        return places.stream().map(ResourceOwner.Place::node).collect(toCollection(TreeSet::new));
    }

    /** Finds the nodes that have something. */
    @FunctionalInterface
    private interface Search {
        Set<NodeName> nodes() throws ApiException;
    }

    private void tie(String what, Search search) throws ApiException {
        try {
            tie(what, search.nodes());
        } catch (ApiException.Nowhere e) {
            // Its daemon refuses it, wherever that is.
        }
    }

    private void tie(String what, Set<NodeName> there) throws ApiException {
        ties.add("%s is on %s".formatted(what, named(there)));
        candidates.retainAll(there);
        if (candidates.isEmpty()) {
            throw ApiException.badRequest("cannot be on one node: " + String.join(", ", ties));
        }
    }

    private static String named(Collection<NodeName> nodes) {
        return nodes.stream().map(NodeName::value).collect(joining(" and "));
    }

    /** Where most of its group are; empty if it is the first. */
    private Optional<NodeName> group() throws ApiException {
        if (form.group().isEmpty() || candidates.size() == 1) {
            return Optional.empty();
        }
        var group = form.group().get();
        var most = nodes.mostOf(group, candidates);
        if (most.isEmpty() && ties.isEmpty()) {
            founded(group, nodes.silent());
        }
        return most;
    }

    /** Fails if somebody who does not answer may have a group of this name. */
    static void founded(String group, Collection<NodeName> silent) throws ApiException {
        if (!silent.isEmpty()) {
            throw ApiException.unavailable(
                    "%s is on no node that answers; %s may have it: label herd.node to go on"
                            .formatted(group, named(silent)));
        }
    }

    /** The own node, unless one of the ports is taken there and free elsewhere. */
    private Optional<NodeName> withPorts() {
        var self = api.daemons().self();
        var free = candidates.stream().filter(it -> !nodes.holds(it, form.ports())).toList();
        if (!api.options().spread()
                && candidates.contains(self)
                && (free.isEmpty() || free.contains(self))) {
            return Optional.of(self);
        }
        return free.isEmpty() ? Optional.empty() : Optional.of(fewest(free));
    }

    private NodeName fewest(Collection<NodeName> some) {
        var self = api.daemons().self();
        return nodes.fewest(
                some, form.group().map(ContainerPlacement::sameForAll).orElse(ownFirst(self)));
    }

    private static Comparator<NodeName> ownFirst(NodeName self) {
        return Comparator.comparing((NodeName it) -> !it.equals(self))
                .thenComparing(Comparator.naturalOrder());
    }

    /** An order that is another for each group, and the same for all agents. */
    static Comparator<NodeName> sameForAll(String group) {
        return Comparator.comparingInt((NodeName it) -> (group + "/" + it).hashCode())
                .thenComparing(Comparator.naturalOrder());
    }
}
