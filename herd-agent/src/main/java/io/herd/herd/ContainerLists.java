package io.herd.herd;

import io.herd.action.Action.ListContainers;
import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Match;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Quality;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.ContainerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The whole lists of the nodes, in which many references are looked up: one question to each node
 * instead of one for each reference.
 *
 * @param lists one outcome for every node that was asked
 */
record ContainerLists(ReadAnswers<List<Container>> lists) {

    /** What to ask the nodes. */
    static final ListContainers QUESTION = new ListContainers(true, false, Map.of());

    // To find one by its name, a daemon compiles a regular expression for each container that it
    // has: about ten of those cost what its whole list does, however long that is.
    private static final int MANY = 10;
    private static final String FULL_ID = "[0-9a-f]{64}";

    /** Whether there are so many that the whole lists cost less. */
    static boolean costLessFor(List<ContainerRef> refs) {
        return refs.stream().filter(it -> it.node().isEmpty()).count() >= MANY;
    }

    static ContainerLists of(Answers answers) {
        return new ContainerLists(ReadAnswers.of(answers, ContainerJson::list));
    }

    /** What the nodes would have answered to {@code FindContainers}. */
    Answers find(String reference) {
        var outcomes = new TreeMap<>(lists.answers().byNode());
        lists.byNode()
                .forEach((node, list) ->
                        outcomes.put(node, new Done(new Matches(matches(list, reference)))));
        return new Answers(outcomes);
    }

    private static List<Match> matches(List<Container> list, String reference) {
        var matches = new ArrayList<Match>();
        for (var container : list) {
            var name = container.ownNames().stream().findFirst().orElse("");
            quality(container.id(), name, reference)
                    .ifPresent(quality -> matches.add(new Match(container.id(), name, quality)));
        }
        return matches;
    }

    private static Optional<Quality> quality(String id, String name, String reference) {
        // It is acted on by its id, so that must be one.
        if (!id.matches(FULL_ID)) {
            return Optional.empty();
        }
        if (id.equals(reference)) {
            return Optional.of(Quality.FULL_ID);
        }
        if (name.equals(reference)) {
            return Optional.of(Quality.NAME);
        }
        return id.startsWith(reference) ? Optional.of(Quality.ID_PREFIX) : Optional.empty();
    }
}
