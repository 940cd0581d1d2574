package io.herd.cli.names;

import io.herd.action.Action.ListContainers;
import io.herd.action.Action.ListImages;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Selector;
import io.herd.json.docker.ContainerJson;
import io.herd.json.docker.ImageJson;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names that things have on these nodes at this moment; of one that does not answer none. */
record HerdNames(Herd herd, Selector who) {

    SortedSet<String> nodes() {
        var names = new TreeSet<String>();
        herd.nodes().forEach(node -> names.add(node.toString()));
        return names;
    }

    /** Each name of a container with the nodes that have one of that name. */
    Map<String, SortedSet<NodeName>> containers(boolean all, Map<String, List<String>> filters)
            throws NoSuchNodeException {
        var owners = new TreeMap<String, SortedSet<NodeName>>();
        ReadAnswers.of(herd.ask(who, new ListContainers(all, false, filters)), ContainerJson::list)
                .all()
                .stream()
                .flatMap(List::stream)
                .forEach(container ->
                        container.names().stream()
                                // The others are those that a container is linked to by.
                                .filter(name -> name.indexOf('/') < 0)
                                .forEach(name ->
                                        owners.computeIfAbsent(name, _ -> new TreeSet<>())
                                                .add(container.node())));
        return owners;
    }

    SortedSet<String> images() throws NoSuchNodeException {
        var tags = new TreeSet<String>();
        ReadAnswers.of(herd.ask(who, new ListImages(false, Map.of())), ImageJson::list)
                .all()
                .stream()
                .flatMap(List::stream)
                .forEach(image -> tags.addAll(image.tags()));
        return tags;
    }
}
