package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.FindContainers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Match;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Quality;
import io.herd.herd.answer.ContainerLocation;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whose a container's name is: it is to be there once in the whole herd. */
record NameCheck(Daemons daemons) {

    /**
     * Who has a name.
     *
     * @param silent the nodes that do not say
     */
    record Holders(String name, List<ContainerLocation> found, Set<NodeName> silent) {

        static final Holders NONE = new Holders("", List.of(), Set.of());

        /**
         * @throws ApiException in docker's words, if a container has it
         */
        void needNone() throws ApiException {
            if (!found.isEmpty()) {
                throw conflict(name, found.getFirst());
            }
        }

        /** The same for one that may have it already. */
        Holders beside(String id) {
            return new Holders(
                    name, found.stream().filter(it -> !it.id().equals(id)).toList(), silent);
        }

        /** The same for the head of an answer. */
        List<String> warnings() {
            return silent.stream()
                    .map(it ->
                            Unheard.warning(it, "no answer, and %s may be taken".formatted(name)))
                    .toList();
        }

        /** What to say to somebody who gets it all the same. */
        Optional<String> warning() {
            return silent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "the name %s may be taken on %s, which did not answer"
                                    .formatted(
                                            name,
                                            silent.stream()
                                                    .map(NodeName::value)
                                                    .collect(joining(" and on "))));
        }
    }

    static ApiException conflict(String name, ContainerLocation other) {
        return new ApiException(
                ApiException.CONFLICT,
                "Conflict. The container name \"/%s\" is already in use by container \"%s\" on %s. You have to remove (or rename) that container to be able to reuse that name."
                        .formatted(name, other.id(), other.node()));
    }

    Holders holders(String name) {
        var found = new ArrayList<ContainerLocation>();
        var silent = new TreeSet<NodeName>();
        var nodes = daemons.nodes();
        daemons.gone(nodes).forEach(it -> silent.add(it.name()));
        daemons.survey()
                .ask(nodes, new FindContainers(name), _ -> false)
                .byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Matches(var matches))) {
                        matches.stream()
                                .filter(NameCheck::isByName)
                                .filter(it -> it.name().equals(name))
                                .forEach(it ->
                                        found.add(new ContainerLocation(node, it.id(), it.name())));
                    } else {
                        silent.add(node);
                    }
                });
        return new Holders(name, found, silent);
    }

    // What is another's has its name all the same.
    private static boolean isByName(Match match) {
        return match.quality() == Quality.NAME || match.quality() == Quality.ANOTHERS;
    }
}
