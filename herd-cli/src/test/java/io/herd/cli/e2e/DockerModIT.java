package io.herd.cli.e2e;

import static io.herd.cli.e2e.Curl.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.e2e.Curl.Answer;
import io.herd.json.Looked;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request on DockerMod's page, in its order, with its curl, on real hosts. */
@ExtendWith(Lab.Up.class)
class DockerModIT {

    /** The example of the Docker API's documentation up to 1.15, with limits that are not zero. */
    private static final String FORM_OF_2014 =
            """
            {"Hostname": "", "Domainname": "", "User": "", "Memory": 16777216, "MemorySwap": 0,
             "CpuShares": 512, "Cpuset": "0", "AttachStdin": false, "AttachStdout": true,
             "AttachStderr": true, "PortSpecs": ["8080:80"], "Tty": false, "OpenStdin": false,
             "StdinOnce": false, "Env": null, "Dns": ["8.8.8.8"], "Privileged": true, "Cmd": ["date"],
             "Entrypoint": "", "Image": "ubuntu", "Volumes": {"/tmp": {}}, "VolumesFrom": "",
             "WorkingDir": "", "NetworkDisabled": false, "ExposedPorts": {"22/tcp": {}},
             "SecurityOpts": [""]}
            """;

    private final Lab lab;
    private final Curl curl;

    DockerModIT(Lab lab) {
        this.lab = lab;
        this.curl = new Curl(lab);
    }

    @BeforeEach
    void everyHostHasThePagesImage() {
        Lab.HOSTS.forEach(host -> lab.docker(host, "tag", "busybox", "ubuntu").succeeded());
    }

    @AfterEach
    void mend() {
        curl.post("a", "{\"action\": \"register\", \"hostname\": \"b\"}");
        lab.removeAllContainers();
        Lab.HOSTS.forEach(host -> lab.docker(host, "rmi", "ubuntu"));
    }

    @Test
    void fourContainersBasedOnATemplate() {
        var created =
                ok(
                        "a",
                        "{\"action\": \"create-container\", \"template\": \"test\", \"instances\": 4}");

        assertThat(created.each("containers"))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.number("statusCode")).isEqualTo(201))
                .allSatisfy(this::isWhereItSays);
        assertThat(created.each("containers"))
                .extracting(each -> each.text("dockerInstance"))
                .contains("a", "b", "c");
    }

    @Test
    void aStandardUbuntuContainer() {
        var created = ok("b", "{\"action\": \"create-container\", \"image\": \"ubuntu\"}");

        assertThat(created.names())
                .containsExactly(
                        "Content-Length",
                        "Content-Type",
                        "Date",
                        "Response",
                        "dockerInstance",
                        "statusCode");
        isWhereItSays(created);
        assertThat(inspect("{{.Config.Image}}", created)).isEqualTo("ubuntu");
    }

    @Test
    void anInstanceIsUnregisteredAndRegistered() {
        var old = create("b");

        assertThat(
                        ok("a", "{\"action\": \"unregister\", \"hostname\": \"b\"}")
                                .number("statusCode"))
                .isEqualTo(204);

        assertThat(nodesThatList()).containsExactly("a", "c");
        lab.herd("container", "create", "--image", "ubuntu", "-n", "4").succeeded();
        assertThat(lab.docker("b", "ps", "-aq", "--no-trunc").lines()).containsExactly(old);

        ok("c", "{\"action\": \"register\", \"hostname\": \"b\"}");

        assertThat(nodesThatList()).containsExactly("a", "b", "c");
    }

    @Test
    void ofATemplateAndAnImageTheTemplateCounts() {
        var created =
                ok(
                        "a",
                        "{\"action\": \"create-container\", \"template\": \"test\", \"image\": \"ubuntu\", \"instances\": 2}");

        assertThat(created.each("containers"))
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(inspect("{{.Config.Image}}", each)).isEqualTo("busybox"));
    }

    @Test
    void aContainerIsStartedByItsIdAndByTheBeginningOfIt() {
        var id = create("b");

        for (var reference : List.of(id, id.substring(0, 7))) {
            lab.docker("b", "kill", id);
            var started = ok("c", on("start-container", reference));

            assertThat(started.names())
                    .containsExactly("Date", "Response", "dockerInstance", "statusCode");
            assertThat(started.text("Response")).isEmpty();
            assertThat(started.text("dockerInstance")).isEqualTo("b");
            assertThat(started.number("statusCode")).isEqualTo(204);
            assertThat(state("b", id)).isEqualTo("running");
        }
    }

    @Test
    void theImagesOfOneInstance() {
        lab.docker("c", "rmi", "ubuntu").succeeded();
        var listed = ok("c", "{\"action\": \"list-images\"}");

        assertThat(listed.text("dockerInstance")).isEqualTo("c");
        assertThat(listed.number("statusCode")).isEqualTo(200);
        assertThat(listed.each("Response.Body"))
                .singleElement()
                .extracting(image -> image.text("RepoTags.0"))
                .isEqualTo("busybox:latest");
    }

    @Test
    void theContainersOfAllInstances() {
        var ids = Lab.HOSTS.stream().map(this::create).toList();

        var listed = ok("a", "{\"action\": \"list-containers\", \"all\": true}");

        assertThat(listed.each("containers"))
                .extracting(each -> each.text("dockerInstance"))
                .isEqualTo(Lab.HOSTS);
        assertThat(listed.each("containers"))
                .extracting(each -> each.text("Response.Body.0.Id"))
                .isEqualTo(ids);
    }

    @Test
    void aContainerIsInspected() {
        var id = create("c");

        var inspected = ok("a", on("inspect-container", id));

        assertThat(inspected.text("Response.Body.Id")).isEqualTo(id);
        assertThat(inspected.text("Response.Body.HostConfig.RestartPolicy.Name")).isEqualTo("no");
        assertThat(inspected.text("dockerInstance")).isEqualTo("c");
    }

    @Test
    void aRawSpecReachesTheDaemonWithEveryField() {
        var created =
                ok(
                        "a",
                        """
                        {"action": "create-raw-container",
                         "body": {"_comment": "json document as per Docker API", "Image": "ubuntu",
                                  "Hostname": "TESTNODE", "HostConfig": {"Memory": 16777216}}}
                        """);

        assertThat(created.number("statusCode")).isEqualTo(201);
        assertThat(inspect("{{.Config.Hostname}} {{.HostConfig.Memory}}", created))
                .isEqualTo("TESTNODE 16777216");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-container", "create-raw-container"})
    void aFormOf2014MeansWhatItMeantThen(String action) {
        var created = ok("a", "{\"action\": \"%s\", \"body\": %s}".formatted(action, FORM_OF_2014));

        assertThat(created.number("statusCode")).isEqualTo(201);
        assertThat(
                        inspect(
                                "{{json .HostConfig.Memory}} {{json .HostConfig.CpuShares}} {{json .HostConfig.CpusetCpus}} {{json .HostConfig.Dns}} {{json .HostConfig.PortBindings}} {{json .HostConfig.Privileged}}",
                                created))
                .isEqualTo(
                        "16777216 512 \"0\" [\"8.8.8.8\"] {\"80/tcp\":[{\"HostIp\":\"\",\"HostPort\":\"8080\"}]} true");
        assertThat(inspect("{{json .Config.ExposedPorts}} {{json .Config.Volumes}}", created))
                .isEqualTo("{\"22/tcp\":{},\"80/tcp\":{}} {\"/tmp\":{}}");
    }

    @Test
    void volumesComeFromTheContainerThatATextNames() {
        lab.docker("a", "create", "--name", "parent", "-v", "/data", "busybox").succeeded();
        ok("a", "{\"action\": \"unregister\", \"hostname\": \"b\"}");
        ok("a", "{\"action\": \"unregister\", \"hostname\": \"c\"}");
        try {
            var created =
                    ok(
                            "a",
                            """
                            {"action": "create-raw-container",
                             "body": {"Image": "ubuntu", "Cmd": ["date"], "VolumesFrom": "parent"}}
                            """);

            assertThat(inspect("{{json .HostConfig.VolumesFrom}}", created))
                    .isEqualTo("[\"parent\"]");
        } finally {
            ok("a", "{\"action\": \"register\", \"hostname\": \"c\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Env\": \"\"", "\"HostConfig\": {\"Memory\": 1.5}", "\"Tty\": 1"})
    void aFieldOfAnotherTypeIsTheClientsFaultAndNamed(String field) {
        var refused =
                curl.post(
                        "a",
                        "{\"action\": \"create-container\", \"body\": {\"Image\": \"ubuntu\", %s}}"
                                .formatted(field));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().text("error")).contains("cannot unmarshal");
    }

    @Test
    void thePagesOwnRawSpecLacksWhatADaemonNeeds() {
        var refused =
                curl.post(
                        "a",
                        """
                        {"action": "create-raw-container",
                         "body": {"_comment": "json document as per Docker API"}}
                        """);

        assertThat(refused.status()).isEqualTo(400);
        // Docker 26 begins it with a small letter.
        assertThat(refused.json().text("error")).containsIgnoringCase("no command specified");
    }

    @Test
    void aContainerIsRestartedStoppedAndDeletedOverAnyInstance() {
        var id = create("b");
        var before = inspect("b", "{{.State.StartedAt}}", id);

        assertThat(ok("a", on("restart-container", id)).number("statusCode")).isEqualTo(204);
        assertThat(inspect("b", "{{.State.StartedAt}}", id)).isNotEqualTo(before);
        assertThat(ok("b", on("stop-container", id)).number("statusCode")).isEqualTo(204);
        assertThat(state("b", id)).isEqualTo("exited");
        assertThat(ok("c", on("delete-container", id)).number("statusCode")).isEqualTo(204);
        assertThat(lab.docker("b", "ps", "-aq").lines()).isEmpty();
    }

    private Looked ok(String host, String json) {
        var answer = curl.post(host, json);
        assertThat(answer).extracting(Answer::status).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** A running container that this host's own docker has made. */
    private String create(String host) {
        // It does not hear TERM, and is not to be waited for.
        return lab.docker(host, "run", "-d", "--stop-timeout", "1", "busybox", "sleep", "1000")
                .succeeded()
                .lines()
                .getFirst();
    }

    private List<String> nodesThatList() {
        return ok("a", "{\"action\": \"list-containers\", \"all\": true}")
                .each("containers")
                .stream()
                .map(each -> each.text("dockerInstance"))
                .toList();
    }

    private void isWhereItSays(Looked created) {
        assertThat(inspect("{{.Id}}", created)).isEqualTo(created.text("Response.Body.Id"));
    }

    private String inspect(String format, Looked created) {
        return inspect(created.text("dockerInstance"), format, created.text("Response.Body.Id"));
    }

    private String inspect(String host, String format, String id) {
        return lab.docker(host, "inspect", "-f", format, id).succeeded().out().strip();
    }

    private String state(String host, String id) {
        return inspect(host, "{{.State.Status}}", id);
    }
}
