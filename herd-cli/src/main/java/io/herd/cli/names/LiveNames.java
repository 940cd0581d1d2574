package io.herd.cli.names;

import static java.util.stream.Collectors.toCollection;

import io.herd.cli.context.CommandContext;
import io.herd.cli.names.Expected.Kind;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names for completion in {@code herd shell}, from all nodes. */
public record LiveNames(Herd herd, CommandContext context) {

    /** The names of a kind; a node that does not answer contributes none. */
    public SortedSet<String> of(Kind kind) throws NoSuchNodeException, TemplateException {
        var names = new HerdNames(herd, new Selector.Everyone());
        return Typeable.of(
                switch (kind) {
                    case CONTAINER -> spellings(names.containers(true, Map.of()));
                    case NODE -> names.nodes();
                    case IMAGE -> names.images();
                    case VOLUME -> spellings(names.resources(ResourceKind.VOLUME));
                    case NETWORK -> spellings(names.resources(ResourceKind.NETWORK));
                    case TEMPLATE -> new Templates(context.templateDirectories(List.of())).names();
                });
    }

    private static SortedSet<String> spellings(Map<String, SortedSet<NodeName>> names) {
        return names.entrySet().stream()
                .flatMap(owned ->
                        Stream.concat(
                                Stream.of(owned.getKey()),
                                owned.getValue().stream().map(node -> node + "/" + owned.getKey())))
                .collect(toCollection(TreeSet::new));
    }
}
