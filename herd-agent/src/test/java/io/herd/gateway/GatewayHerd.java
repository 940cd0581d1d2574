package io.herd.gateway;

import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.model.AddressText;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import io.herd.template.Templates;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Two nodes, a and b, and the gateway of a on a free port. */
final class GatewayHerd implements AutoCloseable {

    static {
        // A test of limits needs to be allowed what the client refuses by itself.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
    }

    static final Caller ROOT = new Caller("root", By.HTTP, "a");

    private static final Duration SHORT = Duration.ofSeconds(2);
    static final Limits LIMITS = new Limits(64 * 1024, 4, 64 << 20, SHORT, SHORT, SHORT);

    static final Duration TIMEOUT = Duration.ofSeconds(5);
    static final Duration CREATE_TIMEOUT = Duration.ofSeconds(6);

    final MemoryEngine a = new MemoryEngine("busybox", "ubuntu");
    final MemoryEngine b = new MemoryEngine("busybox", "ubuntu");
    final InProcessCluster cluster = new InProcessCluster().with("a", a).with("b", b);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Gateway gateway;
    private final String scheme;

    GatewayHerd(Path templates) throws Exception {
        this(templates, "127.0.0.1");
    }

    GatewayHerd(Path templates, String host) throws Exception {
        this(
                templates,
                host,
                Optional.empty(),
                token -> token.isEmpty() ? Optional.of(ROOT) : Optional.empty());
    }

    GatewayHerd(
            Path templates, String host, Optional<SSLContext> tls, Authentication authentication)
            throws Exception {
        Files.writeString(
                templates.resolve("test.json"),
                "{\"Image\": \"busybox\", \"Cmd\": [\"sleep\", \"3600\"]}");
        gateway =
                Gateway.open(
                        new GatewaySettings(
                                Gateway.address(host, 0, tls.isPresent()),
                                new NodeName("a"),
                                new Templates(List.of(templates)),
                                TIMEOUT,
                                Optional.of(CREATE_TIMEOUT),
                                "1.2.3",
                                tls),
                        cluster,
                        authentication,
                        () -> 7,
                        LIMITS);
        scheme = tls.isPresent() ? "https://" : "http://";
    }

    InetSocketAddress address() {
        return gateway.address();
    }

    Got post(String json) throws Exception {
        return got(request("/").POST(BodyPublishers.ofString(json)));
    }

    Got get(String path) throws Exception {
        return got(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(scheme + AddressText.of(address()) + path))
                .timeout(Duration.ofSeconds(20));
    }

    Got got(HttpRequest.Builder request) throws Exception {
        return new Got(client.send(request.build(), BodyHandlers.ofString()));
    }

    /** A connection on which a test can misbehave. */
    Socket connect() throws Exception {
        var socket = new Socket(address().getAddress(), address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
    }

    /** An answer. */
    record Got(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
