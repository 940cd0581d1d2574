package io.herd.agent;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Outcome.Done;
import io.herd.action.Streaming;
import io.herd.api.ApiOptions;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.Detection;
import io.herd.cluster.JoinException;
import io.herd.cluster.jgroups.JGroupsCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Selector;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Instance.Made;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Opening;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole agents, with daemons in memory, in one process; everything between them is real. */
class AgentTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Selector EVERYONE = new Selector.Everyone();

    private final String herdName = "herd-" + UUID.randomUUID();
    private final List<Agent> agents = new ArrayList<>();
    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final MemoryEngine c = new MemoryEngine("busybox");
    private int port;
    private Herd herd;

    @BeforeEach
    void threeAgentsAndAClient() throws Exception {
        port = freePort();
        start("a", a, port);
        start("b", b, 0);
        start("c", c, 0);
        var cluster = JGroupsCluster.client(settings(0));
        herd = new Herd(cluster, TIMEOUT);
        await().atMost(Duration.ofSeconds(10)).until(() -> cluster.members().size() == 3);
    }

    @AfterEach
    void everybodyLeaves() {
        herd.close();
        agents.forEach(Agent::close);
    }

    @Test
    void containersAreCreatedOnAllStartedByTheirNamesAndListed() throws Exception {
        var creation =
                herd.create(
                        EVERYONE,
                        new CreateRequest(
                                "r", form(), Optional.empty(), Optional.of("web"), 4, false));

        assertThat(creation.instances()).allMatch(Made.class::isInstance);
        assertThat(
                        creation.instances().stream()
                                .collect(groupingBy(i -> ((Made) i).node().value(), counting())))
                .isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L));
        var refs = List.of(ContainerRef.parse("web-2"), ContainerRef.parse("web-3"));
        assertThat(herd.act(EVERYONE, refs, Action.StartContainer::new, Duration.ZERO))
                .allSatisfy(result ->
                        assertThat(result)
                                .isInstanceOfSatisfying(
                                        ContainerResult.Tried.class,
                                        tried ->
                                                assertThat(tried.outcome())
                                                        .isInstanceOf(Done.class)));
    }

    @Test
    void aDaemonThatHangsIsNamedAndTheOthersAnswer() throws Exception {
        b.freeze();

        var coverage = Coverage.of(herd.ask(EVERYONE, new Action.FindContainers("web")));

        assertThat(coverage.failed()).containsOnlyKeys(new NodeName("b"));
        assertThat(coverage.failed().values())
                .singleElement()
                .asString()
                .contains("did not answer within");
    }

    @Test
    void whoeverWaitsForAContainerAndLeavesLetsGoOfItsDaemon() throws Exception {
        var id = b.create(Optional.empty(), form(), Deadline.in(TIMEOUT)).id();
        b.start(id, Deadline.in(TIMEOUT));
        try (var client = JGroupsCluster.client(settings(0))) {
            var wait = new Streaming.Wait(id);
            var opening = client.open(new NodeName("b"), wait, Deadline.in(TIMEOUT));
            assertThat(b.waiting()).isEqualTo(1);

            ((Opening.Open) opening).session().close();
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> b.waiting() == 0);
    }

    @Test
    void anAgentAnswersItselfWhileItIsInTheHerdAlsoIfItsDaemonHangs() {
        b.freeze();

        assertThat(agents).allMatch(Agent::answersItself);
        agents.getLast().close();
        await().atMost(TIMEOUT).until(() -> !agents.getLast().answersItself());
    }

    @Test
    void anAgentThatLeavesIsAskedNoMore() throws Exception {
        agents.removeLast().close();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(herd.describe(EVERYONE)).hasSize(2));
    }

    @Test
    void aSecondAgentOfTheSameNameIsRefused() {
        assertThatThrownBy(() -> start("b", new MemoryEngine(), 0))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining("a node named 'b' is already in the herd");
    }

    private void start(String name, MemoryEngine engine, int at) throws JoinException {
        agents.add(
                Agent.start(
                        new AgentSettings(
                                new NodeName(name),
                                "memory",
                                settings(at),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                ApiOptions.USUAL,
                                Optional.empty(),
                                List.of(),
                                TIMEOUT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Detection.NORMAL),
                        engine,
                        CommandHandler.NONE));
    }

    private ClusterSettings settings(int at) {
        return new ClusterSettings(
                herdName,
                Optional.of(new HostPort("127.0.0.1", at)),
                List.of(new HostPort("127.0.0.1", port)),
                Optional.empty(),
                TIMEOUT,
                TIMEOUT);
    }

    private static RawJson form() {
        return new RawJson("{\"Image\":\"busybox\"}");
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
