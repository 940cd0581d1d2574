package io.herd.docker;

import io.herd.api.ApiRequest;
import io.herd.api.Routes;
import io.herd.json.api.ApiText;
import io.herd.json.api.NewContainer;
import io.herd.json.api.NewResource;
import io.herd.model.NodeName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A herd of one is its daemon, which is asked as it is unless a request says something that only
 * herd understands: the node before a name, or a label that says where something is to be.
 *
 * @param self the one node
 */
record Alone(Daemons daemons, NodeName self) {

    /** The herd, if it is one of one; whose others are gone is not. */
    static Optional<Alone> of(Daemons daemons) {
        return daemons.nodes().size() == 1 && daemons.gone(daemons.nodes()).isEmpty()
                ? Optional.of(new Alone(daemons, daemons.self()))
                : Optional.empty();
    }

    /** Whether the daemon is to be asked as it is. */
    boolean understands(ApiRequest request, Routes.Match match) {
        return switch (match.route().where()) {
            case OWN,
                    LIST_CONTAINERS,
                    LIST_IMAGES,
                    LIST_NETWORKS,
                    LIST_VOLUMES,
                    PRUNE,
                    DISK,
                    INFO,
                    EVENTS,
                    PING,
                    VERSION,
                    SWARM,
                    EXEC,
                    IMAGE,
                    IMAGES,
                    IMAGE_OWNERS ->
                    true;
            case CONTAINER, NETWORK, VOLUME -> isName(match.variable());
            case CONTAINER_PARAMETER -> isName(parameter(request, "container"));
            case CONTAINER_FORM ->
                    isName(match.variable())
                            && isName(ApiText.text(request.text(), "Container").orElse(""));
            case RENAME -> isName(match.variable()) && isName(parameter(request, "name"));
            case NEW_CONTAINER ->
                    isName(parameter(request, "name"))
                            && NewContainer.of(request.text()).map(this::isPlain).orElse(true)
                            && NodesAtHand.alone(daemons).candidates().contains(self);
            case NEW_NETWORK, NEW_VOLUME ->
                    NewResource.of(request.text())
                            .map(it -> it.node().isEmpty() && isName(it.name()))
                            .orElse(true);
            case NOWHERE -> false;
        };
    }

    private static String parameter(ApiRequest request, String name) {
        return request.parameter(name).orElse("");
    }

    private boolean isName(String reference) {
        return !reference.startsWith(self + "/");
    }

    private boolean isPlain(NewContainer form) {
        return form.node().isEmpty()
                && form.constraints().isEmpty()
                && Stream.of(form.containers(), form.networks(), form.volumes())
                        .allMatch(names -> names.stream().allMatch(this::isName));
    }
}
