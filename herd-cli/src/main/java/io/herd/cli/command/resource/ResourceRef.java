package io.herd.cli.command.resource;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.UsageException;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;

/**
 * A volume or network as a user names it: its name, perhaps after {@code NODE/}.
 *
 * @param node the node it must be on, if the user said so
 * @param name a network's may be its id
 */
record ResourceRef(Optional<NodeName> node, String name) {

    static ResourceRef parse(String text) {
        int slash = text.indexOf('/');
        var name = text.substring(slash + 1);
        if (name.isBlank() || slash == 0 || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "invalid name '%s': use NAME or NODE/NAME".formatted(text));
        }
        return new ResourceRef(
                slash < 0 ? Optional.empty() : Optional.of(new NodeName(text.substring(0, slash))),
                name);
    }

    /**
     * The nodes to ask.
     *
     * @param who those that the user has selected for all names
     * @throws UsageException if this one's node is none of them
     */
    Selector among(Selector who) throws UsageException {
        if (node.isEmpty()) {
            return who;
        }
        if (!who.admits(node.get())) {
            throw new UsageException(
                    "'%s' is on none of the nodes of --node: leave one of both out"
                            .formatted(this));
        }
        return new Selector.Named(Set.of(node.get()));
    }

    @Override
    public String toString() {
        return node.map(n -> n + "/" + name).orElse(name);
    }

    static final class Converter implements ITypeConverter<ResourceRef> {
        @Override
        public ResourceRef convert(String text) {
            return Converters.checked(ResourceRef::parse, text);
        }
    }
}
