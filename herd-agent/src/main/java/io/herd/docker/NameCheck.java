package io.herd.docker;

import io.herd.action.Action.FindContainers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Match;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Quality;
import io.herd.herd.answer.ContainerLocation;
import java.util.ArrayList;
import java.util.List;

/** Whose a container's name is: it is to be there once in the whole herd. */
record NameCheck(Daemons daemons) {

    /**
     * @throws ApiException in docker's words, if a container has it
     */
    void need(String name) throws ApiException {
        var others = having(name);
        if (!others.isEmpty()) {
            throw conflict(name, others.getFirst());
        }
    }

    static ApiException conflict(String name, ContainerLocation other) {
        return new ApiException(
                ApiException.CONFLICT,
                "Conflict. The container name \"/%s\" is already in use by container \"%s\" on %s. You have to remove (or rename) that container to be able to reuse that name."
                        .formatted(name, other.id(), other.node()));
    }

    /** The containers that have a name. */
    List<ContainerLocation> having(String name) {
        var found = new ArrayList<ContainerLocation>();
        daemons.survey()
                .ask(daemons.nodes(), new FindContainers(name), _ -> false)
                .byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Matches(var matches))) {
                        matches.stream()
                                .filter(NameCheck::isByName)
                                .filter(it -> it.name().equals(name))
                                .forEach(it ->
                                        found.add(new ContainerLocation(node, it.id(), it.name())));
                    }
                });
        return found;
    }

    // What is another's has its name all the same.
    private static boolean isByName(Match match) {
        return match.quality() == Quality.NAME || match.quality() == Quality.ANOTHERS;
    }
}
