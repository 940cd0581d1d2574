package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Frame;
import io.herd.action.Streaming;
import io.herd.agent.LocalNode;
import io.herd.cli.command.Invocation;
import io.herd.cli.context.CommandContext;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where standard output is a disk that is full, or a pipe that nobody reads. */
class LostResultsTest {

    private static final String TOLD = "herd: cannot write: No space left on device\n";

    private final MemoryEngine engine = new MemoryEngine("busybox");
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with(
                            "a",
                            new LocalNode(new NodeName("a"), engine),
                            LostResultsTest::saySomething);
    private MemoryConsole console = new MemoryConsole();

    @BeforeEach
    void web() {
        herd(
                OutputStream.nullOutputStream(),
                "container create --image busybox --name web --start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "ps -q",
                "ps --json",
                "ps --format {{.Names}}",
                "node ls",
                "container inspect web",
                "container stop web",
                "logs web",
                "logs web web",
                "exec web true",
                "attach web",
                "run busybox",
                "cp web:/etc -",
                "export web",
                "image save busybox",
                "volume ls",
                "system info",
                "events",
                "events --json",
                "stats",
                "stats --no-stream",
                "completion bash",
                "key new",
                "version",
                "--help",
                "ps --help"
            })
    void aResultThatCannotBeWrittenIsAFailure(String line) throws IOException {
        try (var full = new FileOutputStream("/dev/full")) {
            assertThat(herd(full, line)).isEqualTo(1);
        }

        assertThat(console.told()).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "ps --json",
                "logs web",
                "logs web web",
                "exec web true",
                "attach web",
                "cp web:/etc -",
                "events",
                "stats",
                "completion bash",
                "--help"
            })
    void whoWantsNoMoreIsNotComplainedTo(String line) throws IOException {
        var pipe = Pipe.open();
        pipe.source().close();
        try (var closed = Channels.newOutputStream(pipe.sink())) {
            assertThat(herd(closed, line)).isZero();
        }

        assertThat(console.told()).isEmpty();
    }

    @Test
    void aCommandThatFailsOtherwiseStillSaysWhy() throws IOException {
        try (var full = new FileOutputStream("/dev/full")) {
            assertThat(herd(full, "container inspect web nosuch")).isEqualTo(1);
        }

        assertThat(console.told()).startsWith("herd: no such container: nosuch\n").endsWith(TOLD);
    }

    @Test
    void eachLineOfAScriptFailsThatCannotBeWrittenAndTheOthersDoNot() throws IOException {
        try (var full = new FileOutputStream("/dev/full")) {
            assertThat(script(full, "version\nps -aq\n")).isEqualTo(1);
            assertThat(console.told()).isEqualTo(TOLD + TOLD);

            assertThat(script(full, "version\ncontainer start nosuch\n")).isEqualTo(4);
        }
    }

    private int script(OutputStream out, String lines) {
        console = MemoryConsole.with(out);
        return new Script(
                        (_, _, timeout) -> new Herd(cluster, timeout),
                        new ByteArrayInputStream(lines.getBytes(UTF_8)),
                        console,
                        0)
                .run(List.of(), TestHerd.SETTINGS, context(console))
                .code();
    }

    private int herd(OutputStream out, String line) {
        console = MemoryConsole.with(out);
        var invocation =
                new Invocation(
                        (_, _, timeout) -> new Herd(cluster, timeout),
                        context(console),
                        line.split(" "));
        return new Out(console).print(invocation, invocation.run(), 0);
    }

    private static CommandContext context(Console at) {
        return new CommandContext(
                Map.of("HERD_DIRECT", "true"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at);
    }

    private static void saySomething(Streaming what, Deadline begin, Session session) {
        try {
            session.send(new Frame.Begun());
            for (var frame : frames(what)) {
                session.send(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Frame> frames(Streaming what) {
        var word = new Frame.Out(ByteBuffer.wrap("hello\n".getBytes(UTF_8)));
        return switch (what) {
            case Streaming.OnBehalf(_, var then) -> frames(then);
            case Streaming.Relay _ -> List.of(new Frame.Ended());
            case Streaming.Logs _ -> List.of(word, new Frame.Ended());
            case Streaming.Exec _ -> List.of(word, new Frame.Exited(0));
            case Streaming.Attach _ ->
                    List.of(
                            document(
                                    """
                                    {"State": {"Running": true, "Status": "running"},
                                     "Config": {"Tty": false, "OpenStdin": false},
                                     "HostConfig": {"AutoRemove": false}}\
                                    """),
                            word,
                            new Frame.Exited(0));
            case Streaming.Events _ ->
                    List.of(
                            document(
                                    """
                                    {"Type": "container", "Action": "start", "timeNano": 1,
                                     "Actor": {"ID": "x", "Attributes": {}}}\
                                    """),
                            new Frame.Ended());
            case Streaming.Stats _ ->
                    List.of(
                            document(
                                    """
                                    {"id": "x", "name": "/web", "read": "2026-01-31T12:00:00Z"}\
                                    """),
                            new Frame.Ended());
            case Streaming.CopyOut _ -> List.of(document("{}"), word, new Frame.Ended());
            case Streaming.ExportContainer _, Streaming.SaveImages _ ->
                    List.of(word, new Frame.Ended());
            case Streaming.Wait _, Streaming.CopyIn _, Streaming.LoadImages _ ->
                    List.of(new Frame.Ended());
            case Streaming.FetchImage _ ->
                    List.of(document("{\"aux\": {\"ID\": \"x\"}}"), new Frame.Ended());
        };
    }

    private static Frame document(String json) {
        return new Frame.Document(new RawJson(json));
    }
}
