package io.herd.cli.names;

import static java.util.stream.Collectors.toCollection;

import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.cli.manual.NameKind;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers completion, of a shell ({@code herd __complete}) or in {@code herd shell}, with names
 * from the live herd.
 *
 * @param begun what has been typed of the name
 * @param exactly whether only names that begin so are of use: then nodes need not tell the others
 */
public record AskedNames(Herd herd, Selector who, String begun, boolean exactly) {

    private static final Pattern PART = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    public AskedNames(Herd herd, Selector who, String begun) {
        this(herd, who, begun, false);
    }

    public Offered of(Expected.Name name) throws NoSuchNodeException {
        return of(name.of());
    }

    public Offered of(NameKind kind) throws NoSuchNodeException {
        return switch (kind) {
            case CONTAINER -> containers(true, Map.of());
            case RUNNING -> containers(false, Map.of());
            case STOPPED -> containers(true, Map.of("status", List.of("created", "exited")));
            case PAUSED -> containers(true, Map.of("status", List.of("paused")));
            case NODE -> Offered.only(new HerdNames(herd, who).nodes());
            case IMAGE -> images();
            case VOLUME ->
                    Offered.only(owned(new HerdNames(herd, who).resources(ResourceKind.VOLUME)));
            case NETWORK ->
                    Offered.only(owned(new HerdNames(herd, who).resources(ResourceKind.NETWORK)));
            case ATTACHABLE -> Offered.only(attachable());
            case CONSTRAINT -> Offered.only(constraints());
            // The herd has no templates: each host has its own.
            case TEMPLATE -> Offered.only(new TreeSet<>());
        };
    }

    private Offered containers(boolean all, Map<String, List<String>> filters)
            throws NoSuchNodeException {
        var asked = new HerdNames(herd, who);
        if (exactly && PART.matcher(begun).matches()) {
            // The daemon takes it as a regular expression.
            var some = new HashMap<>(filters);
            some.put("name", List.of("^/?" + begun.replace(".", "\\.")));
            var named = asked.containers(all, some);
            if (!named.isEmpty() || !Offered.isId(begun)) {
                return Offered.only(owned(HerdNames.owners(named)));
            }
        }
        var containers = asked.containers(all, filters);
        return new Offered(
                owned(HerdNames.owners(containers)),
                sorted(containers.stream().map(it -> Offered.shortened(it.id()))));
    }

    private Offered images() throws NoSuchNodeException {
        var images = new HerdNames(herd, who).images();
        return new Offered(
                sorted(images.stream().flatMap(image -> image.tags().stream())),
                sorted(images.stream().map(image -> Offered.shortened(image.id()))));
    }

    private SortedSet<String> attachable() throws NoSuchNodeException {
        var networks = new HerdNames(herd, who).resources(ResourceKind.NETWORK).keySet();
        return sorted(Stream.concat(networks.stream(), Stream.of("bridge", "host", "none")));
    }

    private SortedSet<String> owned(Map<String, SortedSet<NodeName>> names) {
        return sorted(
                names.entrySet().stream()
                        .flatMap(owned -> spellings(owned.getKey(), owned.getValue())));
    }

    /**
     * The name with its node, if the name alone is ambiguous or a node is being typed; else the
     * name alone.
     */
    private Stream<String> spellings(String name, Set<NodeName> nodes) {
        return nodes.size() > 1 || begun.indexOf('/') >= 0
                ? nodes.stream().map(node -> node + "/" + name)
                : Stream.of(name);
    }

    private SortedSet<String> constraints() throws NoSuchNodeException {
        return sorted(
                herd.describe(who).stream()
                        .flatMap(answer ->
                                answer.outcome() instanceof Done(Described(var node))
                                        ? node.labels().entrySet().stream()
                                        : Stream.empty())
                        .flatMap(label ->
                                Stream.of("==", "!=")
                                        .map(is ->
                                                "node.labels."
                                                        + label.getKey()
                                                        + is
                                                        + label.getValue())));
    }

    private static SortedSet<String> sorted(Stream<String> names) {
        return names.collect(toCollection(Typeable::inOrder));
    }
}
