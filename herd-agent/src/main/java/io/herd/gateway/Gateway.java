package io.herd.gateway;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.Cluster;
import io.herd.herd.Herd;
import io.herd.model.AddressText;
import io.herd.model.BrowserGuard;
import io.herd.model.Caller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

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
     * @param tls whether it will speak HTTPS
     * @throws GatewayException if others could read what is sent, or it cannot be resolved
     */
    public static InetSocketAddress address(String host, int port, boolean tls)
            throws GatewayException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new GatewayException(
                    "cannot listen for HTTP on '%s': there is no such address; use 127.0.0.1:%d or [::1]:%2$d"
                            .formatted(host, port));
        }
        if (!tls && !address.getAddress().isLoopbackAddress()) {
            throw new GatewayException(
                    "refusing to listen for HTTP on %s, where others could read along: give --key, or --tls-cert and --tls-key, or use 127.0.0.1:%d or [::1]:%2$d"
                            .formatted(host, port));
        }
        return address;
    }

    /**
     * Starts the server.
     *
     * @param cluster the herd, as this agent asks it
     * @param denials how often this agent has denied something so far
     */
    public static Gateway open(
            GatewaySettings settings,
            Cluster cluster,
            Authentication authentication,
            LongSupplier denials)
            throws GatewayException {
        return open(settings, cluster, authentication, denials, Limits.USUAL);
    }

    static Gateway open(
            GatewaySettings settings,
            Cluster cluster,
            Authentication authentication,
            LongSupplier denials,
            Limits limits)
            throws GatewayException {
        Limits.ofTheServer();
        var metrics = new Metrics(settings.version(), denials);
        var sender = new ResponseWriter(limits.patience());
        var herd = new Herd(cluster, settings.timeout());
        var door =
                new GatewayHandler(
                        new BrowserGuard(settings.address()),
                        new Identification(authentication),
                        new RequestLimiter(caller -> actions(settings, cluster, caller), limits),
                        new Probes(herd, settings.self(), settings.version(), metrics),
                        metrics,
                        sender,
                        new Budget(limits.inHand()));
        try {
            var gateway = new Gateway(server(settings), sender);
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
                                            settings.address().getHostString(),
                                            settings.address().getPort()),
                                    e.getMessage()),
                    e);
        }
    }

    private static Actions actions(GatewaySettings settings, Cluster cluster, Caller caller) {
        var herd = new Herd(new CallersCluster(caller, cluster), settings.timeout());
        return new Actions(
                herd,
                settings.self(),
                new CreateHandler(herd, settings.templates(), settings.createTimeout()));
    }

    private static HttpServer server(GatewaySettings settings) throws IOException {
        if (settings.tls().isEmpty()) {
            return HttpServer.create(settings.address(), BACKLOG);
        }
        var server = HttpsServer.create(settings.address(), BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(settings.tls().get()));
        return server;
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
