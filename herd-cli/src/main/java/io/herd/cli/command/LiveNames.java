package io.herd.cli.command;

import static java.util.stream.Collectors.toCollection;

import io.herd.action.Action.ListContainers;
import io.herd.action.Action.ListImages;
import io.herd.cli.command.Expected.Kind;
import io.herd.herd.Herd;
import io.herd.herd.NoSuchNodeException;
import io.herd.herd.Selector;
import io.herd.json.ContainerJson;
import io.herd.json.ImageJson;
import io.herd.model.Container;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names that things have at this moment, as they can be typed. */
public record LiveNames(Herd herd, Surroundings surroundings) {

    private static final Selector ALL = new Selector.Everyone();

    /** Of a node that does not answer there are none. */
    public SortedSet<String> of(Kind kind) throws NoSuchNodeException, TemplateException {
        return switch (kind) {
            case CONTAINER -> containers();
            case NODE -> sorted(herd.nodes().stream().map(Object::toString));
            case IMAGE -> images();
            case TEMPLATE -> new Templates(surroundings.templateDirectories(List.of())).names();
        };
    }

    private SortedSet<String> containers() throws NoSuchNodeException {
        var found = new ArrayList<Container>();
        NodeDeeds.documents(
                herd.ask(ALL, new ListContainers(true, false, Map.of())),
                (node, body) -> found.addAll(ContainerJson.list(node, body)));
        return sorted(found.stream().flatMap(LiveNames::spellings));
    }

    private static Stream<String> spellings(Container container) {
        return container.names().stream()
                // The others are those that a container is linked to by.
                .filter(name -> name.indexOf('/') < 0)
                .flatMap(name -> Stream.of(name, container.node() + "/" + name));
    }

    private SortedSet<String> images() throws NoSuchNodeException {
        var tags = new TreeSet<String>();
        NodeDeeds.documents(
                herd.ask(ALL, new ListImages(false, Map.of())),
                (node, body) ->
                        ImageJson.list(node, body).forEach(image -> tags.addAll(image.tags())));
        return tags;
    }

    private static SortedSet<String> sorted(Stream<String> names) {
        return names.collect(toCollection(TreeSet::new));
    }
}
