package io.herd.docker;

import io.herd.api.ApiOptions;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Route;
import io.herd.api.Routes;
import io.herd.api.Where;
import io.herd.concurrent.Turns;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.ApiText;
import io.herd.json.api.HerdContainers;
import io.herd.json.api.HerdInfo;
import io.herd.json.api.HerdResources;
import io.herd.json.api.NodeDocument;
import io.herd.json.api.NodeLabel;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import io.herd.model.Version;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Answers requests of the Docker Engine API for somebody: finds out which daemon each concerns, and
 * makes one answer where it concerns several. A herd of one is its daemon.
 *
 * @param herd the herd's name
 */
public record HerdApi(
        String herd,
        Daemons daemons,
        Versions versions,
        Greeting greeting,
        Turns groups,
        ApiOptions options) {

    private static final String NAME = "name";
    private static final int CREATED = 201;

    // What one daemon lists is never the answer, whatever becomes of what was not found.
    private static final Set<Where> LISTS = EnumSet.of(Where.LIST_CONTAINERS, Where.LIST_IMAGES);

    /**
     * @param node whose daemon alone is meant, whatever the request is about
     */
    public Answer answer(ApiRequest request, Optional<NodeName> node) throws ApiException {
        return new HerdApi(herd, daemons.asOfNow(), versions, greeting, groups, options)
                .answered(request, node);
    }

    private Answer answered(ApiRequest request, Optional<NodeName> node) throws ApiException {
        var match = Routes.of(request);
        var route = match.route();
        if (node.isPresent()) {
            return handed(member(node.get()), request, route, Optional.empty());
        }
        boolean asItIs = alone().filter(it -> it.understands(request, match)).isPresent();
        if (asItIs) {
            return at(daemons.self(), request, route);
        }
        try {
            return answer(request, route, match.variable());
        } catch (ApiException.Nowhere e) {
            if (LISTS.contains(route.where())) {
                throw e;
            }
            return at(daemons.self(), request, route);
        }
    }

    // Its daemon may speak a newer version than clients are to.
    private Optional<Alone> alone() {
        return options.most().isPresent() ? Optional.empty() : Alone.of(daemons);
    }

    private Answer answer(ApiRequest request, Route route, String variable) throws ApiException {
        var lists = new HerdLists(this);
        return switch (route.where()) {
            case OWN -> at(daemons.self(), request, route);
            case CONTAINER -> container(request, route, variable);
            case CONTAINER_PARAMETER -> {
                var reference = request.parameter("container").orElse("");
                var found = new ContainerOwner(daemons).find(reference);
                var there = request.with("container", Optional.of(found.container().id()));
                yield at(found.container().node(), there, route).warned(found.warnings());
            }
            case CONTAINER_FORM -> new Connecting(this).apply(request, route, variable);
            case RENAME -> rename(request, route, variable);
            case EXEC -> at(new ExecOwner(daemons).of(variable), request, route);
            case NETWORK -> resource(ResourceKind.NETWORK, request, route, variable);
            case VOLUME -> resource(ResourceKind.VOLUME, request, route, variable);
            case IMAGE -> {
                var found = new ImageOwner(daemons).of(variable);
                yield at(found.nodes().getFirst(), request, route).warned(found.warnings());
            }
            case IMAGES ->
                    at(new ImageSet(daemons).of(request.parameters("names")), request, route);
            case IMAGE_OWNERS -> whole(new ImageOwners(this, route).apply(request, variable));
            case NEW_CONTAINER -> whole(new ContainerCreation(this).create(request));
            case NEW_NETWORK ->
                    whole(new ResourceCreation(this, ResourceKind.NETWORK).create(request));
            case NEW_VOLUME ->
                    whole(new ResourceCreation(this, ResourceKind.VOLUME).create(request));
            case LIST_CONTAINERS -> whole(lists.containers(request));
            case LIST_IMAGES -> whole(lists.images(request));
            case LIST_NETWORKS -> whole(lists.networks(request));
            case LIST_VOLUMES -> whole(lists.volumes(request));
            case PRUNE, DISK -> whole(lists.sum(request));
            case INFO -> whole(lists.info(request));
            case EVENTS -> events(request);
            case PING -> whole(greeting.of(this, request));
            case VERSION -> whole(version(request));
            case SWARM ->
                    throw ApiException.unavailable(
                            "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to connect this node to swarm and try again.");
            case NOWHERE -> throw ApiException.notFound("page not found");
        };
    }

    private Answer container(ApiRequest request, Route route, String reference)
            throws ApiException {
        var found = new ContainerOwner(daemons).find(reference);
        var container = found.container();
        var answer =
                at(container.node(), route.about(container.id(), request), route)
                        .warned(found.warnings());
        if (answer instanceof Answer.Whole(var response) && response.head().status() == CREATED) {
            saw(response, container.node());
        }
        return route.word().equals("container.inspect")
                ? marked(container.node(), answer, HerdContainers::inspected)
                : answer;
    }

    /** What a daemon has answered. */
    NodeDocument document(NodeName node, ApiResponse response) {
        return new NodeDocument(node, daemons.addressOf(node), response.body(), options.labels());
    }

    /** Notes what was created where. */
    void saw(ApiResponse created, NodeName node) {
        ApiText.text(created.body(), "Id").ifPresent(it -> daemons.lastSeen().saw(it, node));
    }

    private Answer rename(ApiRequest request, Route route, String reference) throws ApiException {
        var found = new ContainerOwner(daemons).find(reference);
        var container = found.container();
        var name = Places.of(request.parameter(NAME).orElse(""), daemons.nodes());
        var elsewhere = name.nodes().size() == 1 && !name.nodes().contains(container.node());
        if (elsewhere) {
            throw ApiException.badRequest(
                    "%s is on %s, and a name does not move it"
                            .formatted(reference, container.node()));
        }
        var holders =
                name.name().isEmpty()
                        ? NameCheck.Holders.NONE
                        : new NameCheck(daemons).holders(name.name()).beside(container.id());
        holders.needNone();
        var there = route.about(container.id(), request).with(NAME, Optional.of(name.name()));
        return at(container.node(), there, route)
                .warned(found.warnings())
                .warned(holders.warnings());
    }

    Answer resource(ResourceKind kind, ApiRequest request, Route route, String reference)
            throws ApiException {
        var found = new ResourceOwner(this, kind).of(reference);
        var owner = found.place();
        var answer =
                at(owner.node(), route.about(owner.name(), request), route)
                        .warned(found.warnings());
        return request.method().equals("GET")
                ? marked(owner.node(), answer, HerdResources::one)
                : answer;
    }

    /** Marks a document with its node. */
    @FunctionalInterface
    interface Marking {
        String marked(NodeDocument part) throws UnexpectedJsonException;
    }

    private Answer marked(NodeName node, Answer answer, Marking marking) {
        return answer instanceof Answer.Whole(var response)
                ? whole(marked(node, response, marking))
                : answer;
    }

    ApiResponse marked(NodeName node, ApiResponse response, Marking marking) {
        if (alone().isPresent() || !response.ok()) {
            return response;
        }
        try {
            return new ApiResponse(response.head(), marking.marked(document(node, response)));
        } catch (UnexpectedJsonException e) {
            return response;
        }
    }

    private Answer events(ApiRequest request) throws ApiException {
        var scope = NodeLabel.scope(request.parameter("filters"));
        var asked = request.with("filters", scope.others());
        // What is wrong with the request, a daemon says before its first event.
        var version = versions.of(daemons.self(), request.version());
        var events =
                new MergedEvents(this, asked.withVersion(version.toString()), () -> within(scope));
        return new Answer.Flowing(daemons.self(), events.begin(), Optional.of(version.toString()));
    }

    private Collection<NodeName> within(NodeLabel.Scope scope) {
        return daemons.live().nodes().stream()
                .filter(it -> scope.nodes().isEmpty() || scope.nodes().contains(it.value()))
                .toList();
    }

    private ApiResponse version(ApiRequest request) throws ApiException {
        var response = call(daemons.self(), request);
        var own = new NodeDocument(daemons.self(), "", response.body());
        try {
            return new ApiResponse(
                    response.head(),
                    HerdInfo.version(
                            own,
                            versions.newest().toString(),
                            versions.oldest().toString(),
                            Version.CURRENT));
        } catch (UnexpectedJsonException e) {
            return response;
        }
    }

    private static Answer whole(ApiResponse response) {
        return new Answer.Whole(response);
    }

    /**
     * Creates something of a group. Where its first goes is free if all is spread, and the others
     * must find it: so they go one after the other.
     */
    <T> T inTurn(Optional<String> group, Turns.Step<T, ApiException> step) throws ApiException {
        return options.spread() && group.isPresent() ? groups.take(group.get(), step) : step.take();
    }

    /** The node of this name, if there is a name. */
    Optional<NodeName> named(Optional<String> name) throws ApiException {
        return name.isEmpty() ? Optional.empty() : Optional.of(member(parsed(name.get())));
    }

    private static NodeName parsed(String name) throws ApiException {
        try {
            return new NodeName(name);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private NodeName member(NodeName node) throws ApiException {
        if (!daemons.nodes().contains(node)) {
            // Not 404: a client would look for an image elsewhere.
            throw ApiException.badRequest("no such node: " + node);
        }
        return node;
    }

    /** The request in a version that a node's daemon speaks. */
    ApiRequest versioned(NodeName node, ApiRequest request) throws ApiException {
        return request.withVersion(versions.of(node, request.version()).toString());
    }

    /** Hands a request to a daemon as a whole. */
    ApiResponse call(NodeName node, ApiRequest request) throws ApiException {
        return daemons.call(node, versioned(node, request));
    }

    /** Hands a request to a daemon. */
    Answer at(NodeName node, ApiRequest request, Route route) throws ApiException {
        var version =
                alone().isPresent()
                        ? Optional.<String>empty()
                        : Optional.of(versions.newest().toString());
        return handed(node, versioned(node, request), route, version);
    }

    private Answer handed(NodeName node, ApiRequest request, Route route, Optional<String> version)
            throws ApiException {
        if (!route.whole()) {
            return new Answer.Flowing(node, daemons.relay(node, request), version);
        }
        var response = daemons.call(node, request);
        response.head().header("Api-Version").ifPresent(it -> versions.saw(node, it));
        return whole(
                version.isEmpty()
                        ? response
                        : new ApiResponse(
                                response.head().with("Api-Version", version.get()),
                                response.body()));
    }
}
