package io.herd.cli.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Frame;
import io.herd.cli.command.Unattended;
import io.herd.json.text.StrictJson;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.model.TypedLine;
import io.herd.model.TypedLine.ConfigText;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a front asks the agent, and what it makes of the answer. */
class FrontTest {

    @TempDir Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties found = new Properties();

    FrontTest() {
        found.setProperty("herd.version", "1.2.3");
        found.setProperty("herd.home", "/opt/herd");
        found.setProperty("herd.columns", "80");
        found.setProperty("herd.stdin", "terminal");
    }

    @Test
    void theAgentUnderstandsTheQuestion() throws Exception {
        environment.put("HERD_NODE", "a");
        environment.put("TERM", "xterm");
        environment.put("SECRET", "s");
        environment.put("TOKEN", "t\u0001\"\\é");

        assertThat(line("exec", "-d", "-e", "TOKEN", "web", "printf \"%s\\n\""))
                .isEqualTo(
                        new TypedLine(
                                "1.2.3",
                                "/opt/herd",
                                "/s",
                                List.of("exec", "-d", "-e", "TOKEN", "web", "printf \"%s\\n\""),
                                Map.of("HERD_NODE", "a", "TERM", "xterm", "TOKEN", "t\u0001\"\\é"),
                                "80",
                                "",
                                true,
                                Optional.empty(),
                                false,
                                false));
    }

    @Test
    void theConfigurationFileTravelsAsText() throws Exception {
        var file = Files.createDirectories(directory.resolve("herd")).resolve("herd.json");
        Files.writeString(file, "{\n\t\"json\": true}\n");
        environment.put("XDG_CONFIG_HOME", directory.toString());

        assertThat(line("ps").config())
                .contains(new ConfigText(file.toString(), "{\n\t\"json\": true}\n"));

        var other = Files.writeString(directory.resolve("other.json"), "{}");
        environment.put("HERD_CONFIG", other.toString());

        assertThat(line("ps").config()).contains(new ConfigText(other.toString(), "{}"));
    }

    @Test
    void aConfigurationFileThatCannotBeReadIsForTheWholeProgram() {
        environment.put("HERD_CONFIG", directory.resolve("none").toString());

        assertThat(user().line("/s", "ps")).isNull();
    }

    @Test
    void itIsSaidWhetherTheUserHasTemplatesAndLogins() throws Exception {
        environment.put("HOME", directory.toString());
        Files.createDirectories(directory.resolve(".config/herd/templates"));
        Files.createDirectories(directory.resolve(".docker"));
        Files.writeString(directory.resolve(".docker/config.json"), "{}");

        assertThat(line("ps").templates()).isTrue();
        assertThat(line("ps").logins()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config", "--config=f", "a\uFFFDb"})
    void anotherConfigurationAndWhatIsNoTextAreForTheWholeProgram(String argument) {
        assertThat(user().line("/s", "ps", argument)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--key", "--key=k", "--join", "--join=h"})
    void whoMeansAnotherHerdDoesNotMeanTheAgent(String argument) {
        assertThat(user().meansTheAgent("ps", argument)).isFalse();
        assertThat(user().meansTheAgent("ps", "--keep", "10m")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HERD_KEY", "HERD_JOIN", "HERD_DIRECT"})
    void soSayVariables(String variable) {
        environment.put(variable, "x");

        assertThat(user().meansTheAgent("ps")).isFalse();
    }

    @Test
    void keepersAreFoundInTheUsersOwnDirectory() throws IOException {
        assertThat(user().keepers()).isEmpty();

        var own = Files.createDirectory(directory.resolve("herd"));
        Files.createFile(own.resolve("1.sock"));
        Files.createFile(own.resolve("note"));
        environment.put("XDG_RUNTIME_DIR", directory.toString());

        assertThat(user().keepers()).containsExactly(own.resolve("1.sock").toString());
    }

    /** It may use nothing of the whole program, and so finds by itself what that finds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TERM",
                "HOME",
                "XDG_CONFIG_HOME",
                "XDG_RUNTIME_DIR",
                "HERD_CONFIG",
                "HOME,XDG_CONFIG_HOME,XDG_RUNTIME_DIR"
            })
    void itLooksWhereTheWholeProgramLooks(String variables) throws Exception {
        for (var variable : List.of(variables.split(","))) {
            environment.put(variable, directory.resolve(variable).toString());
        }
        for (var file :
                List.of(
                        "HOME/.config/herd/herd.json",
                        "XDG_CONFIG_HOME/herd/herd.json",
                        "HERD_CONFIG")) {
            var config = directory.resolve(file);
            Files.createDirectories(config.getParent());
            Files.writeString(config, "{}");
        }
        var whole = Unattended.in(environment, Optional.empty());

        assertThat(user().sockets("ps"))
                .isEqualTo(whole.sockets(Optional.empty()).stream().map(Path::toString).toList());
        assertThat(line("ps").config().map(ConfigText::path))
                .isEqualTo(whole.configFile(Optional.empty()).map(Path::toString));
    }

    @Test
    void theSocketIsTheOneThatIsNamed() {
        environment.put("XDG_RUNTIME_DIR", "/run/user/7");
        assertThat(user().sockets("ps"))
                .containsExactly("/run/herd/herd.sock", "/run/user/7/herd.sock");

        environment.put("HERD_SOCKET", "/e");
        assertThat(user().sockets("ps")).containsExactly("/e");
        assertThat(user().sockets("ps", "--socket", "/o")).containsExactly("/o");
        assertThat(user().sockets("--socket=/o", "ps")).containsExactly("/o");
        assertThat(user().sockets("top", "web", "--", "--socket=/o")).containsExactly("/e");
    }

    @Test
    void theExitCodeIsTheCommands() throws IOException {
        assertThat(answered(new Frame.Begun(), new Frame.Alive(), new Frame.Exited(4)))
                .isEqualTo(4);
    }

    @Test
    void whatAnAgentDeclinesIsForTheWholeProgram() throws IOException {
        assertThat(answered(new Frame.Ended())).isEqualTo(Conversation.NOT_HERE);
        assertThat(answered()).isEqualTo(Conversation.NOT_HERE);
    }

    @Test
    void anAgentThatIsLostOnTheWayIsNoSuccess() throws IOException {
        assertThat(answered(new Frame.Begun())).isEqualTo(3);
    }

    @Test
    void whereNobodyListensTheWholeProgramRuns() {
        environment.put("HERD_SOCKET", directory.resolve("none").toString());

        assertThat(Front.run(user(), "ps")).isEqualTo(Conversation.NOT_HERE);
    }

    private UsersSide user() {
        return new UsersSide(environment, found);
    }

    private TypedLine line(String... arguments) throws Exception {
        var text = user().line("/s", arguments);
        assertThat(text).isNotNull();
        return ((Question.Run) Wire.question(StrictJson.parse(text))).line();
    }

    private int answered(Frame... frames) throws IOException {
        var socket = directory.resolve("herd.sock");
        Files.deleteIfExists(socket);
        environment.put("HERD_SOCKET", socket.toString());
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual()
                    .start(() -> {
                        try (var channel = server.accept();
                                var session =
                                        new Session(
                                                Channels.newInputStream(channel),
                                                Channels.newOutputStream(channel),
                                                channel)) {
                            var _ = session.receive();
                            for (var frame : frames) {
                                session.send(frame);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            return Front.run(user(), "ps");
        }
    }
}
