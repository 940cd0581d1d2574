package io.herd.doctor;

import static java.util.stream.Collectors.toMap;

import io.herd.herd.Herd;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that was seen.
 *
 * @param herd the nodes that whoever asked sees in the herd, also those that were not asked
 * @param patients those that were asked
 */
public record Diagnosis(Set<NodeName> herd, List<ExaminedNode> patients) {

    public Diagnosis {
        herd = new TreeSet<>(herd);
        patients = List.copyOf(patients);
    }

    /** Asks the selected nodes. */
    public static Diagnosis of(Herd herd, Selector who) throws NoSuchNodeException {
        var clocks = herd.clocks(who);
        var patients =
                herd.examine(who).stream()
                        .map(answer ->
                                new ExaminedNode(
                                        answer.member(),
                                        answer.outcome(),
                                        Optional.ofNullable(clocks.get(answer.member().name()))))
                        .toList();
        return new Diagnosis(herd.nodes(), patients);
    }

    /** Who was asked and who gave no answer. */
    public Coverage coverage() {
        return Coverage.of(
                patients.stream().collect(toMap(ExaminedNode::name, ExaminedNode::outcome)));
    }

    /**
     * What is wrong, problems first.
     *
     * @param version of whoever asks
     */
    public List<Finding> findings(String version) {
        return Stream.of(
                        patients.stream().flatMap(NodeRules::of),
                        new HerdRules(this, version).findings(),
                        new ConnectivityRules(this).findings())
                .flatMap(findings -> findings)
                .sorted((a, b) -> a.level().compareTo(b.level()))
                .toList();
    }
}
