package io.herd.doctor;

import static java.util.stream.Collectors.toMap;

import io.herd.herd.Herd;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The examination of a herd by {@code herd doctor}: the nodes' reports, and the findings that
 * follow from them.
 *
 * @param herd all nodes that the asker sees in the herd, including those that were not asked
 * @param patients the nodes that were asked
 * @param gone the nodes that were lost and are not back
 */
public record Diagnosis(Set<NodeName> herd, List<ExaminedNode> patients, List<GoneNode> gone) {

    public Diagnosis {
        herd = new TreeSet<>(herd);
        patients = List.copyOf(patients);
        gone = List.copyOf(gone);
    }

    /** Examines the selected nodes. */
    public static Diagnosis of(Herd herd, Selector who) throws NoSuchNodeException {
        var clocks = herd.clocks(who);
        var answers = herd.examine(who);
        var patients =
                answers.stream()
                        .filter(answer -> answer.gone().isEmpty())
                        .map(answer ->
                                new ExaminedNode(
                                        answer.member(),
                                        answer.outcome(),
                                        Optional.ofNullable(clocks.get(answer.member().name()))))
                        .toList();
        var gone =
                switch (who) {
                    case Selector.Everyone _ ->
                            answers.stream().flatMap(answer -> answer.gone().stream()).toList();
                    case Selector.Named _ -> herd.gone();
                };
        return new Diagnosis(herd.nodes(), patients, gone);
    }

    /** The nodes that were asked, and those that did not answer. */
    public Coverage coverage() {
        return Coverage.of(
                patients.stream().collect(toMap(ExaminedNode::name, ExaminedNode::outcome)));
    }

    /**
     * The findings, problems first.
     *
     * @param version herd version of the asker
     */
    public List<Finding> findings(String version) {
        return Stream.of(
                        patients.stream().flatMap(NodeRules::of),
                        gone.stream().map(NodeRules::gone),
                        new HerdRules(this, version).findings(),
                        new ConnectivityRules(this).findings())
                .flatMap(findings -> findings)
                .sorted((a, b) -> a.level().compareTo(b.level()))
                .toList();
    }
}
