package io.herd.herd;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.herd.action.Action;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.ExamineNode;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.ForgetGone;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Action.InspectImage;
import io.herd.action.Action.PullImage;
import io.herd.action.Action.RemoveImage;
import io.herd.action.Action.SetPool;
import io.herd.action.Action.UpdateLabels;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.LeftOut;
import io.herd.action.Streaming;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.cluster.Roster;
import io.herd.cluster.SharedCluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ImagePulling;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.NodeAnswer;
import io.herd.herd.answer.Progress;
import io.herd.herd.answer.Selector;
import io.herd.herd.creation.BulkCreation;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Creation;
import io.herd.herd.creation.CreationPlan;
import io.herd.herd.creation.EachNodeCreation;
import io.herd.herd.creation.LostCreateLookup.Pace;
import io.herd.herd.creation.PullPolicy;
import io.herd.herd.creation.PulledCreation;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.stream.Opening;
import io.herd.stream.Patience;
import io.herd.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Facade over all nodes, used by commands and by the gateway: asks nodes, acts on containers, opens
 * streams, creates containers. Every request selects the nodes it asks, and every result accounts
 * for all of them. Thread-safe.
 */
public final class Herd implements AutoCloseable {

    private final Cluster cluster;
    private final Duration timeout;

    /**
     * @param timeout how long each request may take
     */
    public Herd(Cluster cluster, Duration timeout) {
        this.cluster = cluster;
        this.timeout = timeout;
    }

    /**
     * The same herd for one of several users: closing it closes their streams, but does not leave
     * the herd.
     *
     * @param timeout how long each of their requests may take
     */
    public Herd lent(Duration timeout) {
        return new Herd(new SharedCluster(cluster), timeout);
    }

    /** Whether this process has joined the herd for it, which takes a while. */
    public boolean joined() {
        return cluster.joined();
    }

    /** What the user should know of how the herd was found; said once. */
    public Optional<String> remark() {
        return cluster.remark();
    }

    /** Whether no node is left to ask. */
    public boolean lost() {
        return cluster.lost();
    }

    /** The nodes that are in the herd now. */
    public Set<NodeName> nodes() {
        return names(cluster.members());
    }

    /** The nodes that were lost and are not back, as far as the agents remember. */
    public List<GoneNode> gone() {
        return cluster.roster().gone();
    }

    /**
     * Makes all agents forget nodes that are gone.
     *
     * @throws NoSuchNodeException naming the first node that is not gone; nothing is done then
     */
    public Answers forget(Set<NodeName> nodes) throws NoSuchNodeException {
        var all = nodes(new Selector.Everyone());
        var gone = gone().stream().map(GoneNode::name).toList();
        for (var node : nodes) {
            if (!gone.contains(node)) {
                throw NoSuchNodeException.notGone(node);
            }
        }
        var answers =
                Parallel.map(
                        List.copyOf(nodes),
                        node -> cluster.gather(all, new ForgetGone(node), Deadline.in(timeout)));
        return answers.stream()
                .filter(it -> !Coverage.of(it).complete())
                .findFirst()
                .orElseGet(answers::getFirst);
    }

    /**
     * Asks every selected node for its description; sorted by name. If the whole herd is selected,
     * nodes that are gone are named, too.
     */
    public List<NodeAnswer> describe(Selector who) throws NoSuchNodeException {
        return each(who, new DescribeNode());
    }

    private List<NodeAnswer> each(Selector who, Action action) throws NoSuchNodeException {
        var members = select(who);
        var answers = new ArrayList<>(eachOf(members, action));
        var others = others(who, names(members));
        answers.addAll(eachOf(others.members(), action));
        others.gone().stream().map(NodeAnswer::of).forEach(answers::add);
        answers.sort(comparing(answer -> answer.member().name()));
        return answers;
    }

    /**
     * Who was not asked although the whole herd is selected: who has come, or come back, meanwhile,
     * and who is gone.
     */
    private Roster others(Selector who, Set<NodeName> asked) {
        return switch (who) {
            case Selector.Everyone _ -> cluster.roster().without(asked);
            case Selector.Named _ -> Roster.NOBODY;
        };
    }

    /**
     * The answers of all that are selected: also of those that have come meanwhile, and for each
     * node that is gone that it is.
     */
    private Answers whole(Selector who, Answers answers, Function<Set<NodeName>, Answers> asking) {
        var others = others(who, answers.byNode().keySet());
        var outcomes = new TreeMap<>(answers.byNode());
        if (!others.members().isEmpty()) {
            outcomes.putAll(asking.apply(names(others.members())).byNode());
        }
        outcomes.putAll(gone(others));
        return new Answers(outcomes);
    }

    private static Map<NodeName, Outcome> gone(Roster others) {
        return others.gone().stream()
                .collect(toMap(GoneNode::name, it -> new Outcome.Unreachable(it.reason())));
    }

    private List<NodeAnswer> eachOf(List<Member> members, Action action) {
        if (members.isEmpty()) {
            return List.of();
        }
        var answers = cluster.gather(names(members), action, Deadline.in(timeout));
        return members.stream()
                .map(member -> new NodeAnswer(member, answers.of(member.name())))
                .toList();
    }

    /** Asks every selected node for its examination, likewise. */
    public List<NodeAnswer> examine(Selector who) throws NoSuchNodeException {
        return each(who, new ExamineNode());
    }

    /**
     * How the clocks of the selected nodes' hosts differ from this host's, for those that answer.
     */
    public Map<NodeName, Skew> clocks(Selector who) throws NoSuchNodeException {
        var nodes = List.copyOf(nodes(who));
        var skews = Parallel.map(nodes, node -> Skew.of(cluster, node, Deadline.in(timeout)));
        var byNode = new TreeMap<NodeName, Skew>();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            skews.get(i).ifPresent(skew -> byNode.put(node, skew));
        }
        return byNode;
    }

    /** Sends an action to the selected nodes, in parallel; registered or not. */
    public Answers ask(Selector who, Action action) throws NoSuchNodeException {
        return ask(who, action, Duration.ZERO);
    }

    /**
     * The same with more time.
     *
     * @param extra how much longer than other requests it may take
     */
    public Answers ask(Selector who, Action action, Duration extra) throws NoSuchNodeException {
        return whole(who, asking(action, extra));
    }

    /**
     * Sends an action to the whole herd as DockerMod did: unregistered nodes leave themselves out
     * and are not in the answers.
     */
    public Answers askRegistered(Action action) throws NoSuchNodeException {
        var asking = asking(new IfRegistered(action), Duration.ZERO);
        var answers = whole(new Selector.Everyone(), asking);
        var outcomes = new TreeMap<>(answers.byNode());
        outcomes.values().removeIf(outcome -> outcome instanceof Done(LeftOut _));
        return new Answers(outcomes);
    }

    private Function<Set<NodeName>, Answers> asking(Action action, Duration extra) {
        var deadline = Deadline.in(timeout.plus(extra));
        return nodes -> cluster.gather(nodes, action, deadline);
    }

    private Answers whole(Selector who, Function<Set<NodeName>, Answers> asking)
            throws NoSuchNodeException {
        return whole(who, asking.apply(nodes(who)), asking);
    }

    /**
     * Registers nodes, so that they take new containers, or unregisters them.
     *
     * @throws NoSuchNodeException naming the first node that is not in the herd; nothing is done
     *     then
     */
    public Answers setPool(Set<NodeName> nodes, Pool pool) throws NoSuchNodeException {
        return ask(new Selector.Named(nodes), new SetPool(pool));
    }

    /**
     * Changes the labels of one node.
     *
     * @throws NoSuchNodeException if the node is not in the herd
     */
    public Answers updateLabels(NodeName node, Map<String, String> add, List<String> remove)
            throws NoSuchNodeException {
        return ask(new Selector.Named(Set.of(node)), new UpdateLabels(add, remove));
    }

    /** Removes an image from all selected nodes that have it. */
    public ImageRemoval removeImage(Selector who, String reference, boolean force)
            throws NoSuchNodeException {
        return ImageRemoval.of(
                reference,
                ask(who, new InspectImage(reference)),
                nodes ->
                        cluster.gather(
                                nodes, new RemoveImage(reference, force), Deadline.in(timeout)));
    }

    /**
     * Copies an image to nodes that lack it.
     *
     * @param from the nodes that are asked for it
     * @param to those that are to have it
     */
    public ImageCopies copyImage(
            Selector from, String reference, Selector to, Progress.Listener listener)
            throws NoSuchNodeException {
        return ImageCopies.make(cluster, reference, nodes(from), nodes(to), timeout, listener);
    }

    /**
     * Makes the selected nodes pull an image; answers as {@link #ask} does.
     *
     * @param extra how much longer than other requests it may take
     * @param listener told of each node as soon as it has answered
     */
    public Answers pullImage(
            Selector who, PullImage pull, Duration extra, Progress.Listener listener)
            throws NoSuchNodeException {
        var deadline = Deadline.in(timeout.plus(extra));
        return whole(who, new ImagePulling(cluster, pull, deadline, listener)::on);
    }

    /** Finds the container that a reference means, on the selected nodes only. */
    public Resolution resolve(Selector who, ContainerRef ref) throws NoSuchNodeException {
        if (!ref.node().map(who::admits).orElse(true)) {
            return new Resolution.NotFound(Coverage.none());
        }
        var where = ref.node().<Selector>map(node -> new Selector.Named(Set.of(node))).orElse(who);
        var asking = asking(new FindContainers(ref.text()), Duration.ZERO);
        return resolution(where, asking.apply(nodes(where)), asking);
    }

    private Resolution resolution(
            Selector where, Answers answers, Function<Set<NodeName>, Answers> asking) {
        var found = Resolution.of(answers);
        // Only what is nowhere may be on a node that has just come back, or was on one that is
        // gone.
        return found instanceof Resolution.NotFound
                ? Resolution.of(whole(where, answers, asking))
                : found;
    }

    /**
     * Finds the owner of each container and sends the action to it alone, for all containers in
     * parallel.
     *
     * @param action makes the action out of a full id
     * @param extra how much longer than other requests it may take
     * @return one result for each reference, in their order
     */
    public List<ContainerResult> act(
            Selector who, List<ContainerRef> refs, Function<String, Action> action, Duration extra)
            throws NoSuchNodeException {
        return tried(who, refs, location -> act(location, action, extra));
    }

    /**
     * Gives a container a new name, unless another has it, on any node: a daemon refuses only names
     * that it has itself.
     */
    public ContainerResult rename(Selector who, ContainerRef ref, String name)
            throws NoSuchNodeException {
        var renaming = Renaming.to(name, cluster, timeout);
        return tried(who, List.of(ref), renaming::of).getFirst();
    }

    private List<ContainerResult> tried(
            Selector who, List<ContainerRef> refs, Function<ContainerLocation, Outcome> step)
            throws NoSuchNodeException {
        for (var ref : refs) {
            if (ref.node().isPresent()) {
                nodes(new Selector.Named(Set.of(ref.node().get())));
            }
        }
        nodes(who);
        var lists =
                ContainerLists.costLessFor(refs)
                        ? Optional.of(
                                ContainerLists.of(
                                        asking(ContainerLists.QUESTION, Duration.ZERO)
                                                .apply(nodes(who))))
                        : Optional.<ContainerLists>empty();
        return Parallel.map(refs, ref -> tried(ref, resolve(who, ref, lists), step));
    }

    private Resolution resolve(Selector who, ContainerRef ref, Optional<ContainerLists> lists)
            throws NoSuchNodeException {
        return lists.isPresent() && ref.node().isEmpty()
                ? resolution(
                        who,
                        lists.get().find(ref.text()),
                        asking(new FindContainers(ref.text()), Duration.ZERO))
                : resolve(who, ref);
    }

    /** Sends the action to the owner of a container whose location is known. */
    public Outcome act(ContainerLocation location, Function<String, Action> action) {
        return act(location, action, Duration.ZERO);
    }

    /**
     * The same for several such containers, in parallel.
     *
     * @param extra how much longer than other requests it may take
     * @return one result for each container, in their order
     */
    public List<ContainerResult> act(
            List<ContainerLocation> containers, Function<String, Action> action, Duration extra) {
        return Parallel.map(
                containers,
                it ->
                        new ContainerResult.Tried(
                                it.ref(), it, act(it, action, extra), Coverage.none()));
    }

    private Outcome act(
            ContainerLocation location, Function<String, Action> action, Duration extra) {
        return cluster.send(
                location.node(), action.apply(location.id()), Deadline.in(timeout.plus(extra)));
    }

    private static ContainerResult tried(
            ContainerRef ref, Resolution resolution, Function<ContainerLocation, Outcome> step) {
        return switch (resolution) {
            case Resolution.Found(var location, var coverage) ->
                    new ContainerResult.Tried(ref, location, step.apply(location), coverage);
            case Resolution.NotFound none -> new ContainerResult.Unresolved(ref, none);
            case Resolution.Ambiguous several -> new ContainerResult.Unresolved(ref, several);
        };
    }

    /**
     * Finds the owner of a container and opens a stream to it.
     *
     * @param what makes the stream out of a full id
     */
    public Opened open(Selector who, ContainerRef ref, Function<String, Streaming> what)
            throws NoSuchNodeException {
        return switch (resolve(who, ref)) {
            case Resolution.Found(var location, var coverage) ->
                    open(ref, location, what.apply(location.id()), coverage);
            case Resolution.NotFound none ->
                    new Opened.Not(new ContainerResult.Unresolved(ref, none));
            case Resolution.Ambiguous several ->
                    new Opened.Not(new ContainerResult.Unresolved(ref, several));
        };
    }

    /** The same for several containers in parallel; results in their order. */
    public List<Opened> open(
            Selector who, List<ContainerRef> refs, Function<String, Streaming> what)
            throws NoSuchNodeException {
        return Parallel.map(refs, ref -> open(who, ref, what));
    }

    /** Opens a stream to a container whose location is known. */
    public Opened open(ContainerRef ref, ContainerLocation location, Streaming what) {
        return open(ref, location, what, Coverage.none());
    }

    /** The same for several such containers, in parallel; results in their order. */
    public List<Opened> open(List<ContainerLocation> containers, Function<String, Streaming> what) {
        return Parallel.map(containers, it -> open(it.ref(), it, what.apply(it.id())));
    }

    private Opened open(
            ContainerRef ref, ContainerLocation location, Streaming what, Coverage coverage) {
        return switch (open(location.node(), what)) {
            case Opening.Open(var session) -> new Opened.Flowing(ref, location, session, coverage);
            case Opening.Not(var why) ->
                    new Opened.Not(new ContainerResult.Tried(ref, location, why, coverage));
        };
    }

    /** Opens the same stream to each of the selected nodes, in parallel. */
    public Map<NodeName, Opening> open(Selector who, Streaming what) throws NoSuchNodeException {
        var openings = new TreeMap<>(open(who, nodes(who), _ -> what));
        var others = others(who, openings.keySet());
        openings.putAll(open(who, names(others.members()), _ -> what));
        gone(others).forEach((node, why) -> openings.put(node, new Opening.Not(why)));
        return openings;
    }

    /**
     * The same for some of the selected nodes only, such as those that have just joined.
     *
     * @param what makes the stream of a node
     */
    public Map<NodeName, Opening> open(
            Selector who, Set<NodeName> some, Function<NodeName, Streaming> what) {
        return open(some.stream().filter(who::admits).collect(toMap(node -> node, what)));
    }

    // Once begun, a stream has no deadline, so its silence is limited instead.
    private Opening open(NodeName node, Streaming what) {
        var opening = cluster.open(node, what, Deadline.in(timeout));
        if (opening instanceof Opening.Open(var session)) {
            session.limit(Patience.with(what, timeout));
        }
        return opening;
    }

    /** Opens a stream to each of these nodes, in parallel. */
    public Map<NodeName, Opening> open(Map<NodeName, Streaming> streams) {
        var nodes = List.copyOf(streams.keySet());
        var openings =
                Parallel.map(
                        List.copyOf(streams.entrySet()), it -> open(it.getKey(), it.getValue()));
        var byNode = new TreeMap<NodeName, Opening>();
        for (int i = 0; i < nodes.size(); i++) {
            byNode.put(nodes.get(i), openings.get(i));
        }
        return byNode;
    }

    /**
     * Creates containers, spread over the selected nodes.
     *
     * @throws TemplateException if the order uses a variable that is not set; nothing is created
     *     then
     */
    public Creation create(Selector who, CreateRequest order)
            throws NoSuchNodeException, TemplateException {
        return create(who, order, Progress.UNHEARD);
    }

    /**
     * The same, with reports of progress.
     *
     * @param listener told of each instance as soon as its result is final
     */
    public Creation create(Selector who, CreateRequest order, Progress.Listener listener)
            throws NoSuchNodeException, TemplateException {
        order.check();
        return new BulkCreation(cluster, timeout, order, Pace.USUAL, listener).on(nodes(who));
    }

    /** Creates containers the same way, and has their image pulled as the policy says. */
    public Creation create(Selector who, CreateRequest order, PullPolicy policy)
            throws NoSuchNodeException, TemplateException {
        order.check();
        return new PulledCreation(cluster, timeout, order, policy).on(nodes(who));
    }

    /** Creates one container on each selected node instead, whatever number the order has. */
    public Creation createOnEach(Selector who, CreateRequest order, PullPolicy policy)
            throws NoSuchNodeException, TemplateException {
        order.check();
        var nodes = nodes(who);
        var others = others(who, nodes);
        nodes.addAll(names(others.members()));
        return new EachNodeCreation(cluster, timeout, order, policy)
                .on(nodes)
                .beside(Coverage.of(gone(others)), Map.of());
    }

    /** What {@link #create} would do as things are now. */
    public CreationPlan plan(Selector who, CreateRequest order)
            throws NoSuchNodeException, TemplateException {
        order.check();
        return new BulkCreation(cluster, timeout, order).plan(nodes(who));
    }

    private Set<NodeName> nodes(Selector who) throws NoSuchNodeException {
        return names(select(who));
    }

    private List<Member> select(Selector who) throws NoSuchNodeException {
        var all = cluster.members();
        return switch (who) {
            case Selector.Everyone _ when all.isEmpty() -> throw new NoSuchNodeException();
            case Selector.Everyone _ -> all;
            case Selector.Named(var nodes) -> {
                for (var node : nodes) {
                    if (!names(all).contains(node)) {
                        for (var gone : gone()) {
                            if (gone.name().equals(node)) {
                                throw new NoSuchNodeException(gone);
                            }
                        }
                        throw new NoSuchNodeException(node, names(all));
                    }
                }
                yield all.stream().filter(member -> nodes.contains(member.name())).toList();
            }
        };
    }

    private static Set<NodeName> names(List<Member> members) {
        return new TreeSet<>(members.stream().map(Member::name).toList());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
