package io.herd.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Action.CallDaemon;
import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.api.Header;
import io.herd.api.Route;
import io.herd.api.Routes;
import io.herd.api.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiOperationTest {

    /** A new endpoint must be put here: what it is done to, and so who may use it. */
    @Test
    void thisIsWhatEveryEndpointIsDoneTo() {
        var rows = Routes.all().stream().map(ApiOperationTest::row).distinct().sorted();

        assertThat(rows.collect(joining("\n", "", "\n")))
                .isEqualTo(
                        """
                        * /configs/{rest}: *docker.api, Root
                        * /configs: *docker.api, Root
                        * /nodes/{rest}: *docker.api, Root
                        * /nodes: *docker.api, Root
                        * /secrets/{rest}: *docker.api, Root
                        * /secrets: *docker.api, Root
                        * /services/{rest}: *docker.api, Root
                        * /services: *docker.api, Root
                        * /swarm/{rest}: *docker.api, Root
                        * /swarm: *docker.api, Root
                        * /tasks/{rest}: *docker.api, Root
                        * /tasks: *docker.api, Root
                        DELETE /containers/{id}/checkpoints/{name}: *docker.api, Root
                        DELETE /containers/{id}: *container.rm, Containers
                        DELETE /images/{name}: *image.rm, Images
                        DELETE /networks/{id}: *network.rm, Resource
                        DELETE /plugins/{name}: *plugin.update, Root
                        DELETE /volumes/{name}: *volume.rm, Resource
                        GET /_ping: , Nothing
                        GET /containers/json: container.ls, Filtered
                        GET /containers/ps: *docker.api, Root
                        GET /containers/{id}/archive: container.cp, Containers
                        GET /containers/{id}/attach/ws: *container.attach, Containers
                        GET /containers/{id}/changes: container.diff, Containers
                        GET /containers/{id}/checkpoints: *docker.api, Root
                        GET /containers/{id}/export: container.export, Containers
                        GET /containers/{id}/json: container.inspect, Containers
                        GET /containers/{id}/logs: container.logs, Containers
                        GET /containers/{id}/stats: container.stats, Containers
                        GET /containers/{id}/top: container.top, Containers
                        GET /distribution/{name}/json: image.search, Node
                        GET /events: system.events, Filtered
                        GET /exec/{id}/json: container.inspect, Started
                        GET /images/get: image.save, Images
                        GET /images/json: image.ls, Node
                        GET /images/search: image.search, Node
                        GET /images/{name}/attestations: image.inspect, Node
                        GET /images/{name}/get: image.save, Images
                        GET /images/{name}/history: image.history, Node
                        GET /images/{name}/json: image.inspect, Node
                        GET /info: system.info, Node
                        GET /networks/: network.ls, Filtered
                        GET /networks/{id}: network.inspect, Resource
                        GET /networks: network.ls, Filtered
                        GET /plugins/privileges: plugin.ls, Root
                        GET /plugins/{name}/json: plugin.ls, Root
                        GET /plugins: plugin.ls, Root
                        GET /system/df: system.df, Node
                        GET /version: , Nothing
                        GET /volumes/{name}: volume.inspect, Resource
                        GET /volumes: volume.ls, Filtered
                        HEAD /_ping: , Nothing
                        HEAD /containers/{id}/archive: container.cp, Containers
                        POST /auth: image.search, Node
                        POST /build/cancel: *image.build, Root
                        POST /build/prune: *builder.prune, Node
                        POST /build: *image.build, Root
                        POST /commit: *container.commit, Containers
                        POST /containers/create: *container.create, NewContainer
                        POST /containers/prune: *container.prune, Filtered
                        POST /containers/{id}/attach: *container.attach, Containers
                        POST /containers/{id}/checkpoints: *docker.api, Root
                        POST /containers/{id}/copy: *docker.api, Root
                        POST /containers/{id}/exec: *container.exec, Command
                        POST /containers/{id}/kill: *container.kill, Containers
                        POST /containers/{id}/pause: *container.pause, Containers
                        POST /containers/{id}/rename: *container.rename, Containers
                        POST /containers/{id}/resize: container.attach, Containers
                        POST /containers/{id}/restart: *container.restart, Containers
                        POST /containers/{id}/start: *container.start, Containers
                        POST /containers/{id}/stop: *container.stop, Containers
                        POST /containers/{id}/unpause: *container.unpause, Containers
                        POST /containers/{id}/update: *container.update, Resources
                        POST /containers/{id}/wait: container.wait, Containers
                        POST /exec/{id}/resize: container.exec, Started
                        POST /exec/{id}/start: *container.exec, Started
                        POST /grpc: *image.build, Root
                        POST /images/create: *image.pull, Images
                        POST /images/load: *image.load, Node
                        POST /images/prune: *image.prune, Node
                        POST /images/{name}/push: *image.push, Images
                        POST /images/{name}/tag: *image.tag, Images
                        POST /networks/create: *network.create, NewResource
                        POST /networks/prune: *network.prune, Filtered
                        POST /networks/{id}/connect: *network.connect, Connected
                        POST /networks/{id}/disconnect: *network.disconnect, Disconnected
                        POST /plugins/{name}: *plugin.update, Root
                        POST /session: *image.build, Root
                        POST /volumes/create: *volume.create, NewResource
                        POST /volumes/prune: *volume.prune, Filtered
                        PUT /containers/{id}/archive: *container.cp, Containers
                        PUT /volumes/{name}: *volume.update, Root
                        """);
    }

    private static String row(Route route) {
        var operation =
                Operation.of(
                        (Action)
                                new CallDaemon(
                                        request(
                                                route.method(),
                                                route.pattern().replaceAll("[{].*?[}]", "x"),
                                                "",
                                                route.subject() == Subject.DISCONNECT
                                                        ? "{\"Container\":\"x\"}"
                                                        : "{}")));
        return "%s %s: %s%s, %s"
                .formatted(
                        route.method(),
                        route.pattern(),
                        operation.changes() ? "*" : "",
                        operation.word(),
                        operation.on().getClass().getSimpleName());
    }

    /** Before 1.24, a container was given its privileges when it was started. */
    @ParameterizedTest
    @ValueSource(strings = {"1.23", "1.9", "1", "x"})
    void whatIsAskedInAnOldVersionIsForAdmins(String version) {
        var start = request("POST", "/containers/x/start", "", "").withVersion(version);

        assertThat(on(start)).isInstanceOf(Affected.Root.class);
        assertThat(on(start.withVersion("1.24"))).isInstanceOf(Affected.Containers.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-Urlencoded; charset=utf-8",
        "multipart/form-data; boundary=x"
    })
    void aBodyThatCouldHideParametersIsForAdmins(String type) {
        var request =
                new ApiRequest(
                        "POST",
                        Optional.empty(),
                        "/images/create",
                        "fromImage=busybox",
                        List.of(new Header("content-type", type)),
                        new ApiBody.Sized(10));

        assertThat(on(request)).isInstanceOf(Affected.Root.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"privileged\":true}",
                "{\"Cmd\":[\"x\"],\"UsEr\":\"root\"}",
                "{\"Privileged\":\"yes\"}",
                "{\"User\":[]}"
            })
    void aCommandThatCannotBeReadInEveryDetailIsForAdmins(String form) {
        assertThat(on(request("POST", "/containers/x/exec", "", form)))
                .isInstanceOf(Affected.Root.class);
    }

    @Test
    void aCommandSaysAsWhomItRuns() {
        var form = "{\"Cmd\":[\"id\"],\"User\":\"root\",\"Privileged\":true}";

        assertThat(on(request("POST", "/containers/x/exec", "", form)))
                .isEqualTo(new Affected.Command<>("x", true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"container\":\"x\"}", "{\"Container\":\"x\",\"CONTAINER\":\"y\"}"})
    void aDisconnectionThatCannotBeReadIsForAdmins(String form) {
        assertThat(on(request("POST", "/networks/n/disconnect", "", form)))
                .isInstanceOf(Affected.Root.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fromImage=busybox, busybox",
        "fromImage=busybox&tag=1, busybox:1",
        "fromImage=a/b&tag=sha256:00, a/b@sha256:00"
    })
    void whatIsPulledIsAnImage(String query, String image) {
        assertThat(on(request("POST", "/images/create", query, "")))
                .isEqualTo(new Affected.Images<>(List.of(image)));
    }

    @Test
    void whatIsImportedIsAnotherOperation() {
        var operation =
                Operation.of(
                        (Action)
                                new CallDaemon(request("POST", "/images/create", "fromSrc=-", "")));

        assertThat(operation.word()).isEqualTo("image.load");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"label\":[\"a=b\"]}", "{\"label\":{\"a=b\":true}}"})
    void filtersAreReadInBothForms(String filters) {
        var request =
                request("GET", "/containers/json", "", "").with("filters", Optional.of(filters));

        assertThat(on(request))
                .isInstanceOfSatisfying(
                        Affected.Filtered.class,
                        it -> assertThat(it.filters().get("label")).isEqualTo(List.of("a=b")));
    }

    @Test
    void filtersThatCannotBeReadAreForAdmins() {
        var request = request("GET", "/containers/json", "filters=%7B", "");

        assertThat(on(request)).isInstanceOf(Affected.Root.class);
    }

    private static Affected<Action> on(ApiRequest request) {
        return Operation.of((Action) new CallDaemon(request)).on();
    }

    private static ApiRequest request(String method, String path, String query, String text) {
        return new ApiRequest(
                method.equals("*") ? "GET" : method,
                Optional.empty(),
                path,
                query,
                List.of(),
                text.isEmpty() ? new ApiBody.None() : new ApiBody.Text(text));
    }
}
