package io.herd.herd.creation;

import io.herd.action.Action;
import io.herd.action.Action.ListContainers;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the existing containers of one request by their labels. */
final class InstanceLookup {

    private final Cluster cluster;
    private final Action question;

    InstanceLookup(Cluster cluster, String request) {
        this.cluster = cluster;
        this.question =
                new ListContainers(
                        true, false, Map.of("label", List.of("herd.request=" + request)), true);
    }

    /** A container of the request. */
    record Sighting(
            int instance, NodeName node, String id, Optional<String> name, boolean running) {}

    /**
     * The containers that were found.
     *
     * @param silent nodes that gave no usable answer, and so may have more of them
     */
    record Seen(List<Sighting> sightings, TreeMap<NodeName, Outcome> silent) {}

    /** Asks all nodes of the herd, including those that take no new containers. */
    Seen everywhere(Deadline deadline) {
        var all = new TreeSet<>(cluster.members().stream().map(Member::name).toList());
        var lists = read(cluster.gather(all, question, deadline));
        var silent = new TreeMap<>(lists.answers().byNode());
        silent.keySet().removeAll(lists.byNode().keySet());
        return new Seen(lists.all().stream().flatMap(List::stream).toList(), silent);
    }

    /** Asks one node for those it has; empty if it gave no usable answer. */
    Optional<List<Sighting>> on(NodeName node, Deadline deadline) {
        var outcome = cluster.send(node, question, deadline);
        return Optional.ofNullable(read(Answers.of(Map.of(node, outcome))).byNode().get(node));
    }

    boolean isMember(NodeName node) {
        return cluster.members().stream().anyMatch(member -> member.name().equals(node));
    }

    private static ReadAnswers<List<Sighting>> read(Answers answers) {
        return ReadAnswers.of(
                answers,
                (node, list) ->
                        ContainerJson.list(node, list).stream()
                                .flatMap(InstanceLookup::sighting)
                                .toList());
    }

    private static Stream<Sighting> sighting(Container container) {
        return Optional.ofNullable(container.labels().get("herd.instance"))
                .filter(number -> number.matches("[1-9][0-9]{0,8}"))
                .map(number ->
                        new Sighting(
                                Integer.parseInt(number),
                                container.node(),
                                container.id(),
                                container.names().stream().findFirst(),
                                container.state().equals("running")))
                .stream();
    }
}
