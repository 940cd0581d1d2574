package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import io.herd.api.ApiRequest;
import io.herd.json.docker.DockerJson;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request to the Docker Engine API.
 *
 * @param path with its query, everything encoded, without the API version
 * @param login login at the registry from which the daemon is to pull an image
 */
record Call(Method method, String path, Optional<RawJson> body, Optional<RegistryLogin> login) {

    private Call(Method method, String path, Optional<RawJson> body) {
        this(method, path, body, Optional.empty());
    }

    static Call get(String path) {
        return new Call(Method.GET, path, Optional.empty());
    }

    static Call post(String path) {
        return new Call(Method.POST, path, Optional.empty());
    }

    static Call post(String path, RawJson body) {
        return new Call(Method.POST, path, Optional.of(body));
    }

    static Call put(String path) {
        return new Call(Method.PUT, path, Optional.empty(), Optional.empty());
    }

    /** A call that makes the daemon pull something from a registry. */
    static Call post(String path, Optional<RegistryLogin> login) {
        return new Call(Method.POST, path, Optional.empty(), login);
    }

    static Call delete(String path) {
        return new Call(Method.DELETE, path, Optional.empty());
    }

    /** Encodes a value for a query. */
    static String encoded(String text) {
        return ApiRequest.encoded(text);
    }

    /** A query with filters; nothing if there are none. */
    static String filters(Map<String, List<String>> filters) {
        return filters.isEmpty() ? "" : "?filters=" + encoded(DockerJson.filters(filters));
    }

    /**
     * @param prefix put before the path: nothing or {@code /v1.41}
     */
    Request request(String prefix) {
        var request = Request.builder().method(method).path(prefix + path);
        body.ifPresent(json ->
                request.putHeader("Content-Type", "application/json")
                        .bodyBytes(json.text().getBytes(UTF_8)));
        login.ifPresent(who -> request.putHeader("X-Registry-Auth", who.header()));
        return request.build();
    }
}
