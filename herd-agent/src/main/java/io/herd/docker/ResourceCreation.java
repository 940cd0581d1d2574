package io.herd.docker;

import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.json.api.HerdResources;
import io.herd.json.api.NewResource;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.Comparator;
import java.util.Optional;

/** Creates networks and volumes, on the own node unless something says where. */
record ResourceCreation(HerdApi api, ResourceKind kind) {

    ApiResponse create(ApiRequest request) throws ApiException {
        var form = NewResource.of(request.text());
        if (form.isEmpty()) {
            return api.call(api.daemons().self(), request);
        }
        return api.inTurn(form.get().group(), () -> create(request, form.get()));
    }

    private ApiResponse create(ApiRequest request, NewResource form) throws ApiException {
        var place = Places.of(form.name(), api.daemons().nodes());
        var resource = form.named(place.name());
        var node =
                place.name().equals(form.name())
                        ? api.named(resource.node())
                        : place.nodes().stream().findFirst();
        var there = existing(resource, node);
        var at = there.isPresent() ? there.get() : place(resource, node);
        var response = api.call(at, with(request, form, resource));
        // Of a network, only its id is told.
        return kind == ResourceKind.VOLUME
                ? api.marked(at, response, HerdResources::one)
                : response;
    }

    // What is not named anew is handed over as it is, but for what is for herd.
    private static ApiRequest with(ApiRequest request, NewResource form, NewResource resource) {
        return request.withText(
                form.name().equals(resource.name()) ? form.text() : resource.text());
    }

    /** The node that has a volume of this name, which is then what is asked for. */
    private Optional<NodeName> existing(NewResource resource, Optional<NodeName> node)
            throws ApiException {
        if (resource.name().isEmpty()) {
            return Optional.empty();
        }
        var there =
                new ResourceOwner(api, kind)
                        .all(resource.name()).stream()
                                .filter(it -> it.isNamed(resource.name()))
                                .toList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (kind == ResourceKind.NETWORK) {
            throw new ApiException(
                    ApiException.CONFLICT,
                    "network with name %s already exists%s"
                            .formatted(resource.name(), on(there.getFirst().node())));
        }
        return there.stream()
                .map(ResourceOwner.Place::node)
                .min(Comparator.comparing(it -> !node.equals(Optional.of(it))));
    }

    private String on(NodeName node) {
        return node.equals(api.daemons().self()) ? "" : " on " + node;
    }

    private NodeName place(NewResource resource, Optional<NodeName> node) throws ApiException {
        if (node.isPresent()) {
            return node.get();
        }
        var self = api.daemons().self();
        if (resource.group().isEmpty() || api.daemons().nodes().size() == 1) {
            return self;
        }
        var group = resource.group().get();
        var nodes = NodesAtHand.of(api.daemons());
        var most = nodes.mostOf(group, nodes.candidates());
        if (most.isEmpty()) {
            ContainerPlacement.founded(group, nodes.silent());
        }
        return most.or(() -> other(group)).orElseGet(() -> first(group, nodes));
    }

    private NodeName first(String group, NodesAtHand nodes) {
        var candidates = nodes.candidates();
        return api.options().spread() && !candidates.isEmpty()
                ? nodes.fewest(candidates, ContainerPlacement.sameForAll(group))
                : api.daemons().self();
    }

    /** Where the group has volumes or networks, which outlive its containers. */
    private Optional<NodeName> other(String group) {
        return new ListSearch(api.daemons()).group(group);
    }
}
