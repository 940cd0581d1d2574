package io.herd.doctor;

import static io.herd.doctor.Finding.problem;
import static io.herd.doctor.Finding.remark;

import io.herd.model.Examination;
import io.herd.model.NodeName;
import io.herd.model.Reachability;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that compare nodes with each other: versions, clocks and views. */
final class HerdRules {

    // From this skew on, the order of events and log lines of several hosts misleads.
    private static final Duration MOST_SKEW = Duration.ofSeconds(1);

    private final Diagnosis diagnosis;
    private final String version;

    HerdRules(Diagnosis diagnosis, String version) {
        this.diagnosis = diagnosis;
        this.version = version;
    }

    Stream<Finding> findings() {
        var usual = usualClock();
        return diagnosis.patients().stream()
                .flatMap(patient ->
                        Stream.of(
                                        patient.seen().flatMap(this::otherVersion),
                                        clock(patient, usual),
                                        patient.seen().flatMap(this::otherView))
                                .flatMap(Optional::stream));
    }

    private Optional<Finding> otherVersion(Examination seen) {
        var node = seen.node().name();
        return seen.node().herdVersion().equals(version)
                ? Optional.empty()
                : Optional.of(
                        remark(
                                node,
                                "%s runs herd %s, this command is %s"
                                        .formatted(node, seen.node().herdVersion(), version),
                                "upgrade the older one; until then what only the newer knows is refused by name"));
    }

    // The median of all clocks, including this host's: a single wrong clock does not move it.
    private Duration usualClock() {
        var ahead =
                Stream.concat(
                                Stream.of(Duration.ZERO),
                                diagnosis.patients().stream()
                                        .flatMap(patient -> patient.skew().stream())
                                        .map(skew -> skew.ahead()))
                        .sorted()
                        .toList();
        return ahead.get(ahead.size() / 2);
    }

    private static Optional<Finding> clock(ExaminedNode patient, Duration usual) {
        return patient.skew()
                .filter(skew ->
                        skew.ahead().minus(usual).abs().compareTo(MOST_SKEW.plus(skew.margin()))
                                > 0)
                .map(skew -> skew.ahead().minus(usual))
                .map(off ->
                        problem(
                                patient.name(),
                                "the clock of %s is %.1f s %s the others'"
                                        .formatted(
                                                patient.name(),
                                                off.abs().toMillis() / 1000.0,
                                                off.isNegative() ? "behind" : "ahead of"),
                                "let its host keep the time: timedatectl set-ntp true"));
    }

    private Optional<Finding> otherView(Examination seen) {
        var node = seen.node().name();
        var missing = new TreeSet<>(diagnosis.herd());
        missing.remove(node);
        seen.reaches().stream().map(Reachability::to).forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        problem(
                                node,
                                "%s does not see %s in the herd"
                                        .formatted(
                                                node,
                                                missing.stream()
                                                        .map(NodeName::value)
                                                        .collect(Collectors.joining(", "))),
                                "parts of a herd find each other again within 15 s; if not, see whether they reach each other"));
    }
}
