package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has changed what, as the agents of the lab note it. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuditIT {

    private static final String USER = System.getProperty("user.name");

    private static final String OWNER = "\"owner\":\"%s\",".formatted(USER);

    private final Lab lab;
    private final Curl curl;

    AuditIT(Lab lab) {
        this.lab = lab;
        this.curl = new Curl(lab);
    }

    @BeforeAll
    void up() {
        lab.up();
    }

    @AfterAll
    void mend() {
        lab.mend();
    }

    @Test
    void theNodeThatDoesItNotesWhoAskedAtWhichSocket() throws IOException {
        var id =
                beside(
                                "a",
                                "run",
                                "-d",
                                "--node",
                                "b",
                                "-e",
                                "PASSWORD=s3cret",
                                "busybox",
                                "sleep",
                                "60")
                        .succeeded()
                        .out()
                        .strip();
        beside("a", "exec", id, "echo", "s3cret").succeeded();
        beside("c", "rm", "-f", id).succeeded();

        assertThat(noted(id))
                .containsExactly(
                        line("b", "socket", "a", "container.create", id, "", "done"),
                        line("b", "socket", "a", "container.start", id, OWNER, "done"),
                        line("b", "socket", "a", "container.exec", id, OWNER, "begun"),
                        line("b", "socket", "c", "container.rm", id, OWNER, "done"));
        assertThat(lab.audit()).content().doesNotContain("s3cret");
    }

    @Test
    void whoHasJoinedIsNotedWithTheNameThatHeGives() throws IOException {
        var id = lab.herd("create", "--node", "c", "busybox", "true").succeeded().out().strip();
        lab.herd("rename", id, "audited").succeeded();

        assertThat(noted(id))
                .hasSize(2)
                .allMatch(it ->
                        it.contains("\"caller\":\"%s\",\"by\":\"key\",\"at\":\"".formatted(USER)));
    }

    @Test
    void whatComesByHttpWithoutATokenIsWhomTheOperatorNamed() throws IOException {
        var id = lab.herd("create", "--node", "c", "busybox", "true").succeeded().out().strip();
        assertThat(curl.post("b", Curl.on("delete-container", id)).status()).isEqualTo(200);

        assertThat(noted(id).getLast())
                .contains("\"node\":\"c\",\"caller\":\"root\",\"by\":\"http\",\"at\":\"b\"")
                .contains("\"action\":\"container.rm\"");
    }

    @Test
    void whatFailedIsNotedAndQuestionsAreNot() throws IOException {
        var id =
                lab.herd("create", "--node", "c", "busybox", "none-such").succeeded().out().strip();
        var _ = beside("a", "start", id);
        beside("a", "inspect", id).succeeded();
        beside("a", "logs", id).succeeded();

        assertThat(noted(id))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"action\":\"container.start\"")
                .contains("\"outcome\":\"failed: ");
    }

    private Run.Ended beside(String host, String... arguments) {
        var command = new ArrayList<>(List.of(lab.herd().toString()));
        command.addAll(List.of(arguments));
        return Run.start(
                        Map.of("HERD_SOCKET", lab.agentSocket(host).toString()),
                        command.toArray(String[]::new))
                .await();
    }

    // Without the time.
    private List<String> noted(String id) throws IOException {
        return Files.readAllLines(lab.audit()).stream()
                .filter(it -> it.contains(id))
                .map(it -> it.replaceFirst("\"time\":\"[^\"]*\",", ""))
                .toList();
    }

    private static String line(
            String node,
            String by,
            String at,
            String action,
            String object,
            String owner,
            String outcome) {
        return "{\"node\":\"%s\",\"caller\":\"%s\",\"by\":\"%s\",\"at\":\"%s\",\"action\":\"%s\",\"object\":\"%s\",%s\"rule\":\"admins\",\"outcome\":\"%s\"}"
                .formatted(node, USER, by, at, action, object, owner, outcome);
    }
}
