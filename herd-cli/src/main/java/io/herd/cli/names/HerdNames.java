package io.herd.cli.names;

import io.herd.action.Action.ListContainers;
import io.herd.action.Action.ListImages;
import io.herd.action.Action.ListResources;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Selector;
import io.herd.json.docker.ContainerJson;
import io.herd.json.docker.ImageJson;
import io.herd.json.docker.ResourceJson;
import io.herd.model.Container;
import io.herd.model.Image;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks nodes for the names of their things; a node that does not answer contributes none. */
record HerdNames(Herd herd, Selector who) {

    SortedSet<String> nodes() {
        var names = new TreeSet<String>();
        herd.nodes().forEach(node -> names.add(node.toString()));
        return names;
    }

    List<Container> containers(boolean all, Map<String, List<String>> filters)
            throws NoSuchNodeException {
        return ReadAnswers.of(
                        herd.ask(who, new ListContainers(all, false, filters)), ContainerJson::list)
                .all()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The names of containers, each with the nodes that have a container of that name. */
    static Map<String, SortedSet<NodeName>> owners(List<Container> containers) {
        var owners = new TreeMap<String, SortedSet<NodeName>>();
        containers.forEach(container ->
                container.names().stream()
                        // A name with a slash inside is an alias given by a link.
                        .filter(name -> name.indexOf('/') < 0)
                        .forEach(name ->
                                owners.computeIfAbsent(name, _ -> new TreeSet<>())
                                        .add(container.node())));
        return owners;
    }

    /** The names of volumes or networks, each with the nodes that have one of that name. */
    Map<String, SortedSet<NodeName>> resources(ResourceKind kind) throws NoSuchNodeException {
        var owners = new TreeMap<String, SortedSet<NodeName>>();
        ReadAnswers.of(
                        herd.ask(who, new ListResources(kind, Map.of())),
                        (node, body) -> ResourceJson.list(kind, node, body))
                .all()
                .stream()
                .flatMap(List::stream)
                .forEach(it ->
                        owners.computeIfAbsent(it.name(), _ -> new TreeSet<>()).add(it.node()));
        return owners;
    }

    List<Image> images() throws NoSuchNodeException {
        return ReadAnswers.of(herd.ask(who, new ListImages(false, Map.of())), ImageJson::list)
                .all()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
