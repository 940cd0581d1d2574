package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway as its clients see it: curl as DockerMod's page has it, on real hosts. */
@ExtendWith(Lab.Up.class)
class GatewayIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");

    private final Lab lab;

    GatewayIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void mend() {
        lab.up();
        lab.removeAllContainers();
    }

    @Test
    void fourContainersFromATemplateLiveTheirLifeOverAnyAgent() {
        var created =
                post(
                        "a",
                        "{\"action\": \"create-container\", \"template\": \"test\", \"instances\": 4}");
        var ids = ids(created);

        assertThat(ids).hasSize(4);
        assertThat(created)
                .contains("\"statusCode\":201", "\"dockerInstance\":\"a\"")
                .contains("\"dockerInstance\":\"b\"", "\"dockerInstance\":\"c\"");
        var id = ids.getLast();
        assertThat(post("b", action("start-container", id.substring(0, 12))))
                .contains("\"statusCode\":204", "\"Response\":\"\"");
        assertThat(post("c", action("restart-container", id))).contains("\"statusCode\":204");
        assertThat(post("c", action("inspect-container", id)))
                .contains("\"Running\":true", "\"Id\":\"" + id);
        assertThat(post("a", "{\"action\": \"list-containers\", \"all\": true}")).contains(ids);
        assertThat(post("a", action("delete-container", id)))
                .contains("\"statusCode\":409", "Stop the container before");
        assertThat(post("a", action("stop-container", id))).contains("\"statusCode\":204");
        assertThat(post("b", action("delete-container", id))).contains("\"statusCode\":204");
        assertThat(post("a", action("inspect-container", id))).contains("no such container");
    }

    @Test
    void anImageAndABodyMakeContainersToo() {
        assertThat(post("a", "{\"action\": \"create-container\", \"image\": \"busybox\"}"))
                .contains("\"statusCode\":201", "\"Warnings\":");
        var made =
                post(
                        "b",
                        "{\"action\": \"create-container\", \"body\": {\"Image\": \"busybox\", \"Hostname\": \"TESTNODE\"}}");

        assertThat(post("c", action("inspect-container", ids(made).getFirst())))
                .contains("\"Hostname\":\"TESTNODE\"");
        assertThat(post("a", "{\"action\": \"list-images\"}"))
                .contains("busybox:latest", "\"dockerInstance\":\"a\"");
    }

    @Test
    void statusesAreReal() {
        assertThat(status("a", "-d", "{\"action\": \"dance\"}")).isEqualTo("400");
        assertThat(status("a", "-d", action("start-container", "none"))).isEqualTo("404");
        assertThat(status("a", "-d", "{\"action\": \"create-container\", \"image\": \"none\"}"))
                .isEqualTo("404");
        assertThat(status("a", "-d", "{}", "-H", "Origin: http://evil.example")).isEqualTo("403");
        assertThat(status("a", "-H", "Host: evil.example")).isEqualTo("403");
    }

    @Test
    void aKilledNodeDoesNotKeepTheOthersFromAnswering() {
        lab.agent("c", "kill");

        assertThat(post("a", "{\"action\": \"list-containers\", \"all\": true}"))
                .contains("\"dockerInstance\":\"a\"", "\"dockerInstance\":\"b\"");
    }

    @Test
    void withoutItsDaemonAnAgentIsHealthyButNotReady() {
        assertThat(get("b", "/ready")).contains("\"ready\":true");
        lab.daemon("b", "stop");

        await().atMost(SOON).until(() -> get("b", "/ready").contains("\"statusCode\":503"));
        assertThat(get("b", "/health")).contains("\"healthy\":true");
        assertThat(get("b", "/metrics")).contains("herd_daemon_up 0.0", "herd_nodes 3.0");
        assertThat(post("b", "{\"action\": \"list-containers\"}"))
                .contains("\"statusCode\":503", "\"node\":\"b\"");
        assertThat(post("b", "{\"action\": \"create-container\", \"image\": \"busybox\"}"))
                .contains("\"statusCode\":201");
    }

    private String post(String host, String json) {
        return curl(host, "-X", "POST", "--data", json, Lab.GATEWAY);
    }

    private String get(String host, String path) {
        return curl(host, Lab.GATEWAY + path);
    }

    private String status(String host, String... options) {
        var all = new ArrayList<>(List.of("-o", "/dev/null", "-w", "%{http_code}"));
        all.addAll(List.of(options));
        all.add(Lab.GATEWAY);
        return curl(host, all.toArray(String[]::new));
    }

    private String curl(String host, String... options) {
        var command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "60"));
        command.addAll(List.of(options));
        return lab.startOn(host, command.toArray(String[]::new)).await().succeeded().out();
    }

    private static String action(String action, String id) {
        return "{\"action\": \"%s\", \"id\": \"%s\"}".formatted(action, id);
    }

    private static List<String> ids(String answer) {
        return ID.matcher(answer).results().map(result -> result.group(1)).toList();
    }
}
