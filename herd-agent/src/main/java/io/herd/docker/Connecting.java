package io.herd.docker;

import io.herd.api.ApiRequest;
import io.herd.api.Route;
import io.herd.json.api.ApiText;
import io.herd.model.ResourceKind;

/** Connects containers to networks, and disconnects them: both must be on one node. */
record Connecting(HerdApi api) {

    private static final String CONTAINER = "Container";

    /**
     * @param network in the path
     */
    Answer apply(ApiRequest request, Route route, String network) throws ApiException {
        var reference = ApiText.text(request.text(), CONTAINER).orElse("");
        if (reference.isEmpty()) {
            return api.at(api.daemons().self(), request, route);
        }
        ContainerOwner.Found found;
        try {
            found = new ContainerOwner(api.daemons()).find(reference);
        } catch (ApiException.Nowhere e) {
            // The network's daemon says so.
            return api.resource(ResourceKind.NETWORK, request, route, network);
        }
        var container = found.container();
        var places = new ResourceOwner(api, ResourceKind.NETWORK).all(network);
        var connected =
                places.stream().filter(it -> it.node().equals(container.node())).findFirst();
        if (connected.isEmpty() && !places.isEmpty()) {
            throw ApiException.badRequest(
                    "network %s is on %s and container %s is on %s: a network is on one host"
                            .formatted(
                                    network,
                                    places.getFirst().node(),
                                    reference,
                                    container.node()));
        }
        var name = connected.map(ResourceOwner.Place::name).orElse(network);
        var there =
                route.about(name, request)
                        .withText(ApiText.with(request.text(), CONTAINER, container.id()));
        return api.at(container.node(), there, route).warned(found.warnings());
    }
}
