package io.herd.cli.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.herd.cli.faults.History.AgentState;
import io.herd.cli.faults.History.Call;
import io.herd.cli.faults.History.There;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules that a history must keep. A violation is one line for the reader. */
public final class Checker {

    private static final long HEALED = 15_000;
    // What an agent may have open or run more than before, such as connections that are kept.
    private static final int SLACK = 32;

    private final History history;
    private final Set<String> touched;
    private final Set<String> there;

    private Checker(History history) {
        this.history = history;
        touched = removals().map(Call::target).collect(toSet());
        there = containers().map(There::id).collect(toSet());
    }

    public static List<String> violations(History history) {
        var it = new Checker(history);
        return Stream.of(
                        it.deadlines(),
                        it.wholeCreations(),
                        it.answers(),
                        it.lists(),
                        it.existence(),
                        it.absence(),
                        it.strangers(),
                        it.doubles(),
                        it.names(),
                        it.words(),
                        it.healing(),
                        it.agents())
                .flatMap(violations -> violations)
                .toList();
    }

    private Stream<Call> removals() {
        return history.calls().stream().filter(call -> call.kind() == Work.Kind.REMOVE);
    }

    private Stream<There> containers() {
        return history.there().values().stream().flatMap(List::stream);
    }

    private Stream<Call> all() {
        return Stream.concat(history.calls().stream(), history.repeated().stream());
    }

    /** The containers that creations have told of. */
    private static Set<String> created(Stream<Call> calls) {
        return calls.filter(call -> call.wanted() > 0)
                .flatMap(call -> call.answer().containers().stream())
                .collect(toSet());
    }

    private Stream<String> deadlines() {
        return all().filter(call -> call.ended() - call.begun() > call.limit())
                .map(call -> of(call, "took longer than %d ms".formatted(call.limit())));
    }

    /** Whoever says that all was created says which, and what failed can be had by asking again. */
    private Stream<String> wholeCreations() {
        var parts =
                all().filter(call -> call.wanted() > 0 && call.answer().exit() == 0)
                        .filter(call -> call.answer().containers().size() != call.wanted())
                        .map(call ->
                                of(call, "did not name %d containers".formatted(call.wanted())));
        var never =
                history.repeated().stream()
                        .filter(call -> call.name().isEmpty() && call.answer().exit() != 0)
                        .filter(call -> !unstartable(call))
                        .map(call -> of(call, "failed though everything was mended"));
        return Stream.concat(parts, never);
    }

    // A daemon that is killed while it starts or removes a container may never be able to start it:
    // for its containerd it runs, or it is about to go. All are there, and it is said of which.
    private boolean unstartable(Call call) {
        return call.answer().containers().size() == call.wanted()
                && call.answer()
                        .text()
                        .matches(
                                "(?s).*but not started: (task [0-9a-f]+: already exists|container is marked for removal).*")
                && history.faults().stream().anyMatch(it -> it.kind() == Fault.Kind.DAEMON_KILLED);
    }

    /** Every node is accounted for, where an answer says who was asked. */
    private Stream<String> answers() {
        return all().filter(call -> !call.answer().asked().isEmpty())
                .<String>mapMulti((call, violations) -> {
                    var answer = call.answer();
                    var accounted = new TreeSet<>(answer.answered());
                    accounted.addAll(answer.failed());
                    if (!accounted.equals(new TreeSet<>(answer.asked()))) {
                        violations.accept(of(call, "does not account for whom it asked"));
                    }
                    if (answer.exit() == 0 && !answer.failed().isEmpty()) {
                        violations.accept(of(call, "is a success with nodes that failed"));
                    }
                    if (call.kind() == Work.Kind.LIST && !accounted.containsAll(members(call))) {
                        violations.accept(of(call, "left a node out"));
                    }
                });
    }

    // Whose agent was stopped in order has left the herd until it is back.
    private List<String> members(Call call) {
        return Schedule.HOSTS.stream()
                .filter(host ->
                        stops(host)
                                .noneMatch(stop ->
                                        stop.from() <= call.ended()
                                                && call.begun() <= backBy(stop)))
                .toList();
    }

    // If it is started while hosts do not reach each other, it comes back after that.
    private int backBy(Fault stop) {
        return history.faults().stream()
                .filter(it -> it.kind().link() && it.from() <= stop.until())
                .filter(it -> it.until() + (int) HEALED >= stop.until())
                .mapToInt(it -> it.until() + (int) HEALED)
                .reduce(stop.until(), Math::max);
    }

    /** Of the nodes that answered a list misses nothing that was there all the time. */
    private Stream<String> lists() {
        return history.calls().stream()
                .filter(call -> call.kind() == Work.Kind.LIST)
                .flatMap(list ->
                        list.answer().answered().stream()
                                .flatMap(node -> expected(list, node))
                                .filter(id -> !list.answer().containers().contains(id))
                                .map(id -> of(list, "misses " + id)));
    }

    private Stream<String> expected(Call list, String node) {
        var known = created(history.calls().stream().filter(call -> call.ended() < list.begun()));
        return history.there().getOrDefault(node, List.of()).stream()
                .map(There::id)
                .filter(known::contains);
    }

    private Stream<String> existence() {
        return all().filter(call -> call.wanted() > 0)
                .flatMap(call ->
                        call.answer().containers().stream()
                                .filter(id -> !there.contains(id) && !touched.contains(id))
                                .map(id ->
                                        of(call, "created %s, which is not there".formatted(id))));
    }

    /** What is on a node that has left in order at that time is not removed, nor is it missed. */
    private Stream<String> absence() {
        return history.there().entrySet().stream()
                .flatMap(node ->
                        node.getValue().stream()
                                .filter(it ->
                                        removals()
                                                .anyMatch(call -> removed(call, it, node.getKey())))
                                .map(it -> "%s was removed, and is there".formatted(it.id())));
    }

    private boolean removed(Call call, There container, String host) {
        return call.answer().exit() == 0
                && call.target().equals(container.id())
                && members(call).contains(host);
    }

    private Stream<String> strangers() {
        var known = created(all());
        return containers()
                .filter(it -> !it.request().isEmpty() && !known.contains(it.id()))
                .map(it -> "nobody told of %s".formatted(it));
    }

    private Stream<String> doubles() {
        return twice(
                containers()
                        .filter(it -> !it.request().isEmpty())
                        .map(it -> "instance %s of %s".formatted(it.instance(), it.request())));
    }

    /**
     * A node that has left in order is asked for no name, and brings its own back with it. Whoever
     * was told that a node did not answer knows that the name may be there. What nobody has asked
     * for, each daemon thinks of for itself.
     */
    private Stream<String> names() {
        var wanted = all().map(Call::name).filter(it -> !it.isEmpty()).collect(toSet());
        var warned =
                all().filter(call ->
                                call.answer().exit() == 3
                                        || call.answer().text().contains("may be taken on"))
                        .flatMap(call -> call.answer().containers().stream())
                        .collect(toSet());
        return twice(
                history.there().entrySet().stream()
                        .filter(node -> stops(node.getKey()).findAny().isEmpty())
                        .flatMap(node -> node.getValue().stream())
                        .filter(it -> wanted.contains(it.name()) && !warned.contains(it.id()))
                        .map(it -> "name " + it.name()));
    }

    private Stream<Fault> stops(String host) {
        return history.faults().stream()
                .filter(fault ->
                        fault.host().equals(host) && fault.kind() == Fault.Kind.AGENT_STOPPED);
    }

    private static Stream<String> twice(Stream<String> things) {
        return things.collect(groupingBy(thing -> thing, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " is there %d times".formatted(entry.getValue()));
    }

    /** No fault makes a command say what only its author understands. */
    private Stream<String> words() {
        return all().filter(call ->
                        call.answer().text().contains("Exception")
                                || call.answer().text().contains("\tat ")
                                || call.answer().exit() == 2)
                .map(call -> of(call, "is not to be understood"));
    }

    private Stream<String> healing() {
        var healing = history.healing();
        var late =
                healing.took() > HEALED
                        ? Stream.of("the herd needed %d ms to heal".formatted(healing.took()))
                        : Stream.<String>empty();
        var views =
                healing.views().entrySet().stream()
                        .filter(view ->
                                !new HashSet<>(view.getValue())
                                        .equals(new HashSet<>(Schedule.HOSTS)))
                        .map(view -> "%s sees %s".formatted(view.getKey(), view.getValue()));
        return Stream.concat(late, views);
    }

    private Stream<String> agents() {
        return history.agents().entrySet().stream()
                .filter(agent -> !agent.getValue().restarted())
                .flatMap(agent ->
                        grown(agent.getValue())
                                .map(what -> "the agent of %s %s".formatted(agent.getKey(), what)));
    }

    private static Stream<String> grown(AgentState agent) {
        return Stream.of(
                        agent.pids().getFirst().equals(agent.pids().getLast())
                                ? ""
                                : "was restarted by nobody",
                        grown("descriptors", agent.descriptors()),
                        grown("threads", agent.threads()))
                .filter(what -> !what.isEmpty());
    }

    private static String grown(String what, List<Integer> counts) {
        int before = counts.getFirst();
        int after = counts.getLast();
        return after > before + SLACK ? "has %d %s, and had %d".formatted(after, what, before) : "";
    }

    private static String of(Call call, String what) {
        return "%s at %.1f s: %s %s: exit code %d, %s"
                .formatted(
                        call.way(),
                        call.begun() / 1000.0,
                        String.join(" ", call.command()),
                        what,
                        call.answer().exit(),
                        call.answer().text().lines().limit(3).toList());
    }
}
