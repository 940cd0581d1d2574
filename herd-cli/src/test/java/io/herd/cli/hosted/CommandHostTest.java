package io.herd.cli.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Frame;
import io.herd.agent.LocalNode;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.model.NodeName;
import io.herd.model.TypedLine;
import io.herd.model.TypedLine.ConfigText;
import io.herd.model.Version;
import io.herd.stream.Session;
import io.herd.stream.SessionPair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent does with the command line of a user of its host. */
class CommandHostTest {

    private static final String SOCKET = "/run/herd/herd.sock";

    @TempDir Path home;

    private final InProcessCluster cluster = new InProcessCluster();
    private final List<Thread> threads = new ArrayList<>();
    private SessionPair ends;
    private CommandHost host;

    /** What the user's process has seen. */
    private record Seen(String out, String err, int exit) {}

    @BeforeEach
    void open() throws IOException {
        cluster.with("a", new MemoryEngine("busybox")).with("b", new MemoryEngine("busybox"));
        ends = SessionPair.connect();
        host = new CommandHost(Optional.of(home));
    }

    @AfterEach
    void close() {
        ends.close();
    }

    @Test
    void aCommandIsRunAndItsOutputAndExitCodeAreSent() throws IOException {
        var seen = run(typed("node", "ls", "-q"));

        assertThat(seen).isEqualTo(new Seen("a\nb\n", "", 0));
    }

    @Test
    void whatIsWrongIsSaidAsAnywhere() throws IOException {
        var seen = run(typed("ps", "--nonsense"));

        assertThat(seen.exit()).isEqualTo(2);
        assertThat(seen.err()).contains("--nonsense").contains("herd ps --help");
    }

    @Test
    void helpIsShown() throws IOException {
        assertThat(run(typed("--help")).out()).startsWith("Usage: herd");
    }

    @Test
    void theUsersTerminalSettlesWidthAndColour() throws IOException {
        var wide = run(with("120", Map.of("TERM", "xterm"), "node", "ls"));
        open();
        var narrow = run(with("60", Map.of("TERM", "xterm", "NO_COLOR", "1"), "node", "ls"));

        assertThat(wide.out()).contains("\u001b[").contains("DOCKER");
        assertThat(narrow.out()).doesNotContain("\u001b[");
        assertThat(narrow.out().lines()).allMatch(line -> line.length() <= 60);
    }

    @Test
    void theUsersVariablesAndConfigurationCount() throws IOException {
        assertThat(run(with("", Map.of("HERD_NODE", "b"), "node", "ls", "-q")).out())
                .isEqualTo("b\n");
        open();
        assertThat(run(configured("{\"quiet\": true}", "node", "ls")).out()).isEqualTo("a\nb\n");
        open();
        assertThat(run(configured("{\"quiet\": 7", "node", "ls")).err())
                .contains("/etc/herd/herd.json:1:");
    }

    @Test
    void aTemplateOfTheSystemIsUsed() throws IOException {
        Files.createDirectories(home.resolve("templates"));
        Files.writeString(home.resolve("templates/web.json"), "{\"Image\": \"busybox\"}");

        var seen = run(typed("create", "--template", "web", "-n", "2"));

        assertThat(seen.exit()).isZero();
        assertThat(seen.out().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shell",
                "agent",
                "key new k",
                "cp web:/etc/hosts .",
                "attach web",
                "exec -i web ls",
                "exec -it web ls",
                "keep ls",
                "exec -d --env-file f web ls",
                "run busybox ls",
                "run -d --label-file f busybox",
                "run -d --cidfile f busybox",
                "create --raw f",
                "create --env-file f busybox",
                "create --security-opt seccomp=f busybox",
                "create --template none-of-that-name",
                "template show none-of-that-name",
                "create --template web --templates /tmp",
                "load -i f",
                "save busybox",
                "export web",
                "ps --config f",
                "ps --join h1",
                "ps --socket /somewhere/else.sock",
                "ps --cluster other",
            })
    void whatNeedsTheUsersOwnProcessIsDeclined(String line) throws IOException {
        assertThat(answer(typed(line.split(" ")))).isInstanceOf(Frame.Ended.class);
        assertThat(cluster.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pull busybox", "push busybox", "run -d busybox"})
    void whatMayNeedALoginIsDeclinedIfTheUserHasOne(String line) throws IOException {
        isDeclinedOnlyIfThereIs(true, line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"system prune", "image prune", "container prune", "volume prune", "stats"})
    void whereAPersonIsAskedOrShownAPictureIsDeclined(String line) throws IOException {
        isDeclinedOnlyIfThereIs(false, line);
    }

    /** At a terminal, and with a login or without. */
    private void isDeclinedOnlyIfThereIs(boolean login, String line) throws IOException {
        var typed = typed(line.split(" "));

        assertThat(answer(changed(typed, true, false, login))).isInstanceOf(Frame.Ended.class);
        open();
        assertThat(answer(typed)).isInstanceOf(Frame.Begun.class);
    }

    @Test
    void theUsersOwnTemplatesAreLeftToTheUsersProcess() throws IOException {
        assertThat(answer(changed(typed("template", "ls"), false, true, false)))
                .isInstanceOf(Frame.Ended.class);
    }

    @Test
    void anotherVersionOrPlaceOfHerdIsDeclined() throws IOException {
        var line = typed("ps");
        assertThat(answer(of("0.0.1", line.home(), line))).isInstanceOf(Frame.Ended.class);
        open();
        assertThat(answer(of(line.version(), "/opt/other", line))).isInstanceOf(Frame.Ended.class);
    }

    @Test
    void aWriteThatFailsAtTheUsersSideFailsHere() throws IOException {
        start(typed("node", "ls"));
        assertThat(ends.here().receive()).isInstanceOf(Frame.Begun.class);
        assertThat(ends.here().receive()).isInstanceOf(Frame.Out.class);
        ends.here().send(new Frame.Err(ByteBuffer.wrap("No space left on device".getBytes(UTF_8))));

        assertThat(rest(ends.here()))
                .isEqualTo(new Seen("", "herd: cannot write: No space left on device\n", 1));
    }

    @Test
    void nothingIsAskedAnyMoreWhenTheUsersProcessIsGone() throws Exception {
        var creating = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var node = new LocalNode(new NodeName("a"), new MemoryEngine("busybox"));
        cluster.with(
                "a",
                (action, deadline) -> {
                    if (action instanceof Action.CreateContainer) {
                        creating.countDown();
                        awaitQuietly(goOn);
                    }
                    return node.handle(action, deadline);
                });
        cluster.leave("b");
        start(typed("create", "-n", "500", "busybox"));
        assertThat(ends.here().receive()).isInstanceOf(Frame.Begun.class);
        assertThat(creating.await(10, TimeUnit.SECONDS)).isTrue();

        ends.here().close();
        goOn.countDown();

        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        await().until(() ->
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("herd-command")));
        assertThat(
                        cluster.sent().stream()
                                .filter(sent -> sent.action() instanceof Action.CreateContainer))
                .hasSizeLessThan(100);
    }

    @Test
    void whoeverDoesNotHangUpKeepsNoPlace() throws IOException {
        for (int i = 0; i < 70; i++) {
            var mine = SessionPair.connect();
            start(typed("node", "ls", "-q"), mine.there());
            assertThat(mine.here().receive()).isInstanceOf(Frame.Begun.class);
            assertThat(mine.here().receive()).isInstanceOf(Frame.Out.class);
            mine.here().send(new Frame.Alive());
            assertThat(mine.here().receive()).isInstanceOf(Frame.Exited.class);
        }
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TypedLine typed(String... arguments) {
        return with("", Map.of(), arguments);
    }

    private TypedLine with(String columns, Map<String, String> environment, String... arguments) {
        return new TypedLine(
                Version.CURRENT,
                home.toString(),
                SOCKET,
                List.of(arguments),
                environment,
                columns,
                "",
                false,
                Optional.empty(),
                false,
                false);
    }

    private TypedLine configured(String text, String... arguments) {
        var config = new ConfigText("/etc/herd/herd.json", text);
        var line = typed(arguments);
        return of(line.version(), line.home(), line, false, Optional.of(config), false, false);
    }

    private static TypedLine changed(
            TypedLine line, boolean typed, boolean templates, boolean logins) {
        return of(line.version(), line.home(), line, typed, line.config(), templates, logins);
    }

    private static TypedLine of(String version, String home, TypedLine line) {
        return of(
                version, home, line, line.typed(), line.config(), line.templates(), line.logins());
    }

    private static TypedLine of(
            String version,
            String home,
            TypedLine line,
            boolean typed,
            Optional<ConfigText> config,
            boolean templates,
            boolean logins) {
        return new TypedLine(
                version,
                home,
                line.socket(),
                line.arguments(),
                line.environment(),
                line.columns(),
                line.errColumns(),
                typed,
                config,
                templates,
                logins);
    }

    private void start(TypedLine line) {
        start(line, ends.there());
    }

    private void start(TypedLine line, Session session) {
        threads.add(
                Thread.ofVirtual()
                        .start(() -> {
                            try (session) {
                                host.run(line, "herd", cluster, session);
                            } catch (IOException e) {
                                // The user's process is gone.
                            }
                        }));
    }

    private Frame answer(TypedLine line) throws IOException {
        start(line);
        try (var here = ends.here()) {
            return here.receive();
        }
    }

    private Seen run(TypedLine line) throws IOException {
        start(line);
        assertThat(ends.here().receive()).isInstanceOf(Frame.Begun.class);
        return rest(ends.here());
    }

    private static Seen rest(Session session) throws IOException {
        var out = new StringBuilder();
        var err = new StringBuilder();
        try (session) {
            while (true) {
                var frame = session.receive();
                if (frame instanceof Frame.Exited(int code)) {
                    return new Seen(out.toString(), err.toString(), code);
                }
                if (frame instanceof Frame.Out(var bytes)) {
                    out.append(UTF_8.decode(bytes));
                    session.send(new Frame.Alive());
                }
                if (frame instanceof Frame.Err(var bytes)) {
                    err.append(UTF_8.decode(bytes));
                    session.send(new Frame.Alive());
                }
            }
        }
    }
}
