package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * DockerMod's own configuration, with ports and a name that are free here: what each of its keys
 * does to an agent and to a command.
 */
@ExtendWith(Lab.Up.class)
class DockerModConfigIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String HERD = "deblox-" + ProcessHandle.current().pid();

    @TempDir Path directory;

    private final Lab lab;
    private int port;
    private int rest;

    @SuppressWarnings("NullAway.Init")
    private TcpDaemon daemon;

    @SuppressWarnings("NullAway.Init")
    private Path config;

    @SuppressWarnings("NullAway.Init")
    private Run agent;

    DockerModConfigIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void anAgentWithDockerModsFile() throws Exception {
        daemon = new TcpDaemon(lab.socket("a"));
        port = freePort();
        rest = freePort();
        config =
                Files.writeString(
                        directory.resolve("conf.json"),
                        """
                        {
                          "main": "com.deblox.docker.DockerMod",
                          "services": ["", ""],
                          "clusterAddress": "%s",
                          "dockerHost": "localhost",
                          "dockerPort": %d,
                          "announceInterval": 1250,
                          "trackingServiceInterval": 10000,
                          "taskTimeout": 2500,
                          "newContainerTimeout": 15000,
                          "hostname": "sthmaclt009.local",
                          "restServicePort": %d
                        }
                        """
                                .formatted(HERD, daemon.port(), rest));
        agent = start("agent", "--bind", "127.0.0.1:" + port, "--http-anonymous", "root");
        await().atMost(SOON).until(() -> agent.errSoFar().contains("answering HTTP at"));
    }

    @AfterEach
    void end() throws Exception {
        agent.terminate();
        agent.await();
        daemon.close();
        lab.removeAllContainers();
    }

    @Test
    void itsHerdItsNameAndItsDaemonAreThoseOfTheFile() {
        var nodes = herd("node", "ls", "--format", "{{.Name}} {{.Status}} {{.Docker}}");

        var version = lab.docker("a", "version", "--format", "{{.Server.Version}}").succeeded();
        assertThat(nodes.succeeded().out()).isEqualTo("sthmaclt009.local ready " + version.out());
        assertThat(agent.errSoFar())
                .contains("joined herd '" + HERD + "' as 'sthmaclt009.local'")
                .contains("at tcp://localhost:" + daemon.port());
        assertThat(herd("node", "ls", "--cluster", "another").exit()).isEqualTo(5);
    }

    @Test
    void itsRequestsAreAnsweredOnItsPort() {
        var created = post("{\"action\": \"create-container\", \"image\": \"busybox\"}");

        assertThat(created)
                .contains("\"statusCode\":201", "\"dockerInstance\":\"sthmaclt009.local\"");
        assertThat(lab.docker("a", "ps", "-aq").succeeded().lines()).hasSize(1);
    }

    @Test
    void taskTimeoutIsHowLongAnAgentAndACommandWait() {
        daemon.hold("/containers/json");

        var answered = System.nanoTime();
        assertThat(post("{\"action\": \"list-containers\"}")).contains("\"statusCode\":504");
        assertThat(Duration.ofNanos(System.nanoTime() - answered))
                .isBetween(Duration.ofSeconds(2), TcpDaemon.DELAY);
        var listed = herd("ps");
        assertThat(listed.err()).startsWith("herd: node sthmaclt009.local: ");
        assertThat(listed.exit()).isEqualTo(3);
        assertThat(herd("ps", "--deadline", "10s").succeeded().err()).isEmpty();
    }

    @Test
    void newContainerTimeoutIsHowLongTheyWaitForANewContainer() {
        daemon.hold("/containers/create");

        assertThat(post("{\"action\": \"create-container\", \"image\": \"busybox\"}"))
                .contains("\"statusCode\":201");
        assertThat(herd("container", "create", "--image", "busybox").succeeded().lines())
                .hasSize(1);
        var late = herd("container", "create", "--image", "busybox", "--create-timeout", "1s");
        assertThat(late.err()).contains("did not answer within");
        assertThat(late.exit()).isEqualTo(1);
    }

    @Test
    void whatHasNoMeaningAnyMoreIsSaidOnce() {
        for (var key : List.of("main", "services", "announceInterval", "trackingServiceInterval")) {
            assertThat(agent.errSoFar().lines())
                    .filteredOn(line -> line.contains("'" + key + "'"))
                    .singleElement()
                    .asString()
                    .contains(config + ":", "has no meaning any more");
        }
        assertThat(herd("ps").succeeded().err()).isEmpty();
    }

    private Run.Ended herd(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--join", "127.0.0.1:" + port));
        return start(all.toArray(String[]::new)).await();
    }

    private Run start(String... arguments) {
        var command = new ArrayList<>(List.of(lab.herd().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--config", config.toString()));
        return Run.start(Map.of(), command.toArray(String[]::new));
    }

    private String post(String json) {
        return Run.start(
                        Map.of(),
                        "curl",
                        "-sS",
                        "--max-time",
                        "30",
                        "--data",
                        json,
                        "http://127.0.0.1:" + rest)
                .await()
                .succeeded()
                .out();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
