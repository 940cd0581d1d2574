package io.herd.gateway;

import io.herd.cluster.CallersCluster;
import io.herd.cluster.Cluster;
import io.herd.cluster.socket.ChannelServer;
import io.herd.herd.Herd;
import io.herd.model.BrowserGuard;
import io.herd.model.Caller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.LongSupplier;

/**
 * HTTP server of an agent: DockerMod's JSON requests for the whole herd, health checks and metrics.
 */
public final class Gateway implements AutoCloseable {

    private final ChannelServer server;
    private final InetSocketAddress address;

    private Gateway(ChannelServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
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
        var metrics = new Metrics(settings.version(), denials);
        var herd = new Herd(cluster, settings.timeout());
        var handler =
                new GatewayHandler(
                        new BrowserGuard(settings.address()),
                        new Identification(authentication),
                        new RequestLimiter(caller -> actions(settings, cluster, caller), limits),
                        new Probes(herd, settings.self(), settings.version(), metrics),
                        metrics,
                        new ResponseWriter(limits.patience()),
                        new Budget(limits.inHand()));
        try {
            var server =
                    ChannelServer.open(
                            settings.address(),
                            Limits.CONNECTIONS,
                            new Entrance(handler, limits, settings.tls()));
            return new Gateway(server, (InetSocketAddress) server.address());
        } catch (IOException e) {
            throw new GatewayException(e.getMessage() + "; choose another --http", e);
        }
    }

    private static Actions actions(GatewaySettings settings, Cluster cluster, Caller caller) {
        var herd = new Herd(new CallersCluster(caller, cluster), settings.timeout());
        return new Actions(
                herd,
                settings.self(),
                new CreateHandler(herd, settings.templates(), settings.createTimeout()));
    }

    /** The address on which it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Stops at once: running requests are cut off, but what they asked for may be done. */
    @Override
    public void close() {
        server.close();
    }
}
