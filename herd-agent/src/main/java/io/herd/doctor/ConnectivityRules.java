package io.herd.doctor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.herd.model.NodeName;
import io.herd.model.Reachability;
import io.herd.model.Reachability.Way;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rules that find broken connections between nodes. */
final class ConnectivityRules {

    /** One node's test of the connection to another. */
    private record Attempt(NodeName from, Reachability reach) {

        boolean failed() {
            return switch (reach.way()) {
                case Way.Shut _ -> true;
                case Way.Open _ -> false;
            };
        }

        String reason() {
            return switch (reach.way()) {
                case Way.Shut(String reason) -> reason;
                case Way.Open _ -> "";
            };
        }
    }

    private final List<Attempt> attempts;

    ConnectivityRules(Diagnosis diagnosis) {
        attempts =
                diagnosis.patients().stream()
                        .flatMap(patient ->
                                patient.seen().stream()
                                        .flatMap(seen -> seen.reaches().stream())
                                        .map(reach -> new Attempt(patient.name(), reach)))
                        .toList();
    }

    Stream<Finding> findings() {
        return attempts.stream()
                .filter(Attempt::failed)
                .collect(groupingBy(failed -> failed.reach().to(), TreeMap::new, toList()))
                .values()
                .stream()
                .map(this::finding);
    }

    /** One finding for all nodes that cannot reach the same node. */
    private Finding finding(List<Attempt> failed) {
        var first = failed.getFirst();
        var to = first.reach().to();
        var from = names(failed.stream().map(Attempt::from));
        return Finding.problem(
                to,
                "%s cannot reach %s at %s: %s%s"
                        .formatted(
                                from,
                                to,
                                first.reach().address(),
                                first.reason(),
                                back(to, failed)),
                "let TCP from %s to %s through, in the firewalls of both hosts and between them"
                        .formatted(from, first.reach().address()));
    }

    // A connection that works in one direction only usually means a firewall.
    private String back(NodeName to, List<Attempt> failed) {
        var cut = failed.stream().map(Attempt::from).toList();
        var open =
                names(
                        attempts.stream()
                                .filter(it -> it.from().equals(to) && !it.failed())
                                .map(it -> it.reach().to())
                                .filter(cut::contains));
        return open.isEmpty() ? "" : "; the other way, to %s, is open".formatted(open);
    }

    private static String names(Stream<NodeName> nodes) {
        return nodes.map(NodeName::value).collect(joining(", "));
    }
}
