package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Frame;
import io.herd.action.Streaming;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.context.CommandContext;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The daemon of node a falls silent in the middle of what it says; its agent lives. */
@Timeout(30)
class SilenceTest {

    private static final String NODE = "herd: node a: no answer within 0.5 s\n";
    private static final String BOTH = NODE + "herd: on-a on a: no answer within 0.5 s\n";

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a), SilenceTest::fallSilent)
                    .with("b", new LocalNode(new NodeName("b"), b), Flowing.of(b));

    @BeforeEach
    void create() {
        for (var node : new String[] {"a", "b"}) {
            assertThat(
                            herd(
                                            "container",
                                            "create",
                                            "--image",
                                            "busybox",
                                            "--name",
                                            "on-" + node,
                                            "--node",
                                            node,
                                            "--start")
                                    .exit())
                    .isZero();
        }
    }

    @Test
    void aLogThatStopsInTheMiddleIsShownSoFarAndItsContainerNamed() {
        assertThat(herd("logs", "on-a")).isEqualTo(new Printed("said\n", BOTH, 3));
    }

    @Test
    void ofSeveralLogsTheOthersComeWhole() {
        var logs = herd("logs", "on-a", "on-b");

        assertThat(logs.out()).contains("on-a | said\n");
        assertThat(logs.err()).endsWith("herd: on-a on a: no answer within 0.5 s\n");
        assertThat(logs.exit()).isEqualTo(3);
    }

    @Test
    void aCopyOutOfASilentDaemonEnds() {
        assertThat(herd("cp", "on-a:/etc", home.toString()).err()).isEqualTo(BOTH);
        assertThat(herd("cp", "on-a:/etc", "-").err()).isEqualTo(BOTH);
    }

    @Test
    void aCopyIntoASilentDaemonEnds() throws IOException {
        var large = home.resolve("large");
        // More than lies in the buffers on the way.
        Files.write(large, new byte[32 << 20]);

        var copied = herd("cp", large.toString(), "on-a:/");

        assertThat(copied.err()).isEqualTo(BOTH);
        assertThat(copied.exit()).isEqualTo(3);
    }

    @Test
    void aCopyThatIsReadToItsEndAndNotAnsweredEnds() throws IOException {
        var small = Files.writeString(home.resolve("small"), "text");

        assertThat(herd("cp", small.toString(), "on-a:/").err()).isEqualTo(BOTH);
    }

    @Test
    void theFiguresOfTheOtherNodesAreShown() {
        var stats = herd("stats", "--no-stream", "--format", "{{.Name}}");

        assertThat(stats).isEqualTo(new Printed("on-b\n", NODE, 3));
    }

    @Test
    void pastEventsEndThoughOneNodeSaysNoneOfThem() {
        var events = herd("events", "--since", "1h", "--until", "0s", "--format", "{{.Action}}");

        assertThat(events.err()).isEqualTo(NODE);
        assertThat(events.exit()).isEqualTo(3);
    }

    /** Begins, gives signs of life, and neither reads nor says anything more. */
    private static void fallSilent(Streaming what, Deadline begin, Session session) {
        try {
            session.send(new Frame.Begun());
            if (what instanceof Streaming.CopyOut) {
                session.send(
                        new Frame.Document(
                                new RawJson("{\"name\":\"etc\",\"size\":0,\"mode\":2147484141}")));
            } else if (what instanceof Streaming.Logs) {
                session.send(new Frame.Out(ByteBuffer.wrap("said\n".getBytes(UTF_8))));
            }
            while (true) {
                Thread.sleep(20);
                session.send(new Frame.Alive());
            }
        } catch (IOException e) {
            // The listener has left.
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** What was printed, and what flowed. */
    private Printed herd(String... arguments) {
        var console = new MemoryConsole();
        var all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--deadline";
        all[arguments.length + 1] = "500ms";
        var invocation =
                new Invocation(
                        (_, _, timeout) -> new Herd(cluster, timeout),
                        new CommandContext(
                                Map.of(),
                                Optional.of(home),
                                Optional.empty(),
                                Optional.empty(),
                                console),
                        all);
        var report = invocation.run();
        var printed = Pictures.of(report, invocation.style(false, 0));
        return new Printed(
                console.printed() + printed.out(), console.told() + printed.err(), printed.exit());
    }
}
