package io.herd.docker;

import static io.herd.docker.ThreeDaemons.get;
import static io.herd.docker.ThreeDaemons.made;
import static io.herd.docker.ThreeDaemons.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Frame;
import io.herd.api.ApiRequest;
import io.herd.engine.MemoryEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on no node is for a daemon to refuse: in its words, or not at all. */
class NowhereTest {

    private final ThreeDaemons three = new ThreeDaemons();
    private final MemoryEngine a = three.a;
    private final MemoryEngine b = three.b;
    private final MemoryEngine c = three.c;

    @ParameterizedTest
    @CsvSource({
        "POST, /containers/nix/update, ''",
        "POST, /containers/nix/exec, ''",
        "POST, /commit, container=nix",
        "GET, /exec/nix/json, ''",
        "DELETE, /volumes/nix, force=1",
        "DELETE, /networks/nix, ''",
        "DELETE, /images/nix, ''",
        "GET, /images/nix/json, ''",
        "POST, /containers/nix/rename, name=other",
        "POST, /networks/nix/connect, ''"
    })
    void whatIsOnNoNodeTheOwnDaemonRefusesInItsWords(String method, String path, String query)
            throws Exception {
        a.api().answer(method + " " + path, 400, "what a says");
        var form = post(path, "{\"Container\":\"nix\"}");

        var answer =
                three.api.answer(
                        new ApiRequest(
                                method, Optional.empty(), path, query, List.of(), form.body()),
                        Optional.empty());

        assertThat(text(answer)).isEqualTo("what a says");
    }

    private static String text(Answer answer) throws Exception {
        return switch (answer) {
            case Answer.Whole(var response) -> response.body();
            case Answer.Flowing flowing -> {
                try (var stream = flowing.stream()) {
                    assertThat(stream.next()).isInstanceOf(Frame.Head.class);
                    yield UTF_8.decode(((Frame.Out) stream.next()).bytes()).toString();
                }
            }
        };
    }

    @Test
    void whatIsToBeOnOneNodeAndIsNotIsNotAskedForElsewhere() {
        a.api().answer("GET /containers/b/nix/json", 200, "what a says");

        assertThatThrownBy(() -> three.whole(get("/containers/b/nix/json", "")))
                .hasMessage("No such container: b/nix");
    }

    @ParameterizedTest
    @CsvSource({"/containers/json, container", "/images/json, image"})
    void aListSinceWhatIsNowhereIsNotThatOfOneNode(String path, String kind) {
        a.api().answer("GET " + path, 200, "[]");

        assertThatThrownBy(() -> three.whole(get(path, "filters={\"since\":[\"nix\"]}")))
                .hasMessage("No such %s: nix", kind);
    }

    @Test
    void whoConnectsWhatIsNowhereIsToldByTheNetworksDaemon() throws Exception {
        b.api().answer("GET /networks/net", 200, "{\"Id\":\"1\",\"Name\":\"net\"}");
        b.api().answer("POST /networks/net/connect", 404, "what b says");

        var answer = three.whole(post("/networks/net/connect", "{\"Container\":\"nix\"}"));

        assertThat(answer.body()).isEqualTo("what b says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Image\":\"busybox\",\"HostConfig\":{\"PidMode\":\"container:nix\"}}",
                "{\"Image\":\"busybox\",\"HostConfig\":{\"Links\":[\"nix:x\"]}}",
                "{\"Image\":\"busybox\",\"HostConfig\":{\"VolumesFrom\":[\"nix\"]}}",
                "{\"Image\":\"busybox\",\"HostConfig\":{\"NetworkMode\":\"nix\"}}"
            })
    void aContainerWithWhatIsNowhereItsDaemonRefuses(String form) throws Exception {
        a.api().answer("POST /containers/create", 400, "what a says");

        assertThat(three.whole(post("/containers/create", form)).body()).isEqualTo("what a says");

        // Or it would be made without what is there.
        three.cluster.lose("c");
        assertThatThrownBy(() -> three.whole(post("/containers/create", form)))
                .hasMessageContaining("c does not answer");
    }

    @Test
    void aContainerOfAnImageThatNobodyHasItsDaemonRefuses() throws Exception {
        a.api().answer("POST /containers/create", 404, "what a says");

        var answer = three.whole(post("/containers/create", "{\"Image\":\"nix\"}"));

        assertThat(answer.body()).isEqualTo("what a says");
    }

    @Test
    void aContainerMayBeGivenItsOwnNameAsFarAsItsDaemonLikes() throws Exception {
        var id = made(b, "web");
        made(c, "other");
        b.api().answer("POST /containers/%s/rename".formatted(id), 400, "what b says");

        assertThat(three.whole(renamed("web")).body()).isEqualTo("what b says");
        assertThatThrownBy(() -> three.whole(renamed("other"))).hasMessageContaining("Conflict");
    }

    private static ApiRequest renamed(String name) {
        return post("/containers/web/rename", "").with("name", Optional.of(name));
    }

    @Test
    void aRepositoryIsSavedWhereItHasImages() throws Exception {
        for (var engine : List.of(a, c)) {
            engine.api().answer("GET /images/json", 200, "[]");
        }
        b.api().answer("GET /images/json", 200, "[{\"Id\":\"1\"}]");

        var node = new ImageSet(three.api.daemons()).of(List.of("tools"));

        assertThat(node).hasToString("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a//b"})
    void whatCanBeNoImagesNameTheOwnDaemonRefuses(String name) throws Exception {
        a.api().answer("GET /images/get", 400, "what a says");
        var request = get("/images/get", "names=" + name);

        assertThat(text(three.api.answer(request, Optional.empty()))).isEqualTo("what a says");
    }

    @Test
    void aNewVolumeIsShownAsItIsLater() throws Exception {
        a.api().answer("POST /volumes/create", 201, "{\"Name\":\"v\"}");
        a.api().answer("GET /volumes/v", 200, "{\"Name\":\"v\"}");
        var made = three.whole(post("/volumes/create", "{\"Name\":\"w\"}"));

        assertThat(made.body())
                .contains("\"herd.node\":\"a\"")
                .isEqualTo(three.whole(get("/volumes/v", "")).body());
    }
}
