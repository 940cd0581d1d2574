package io.herd.herd;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.herd.action.Action;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.SetPool;
import io.herd.action.Action.UpdateLabels;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Result.Document;
import io.herd.agent.LocalNode;
import io.herd.cluster.Handler;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.creation.BulkCreation;
import io.herd.herd.creation.Constraint;
import io.herd.herd.creation.CreateOptions;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Creation;
import io.herd.herd.creation.CreationPlan;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quicktheories.core.Gen;

/** A herd as it may be found when something is ordered: not all of its nodes are well. */
public final class SomeHerd {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final RawJson OLD = new RawJson("{\"Image\":\"old\"}");
    private static final Outcome LOST = new Outcome.Unreachable("lost");

    /** What may be the matter with a node. */
    enum Matter {
        NONE,
        UNREGISTERED,
        ELSEWHERE,
        DAEMON_DOWN,
        UNREACHABLE,
        FROZEN,
        NO_IMAGE,
        FULL,
        ANSWERS_GET_LOST
    }

    /**
     * A node as it is found.
     *
     * @param containers how many run on it
     */
    public record Node(Matter matter, int containers) {

        /** Whether nothing may be tried there at all. */
        public boolean excludes() {
            return switch (matter) {
                case UNREGISTERED, ELSEWHERE, DAEMON_DOWN, UNREACHABLE, FROZEN -> true;
                case NONE, NO_IMAGE, FULL, ANSWERS_GET_LOST -> false;
            };
        }

        /** Whether what is tried there is made there, too. */
        public boolean serves() {
            return matter == Matter.NONE || matter == Matter.ANSWERS_GET_LOST;
        }
    }

    public static final Gen<List<Node>> NODES = nodesWith(EnumSet.allOf(Matter.class));

    /** Those of which each can be told beforehand whether it will serve. */
    public static final Gen<List<Node>> PREDICTABLE =
            nodesWith(EnumSet.complementOf(EnumSet.of(Matter.NO_IMAGE, Matter.FULL)));

    private final Map<NodeName, Node> nodes = new LinkedHashMap<>();
    private final Map<NodeName, MemoryEngine> engines = new LinkedHashMap<>();
    private final InProcessCluster cluster = new InProcessCluster();

    public SomeHerd(List<Node> found) {
        IntStream.range(0, found.size()).forEach(i -> add(new NodeName("n" + i), found.get(i)));
    }

    public Map<NodeName, Node> nodes() {
        return nodes;
    }

    public Creation create(int instances) {
        return order(instances).on(nodes.keySet());
    }

    public CreationPlan plan(int instances) {
        return order(instances).plan(nodes.keySet());
    }

    /** What the daemons themselves have of the image that is ordered. */
    public List<Container> made() {
        return engines.entrySet().stream()
                .flatMap(engine -> containers(engine.getKey(), engine.getValue().up()))
                .filter(container -> container.image().equals("busybox"))
                .toList();
    }

    /** How many containers each node that serves has now. */
    public Map<NodeName, Long> servingCounts() {
        var made = made().stream().collect(groupingBy(Container::node, counting()));
        var counts = new TreeMap<NodeName, Long>();
        nodes.forEach((name, node) -> {
            if (node.serves()) {
                counts.put(name, node.containers() + made.getOrDefault(name, 0L));
            }
        });
        return counts;
    }

    private static Gen<List<Node>> nodesWith(Set<Matter> matters) {
        var nodes = arbitrary().pick(List.copyOf(matters)).zip(integers().between(0, 4), Node::new);
        return lists().of(nodes).ofSizeBetween(1, 6);
    }

    private BulkCreation order(int instances) {
        var inTheEast = new Constraint("zone", true, "east");
        var options = new CreateOptions(false, false, Optional.empty(), List.of(inTheEast));
        return new BulkCreation(
                cluster,
                TIMEOUT,
                new CreateRequest(
                        "r",
                        new RawJson("{\"Image\":\"busybox\"}"),
                        Optional.empty(),
                        Optional.empty(),
                        instances,
                        false,
                        Map.of(),
                        options));
    }

    private void add(NodeName name, Node node) {
        var images = node.matter() == Matter.NO_IMAGE ? List.of("old") : List.of("old", "busybox");
        var engine = new MemoryEngine(images.toArray(String[]::new));
        var agent = new LocalNode(name, engine);
        for (int i = 0; i < node.containers(); i++) {
            tell(agent, new CreateContainer(Optional.empty(), OLD, true));
        }
        var zone = node.matter() == Matter.ELSEWHERE ? "west" : "east";
        tell(agent, new UpdateLabels(Map.of("zone", zone), List.of()));
        nodes.put(name, node);
        engines.put(name, engine);
        cluster.with(name.value(), agent);
        befall(name, node.matter(), engine, agent);
    }

    private void befall(NodeName name, Matter matter, MemoryEngine engine, Handler agent) {
        switch (matter) {
            case NONE, ELSEWHERE, NO_IMAGE -> {}
            case UNREGISTERED -> tell(agent, new SetPool(Pool.UNREGISTERED));
            case DAEMON_DOWN -> engine.down();
            case UNREACHABLE -> cluster.lose(name.value());
            case FROZEN -> cluster.freeze(name.value());
            case FULL ->
                    engine.failNextCreates(
                            100, new Failure(Failure.Kind.DAEMON_ERROR, "no space left on device"));
            case ANSWERS_GET_LOST ->
                    cluster.with(
                            name.value(),
                            (action, deadline) -> {
                                var outcome = agent.handle(action, deadline);
                                return action instanceof CreateContainer ? LOST : outcome;
                            });
        }
    }

    private static Stream<Container> containers(NodeName node, MemoryEngine engine) {
        var listed = tell(new LocalNode(node, engine), new ListContainers(true));
        try {
            return ContainerJson.list(node, ((Document) listed.result()).body()).stream();
        } catch (UnexpectedJsonException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome.Done tell(Handler agent, Action action) {
        return (Outcome.Done) agent.handle(action, Deadline.in(TIMEOUT));
    }
}
