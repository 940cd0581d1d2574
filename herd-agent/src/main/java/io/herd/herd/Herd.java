package io.herd.herd;

import static java.util.Comparator.comparing;

import io.herd.action.Action;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.ExamineNode;
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
import io.herd.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Facade over all nodes, used by commands and by the gateway: asks nodes, acts on containers, opens
 * streams, creates containers. Every request selects the nodes it asks, and every result accounts
 * for all of them. Thread-safe.
 */
public final class Herd implements AutoCloseable {

    private final Cluster cluster;
    private final Duration timeout;
    private final RollCall roll;
    private final Containers containers;
    private final Streams streams;

    /**
     * @param timeout how long each request may take
     */
    public Herd(Cluster cluster, Duration timeout) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.roll = new RollCall(cluster, timeout);
        this.containers = new Containers(cluster, timeout, roll);
        this.streams = new Streams(cluster, timeout, roll, containers);
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
        return RollCall.names(cluster.members());
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
        var all = roll.nodes(new Selector.Everyone());
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
        var members = roll.members(who);
        var answers = new ArrayList<>(eachOf(members, action));
        var others = roll.others(who, RollCall.names(members));
        answers.addAll(eachOf(others.members(), action));
        others.gone().stream().map(NodeAnswer::of).forEach(answers::add);
        answers.sort(comparing(answer -> answer.member().name()));
        return answers;
    }

    private List<NodeAnswer> eachOf(List<Member> members, Action action) {
        if (members.isEmpty()) {
            return List.of();
        }
        var answers = cluster.gather(RollCall.names(members), action, Deadline.in(timeout));
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
        var nodes = List.copyOf(roll.nodes(who));
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
        return roll.whole(who, roll.asking(action, extra));
    }

    /**
     * Sends an action to the whole herd as DockerMod did: unregistered nodes leave themselves out
     * and are not in the answers.
     */
    public Answers askRegistered(Action action) throws NoSuchNodeException {
        var asking = roll.asking(new IfRegistered(action), Duration.ZERO);
        var answers = roll.whole(new Selector.Everyone(), asking);
        var outcomes = new TreeMap<>(answers.byNode());
        outcomes.values().removeIf(outcome -> outcome instanceof Done(LeftOut _));
        return new Answers(outcomes);
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
        return ImageCopies.make(
                cluster, reference, roll.nodes(from), roll.nodes(to), timeout, listener);
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
        return roll.whole(who, new ImagePulling(cluster, pull, deadline, listener)::on);
    }

    /** Finds the container that a reference means, on the selected nodes only. */
    public Resolution resolve(Selector who, ContainerRef ref) throws NoSuchNodeException {
        return containers.resolve(who, ref);
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
        return containers.act(who, refs, action, extra);
    }

    /**
     * Gives a container a new name, unless another has it, on any node: a daemon refuses only names
     * that it has itself.
     */
    public ContainerResult rename(Selector who, ContainerRef ref, String name)
            throws NoSuchNodeException {
        return containers.rename(who, ref, name);
    }

    /** Sends the action to the owner of a container whose location is known. */
    public Outcome act(ContainerLocation location, Function<String, Action> action) {
        return containers.act(location, action);
    }

    /**
     * The same for several such containers, in parallel.
     *
     * @param extra how much longer than other requests it may take
     * @return one result for each container, in their order
     */
    public List<ContainerResult> act(
            List<ContainerLocation> found, Function<String, Action> action, Duration extra) {
        return containers.act(found, action, extra);
    }

    /**
     * Finds the owner of a container and opens a stream to it.
     *
     * @param what makes the stream out of a full id
     */
    public Opened open(Selector who, ContainerRef ref, Function<String, Streaming> what)
            throws NoSuchNodeException {
        return streams.open(who, ref, what);
    }

    /** The same for several containers in parallel; results in their order. */
    public List<Opened> open(
            Selector who, List<ContainerRef> refs, Function<String, Streaming> what)
            throws NoSuchNodeException {
        return streams.open(who, refs, what);
    }

    /** Opens a stream to a container whose location is known. */
    public Opened open(ContainerRef ref, ContainerLocation location, Streaming what) {
        return streams.open(ref, location, what);
    }

    /** The same for several such containers, in parallel; results in their order. */
    public List<Opened> open(List<ContainerLocation> found, Function<String, Streaming> what) {
        return streams.open(found, what);
    }

    /** Opens the same stream to each of the selected nodes, in parallel. */
    public Map<NodeName, Opening> open(Selector who, Streaming what) throws NoSuchNodeException {
        return streams.open(who, what);
    }

    /**
     * The same for some of the selected nodes only, such as those that have just joined.
     *
     * @param what makes the stream of a node
     */
    public Map<NodeName, Opening> open(
            Selector who, Set<NodeName> some, Function<NodeName, Streaming> what) {
        return streams.open(who, some, what);
    }

    /** Opens a stream to each of these nodes, in parallel. */
    public Map<NodeName, Opening> open(Map<NodeName, Streaming> each) {
        return streams.open(each);
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
        return new BulkCreation(cluster, timeout, order, Pace.USUAL, listener).on(roll.nodes(who));
    }

    /** Creates containers the same way, and has their image pulled as the policy says. */
    public Creation create(Selector who, CreateRequest order, PullPolicy policy)
            throws NoSuchNodeException, TemplateException {
        order.check();
        return new PulledCreation(cluster, timeout, order, policy).on(roll.nodes(who));
    }

    /** Creates one container on each selected node instead, whatever number the order has. */
    public Creation createOnEach(Selector who, CreateRequest order, PullPolicy policy)
            throws NoSuchNodeException, TemplateException {
        order.check();
        var nodes = roll.nodes(who);
        var others = roll.others(who, nodes);
        nodes.addAll(RollCall.names(others.members()));
        return new EachNodeCreation(cluster, timeout, order, policy)
                .on(nodes)
                .beside(Coverage.of(RollCall.gone(others)), Map.of());
    }

    /** What {@link #create} would do as things are now. */
    public CreationPlan plan(Selector who, CreateRequest order)
            throws NoSuchNodeException, TemplateException {
        order.check();
        return new BulkCreation(cluster, timeout, order).plan(roll.nodes(who));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
