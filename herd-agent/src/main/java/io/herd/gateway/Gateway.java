package io.herd.gateway;

import com.sun.net.httpserver.HttpServer;
import io.herd.herd.Herd;
import io.herd.model.AddressText;
import io.herd.model.NodeName;
import io.herd.template.Templates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * HTTP server of an agent: DockerMod's JSON requests for the whole herd, health checks and metrics.
 */
public final class Gateway implements AutoCloseable {

    // Maximum number of connections that wait to be accepted.
    private static final int BACKLOG = 128;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ResponseWriter sender;

    private Gateway(HttpServer server, ResponseWriter sender) {
        this.server = server;
        this.sender = sender;
        this.threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("herd-gateway-", 0).factory());
    }

    /**
     * Resolves and checks the address of a gateway.
     *
     * @throws GatewayException if other hosts could reach it, or it cannot be resolved
     */
    public static InetSocketAddress address(String host, int port) throws GatewayException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new GatewayException(
                    "cannot listen for HTTP on '%s': there is no such address; use 127.0.0.1:%d or [::1]:%2$d"
                            .formatted(host, port));
        }
        // There are no users and no TLS: whoever reaches the gateway controls every daemon.
        if (!address.getAddress().isLoopbackAddress()) {
            throw new GatewayException(
                    "refusing to listen for HTTP on %s, where others could reach it without a password: use 127.0.0.1:%d or [::1]:%2$d"
                            .formatted(host, port));
        }
        return address;
    }

    /**
     * Starts the server.
     *
     * @param address from {@link #address}; port 0 takes any free one
     * @param self the node of this agent
     * @param createTimeout time limit for creating one container, if it differs from that of other
     *     requests
     * @param version version of this agent
     */
    public static Gateway open(
            InetSocketAddress address,
            Herd herd,
            NodeName self,
            Templates templates,
            Optional<Duration> createTimeout,
            String version)
            throws GatewayException {
        return open(
                address,
                herd,
                self,
                new CreateHandler(herd, templates, createTimeout),
                version,
                Limits.USUAL);
    }

    static Gateway open(
            InetSocketAddress address,
            Herd herd,
            NodeName self,
            CreateHandler creating,
            String version,
            Limits limits)
            throws GatewayException {
        Limits.ofTheServer();
        var metrics = new Metrics(version);
        var sender = new ResponseWriter(limits.patience());
        var door =
                new GatewayHandler(
                        new BrowserGuard(address.getHostString()),
                        new RequestLimiter(new Actions(herd, self, creating), limits),
                        new Probes(herd, self, version, metrics),
                        metrics,
                        sender,
                        new Budget(limits.inHand()));
        try {
            var gateway = new Gateway(HttpServer.create(address, BACKLOG), sender);
            gateway.server.createContext("/", door);
            gateway.server.setExecutor(gateway.threads);
            gateway.server.start();
            return gateway;
        } catch (IOException e) {
            sender.close();
            throw new GatewayException(
                    "cannot listen for HTTP on %s: %s; choose another --http"
                            .formatted(
                                    AddressText.withPort(
                                            address.getHostString(), address.getPort()),
                                    e.getMessage()),
                    e);
        }
    }

    /** The address on which it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Stops at once: running requests are cut off, but what they asked for may be done. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        sender.close();
    }
}
