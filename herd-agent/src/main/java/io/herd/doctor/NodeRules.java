package io.herd.doctor;

import static io.herd.doctor.Finding.problem;
import static io.herd.doctor.Finding.remark;

import io.herd.action.Outcome;
import io.herd.herd.answer.Outcomes;
import io.herd.model.DaemonState.Down;
import io.herd.model.Examination;
import io.herd.model.GoneNode;
import io.herd.model.JoinPlace;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.Subnet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules for a single node: gone, no answer, daemon down, unregistered, bad address, bad join
 * places.
 */
final class NodeRules {

    private NodeRules() {}

    static Stream<Finding> of(ExaminedNode patient) {
        return patient.seen().map(NodeRules::of).orElseGet(() -> silent(patient).stream());
    }

    static Finding gone(GoneNode node) {
        return problem(
                node.name(),
                "%s was lost and is not back; its agent was at %s"
                        .formatted(node.name(), node.address()),
                "look at its host and its agent there; if it will not come back: herd node forget "
                        + node.name());
    }

    private static Optional<Finding> silent(ExaminedNode patient) {
        var node = patient.name();
        return Outcomes.trouble(patient.outcome())
                .map(why ->
                        problem(
                                node,
                                "%s gives no answer: %s".formatted(node, why),
                                patient.outcome() instanceof Outcome.Refused
                                        ? "upgrade its agent to the version of this command"
                                        : "look at its agent, with 'journalctl -u herd-agent' on its host"));
    }

    private static Stream<Finding> of(Examination seen) {
        var node = seen.node().name();
        return Stream.of(
                        daemonDown(seen).stream(),
                        unregistered(seen).stream(),
                        onBridge(seen).stream(),
                        seen.places().stream().map(place -> place(node, place)))
                .flatMap(findings -> findings);
    }

    private static Optional<Finding> daemonDown(Examination seen) {
        var node = seen.node().name();
        return seen.node().daemon() instanceof Down(String reason)
                ? Optional.of(
                        problem(
                                node,
                                "the Docker daemon of %s is down: %s".formatted(node, reason),
                                "start it, with 'systemctl start docker' on its host"))
                : Optional.empty();
    }

    private static Optional<Finding> unregistered(Examination seen) {
        var node = seen.node().name();
        return seen.node().pool() == Pool.UNREGISTERED
                ? Optional.of(
                        remark(
                                node,
                                node + " is unregistered and takes no new containers",
                                "to use it again: herd node register " + node))
                : Optional.empty();
    }

    private static Optional<Finding> onBridge(Examination seen) {
        var node = seen.node().name();
        var host = seen.address().replaceFirst("^\\[?([^\\]]*?)]?:[0-9]+$", "$1");
        return seen.profile().bridgeSubnets().stream()
                        .anyMatch(subnet -> Subnet.contains(subnet, host))
                ? Optional.of(
                        problem(
                                node,
                                "%s listens on %s, on a Docker bridge: other hosts cannot reach it there"
                                        .formatted(node, host),
                                "start its agent with --bind auto, or with an address that the other hosts reach"))
                : Optional.empty();
    }

    private static Finding place(NodeName node, JoinPlace place) {
        var at = place.address();
        return switch (place.found()) {
            case NOBODY ->
                    remark(
                            node,
                            "nobody listens at %s, where %s looks for the herd".formatted(at, node),
                            "start an agent there, or take it out of --join on " + node);
            case STRANGER ->
                    problem(
                            node,
                            "at %s, where %s looks for the herd, is somebody with another key or of another herd"
                                    .formatted(at, node),
                            "give the agent there this herd's --key and --cluster, or take it out of --join on "
                                    + node);
            case UNCLEAR ->
                    remark(
                            node,
                            "somebody listens at %s, where %s looks for the herd, and is not in it"
                                    .formatted(at, node),
                            "see whether it is an agent that hangs or is just starting, or one with another --cluster");
        };
    }
}
