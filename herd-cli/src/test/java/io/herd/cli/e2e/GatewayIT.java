package io.herd.cli.e2e;

import static io.herd.cli.e2e.Curl.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.json.Looked;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the gateway does beyond DockerMod's page, and when something is wrong. */
@ExtendWith(Lab.Up.class)
class GatewayIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ALL_CONTAINERS = "{\"action\": \"list-containers\", \"all\": true}";

    private final Lab lab;
    private final Curl curl;

    GatewayIT(Lab lab) {
        this.lab = lab;
        this.curl = new Curl(lab);
    }

    @AfterEach
    void mend() {
        lab.mend();
    }

    @Test
    void aBodyMakesAsManyContainersAsAreWanted() {
        var created =
                curl.post(
                                "b",
                                """
                                {"action": "create-container", "instances": 3,
                                 "body": {"Image": "busybox", "Hostname": "TESTNODE"}}
                                """)
                        .json();

        assertThat(created.each("containers"))
                .hasSize(3)
                .allSatisfy(each ->
                        assertThat(
                                        lab.docker(
                                                        each.text("dockerInstance"),
                                                        "inspect",
                                                        "-f",
                                                        "{{.Config.Hostname}}",
                                                        each.text("Response.Body.Id"))
                                                .succeeded()
                                                .out())
                                .isEqualTo("TESTNODE\n"));
    }

    @Test
    void theImagesOfAllNodes() {
        var listed = curl.post("b", "{\"action\": \"list-images\", \"all\": true}").json();

        assertThat(listed.each("images"))
                .extracting(each -> each.text("dockerInstance"))
                .isEqualTo(Lab.HOSTS);
        assertThat(listed.each("images"))
                .extracting(each -> each.text("Response.Body.0.RepoTags.0"))
                .containsOnly("busybox:latest");
    }

    @Test
    void statusesAreReal() {
        assertThat(curl.post("a", "{\"action\": \"dance\"}").status()).isEqualTo(400);
        assertThat(curl.post("a", on("start-container", "none")).status()).isEqualTo(404);
        assertThat(
                        curl.post("a", "{\"action\": \"create-container\", \"image\": \"none\"}")
                                .status())
                .isEqualTo(404);
        assertThat(curl.get("a", "/", "-d", "{}", "-H", "Origin: http://evil.example").status())
                .isEqualTo(403);
        assertThat(curl.get("a", "/", "-H", "Host: evil.example").status()).isEqualTo(403);
        lab.docker("c", "run", "-d", "--name", "busy", "busybox", "sleep", "1000").succeeded();
        assertThat(curl.post("a", on("delete-container", "busy")).status()).isEqualTo(409);
    }

    @Test
    void aFrozenAgentIsNamedWhileTheOthersAnswer() {
        for (var host : Lab.HOSTS) {
            lab.docker(host, "create", "--name", "on-" + host, "busybox").succeeded();
        }
        lab.freeze("c");

        try (var all = curl.start("a", ALL_CONTAINERS);
                var there = curl.start("b", on("inspect-container", "c/on-c"));
                var elsewhere = curl.start("b", on("inspect-container", "a/on-a"))) {
            assertThat(Curl.answer(elsewhere).json().text("dockerInstance")).isEqualTo("a");

            assertThat(Curl.answer(there))
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(504))
                    .satisfies(answer -> isSilence(answer.json()));
            var listed = Curl.answer(all).json();
            assertThat(listed.each("containers"))
                    .extracting(each -> each.number("statusCode"))
                    .containsExactly(200, 200, 504);
            assertThat(listed.text("containers.0.Response.Body.0.Names.0")).isEqualTo("/on-a");
            assertThat(listed.text("containers.1.Response.Body.0.Names.0")).isEqualTo("/on-b");
            isSilence(listed.at("containers.2"));
        }
    }

    @Test
    void aKilledNodeDoesNotKeepTheOthersFromAnswering() {
        lab.agent("c", "kill");

        assertThat(curl.post("a", ALL_CONTAINERS).body())
                .contains("\"dockerInstance\":\"a\"", "\"dockerInstance\":\"b\"");
    }

    @Test
    void withoutItsDaemonAnAgentIsHealthyButNotReady() {
        assertThat(curl.get("b", "/ready").body()).contains("\"ready\":true");
        lab.daemon("b", "stop");

        await().atMost(SOON).until(() -> curl.get("b", "/ready").status() == 503);
        assertThat(curl.get("b", "/health").body()).contains("\"healthy\":true");
        assertThat(curl.get("b", "/metrics").body())
                .contains("herd_daemon_up 0.0", "herd_nodes 3.0");
        assertThat(curl.post("b", "{\"action\": \"list-containers\"}"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(503))
                .satisfies(answer -> assertThat(answer.json().text("node")).isEqualTo("b"));
        assertThat(
                        curl.post("b", "{\"action\": \"create-container\", \"image\": \"busybox\"}")
                                .json()
                                .number("statusCode"))
                .isEqualTo(201);
    }

    private static void isSilence(Looked problem) {
        assertThat(problem.text("node")).isEqualTo("c");
        assertThat(problem.text("error")).containsAnyOf("no answer within", "unreachable");
    }
}
