package io.herd.agent;

import io.herd.cluster.Cluster;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.JoinException;
import io.herd.cluster.socket.SocketServer;
import io.herd.docker.http.DockerServer;
import io.herd.docker.http.DockerSettings;
import io.herd.gateway.Gateway;
import io.herd.gateway.GatewayException;
import io.herd.gateway.GatewaySettings;
import io.herd.guard.Guard;
import io.herd.model.Version;
import io.herd.template.Templates;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Where an agent is asked by others than its herd: the socket of its host's commands, the Docker
 * API, the gateway.
 */
final class Doors implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    private final AgentSettings settings;
    private final Optional<DockerDoor> docker;
    private final Optional<HttpDoor> http;
    // The last that was opened is closed first.
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();

    private Doors(AgentSettings settings, Optional<DockerDoor> docker, Optional<HttpDoor> http) {
        this.settings = settings;
        this.docker = docker;
        this.http = http;
    }

    /**
     * Checks where they are to be, without opening any.
     *
     * @throws JoinException when one is not allowed
     */
    static Doors of(AgentSettings settings) throws JoinException {
        return new Doors(settings, docker(settings), http(settings));
    }

    static Optional<HttpDoor> http(AgentSettings settings) throws JoinException {
        return settings.http().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        HttpDoor.of(settings.http().get(), settings.cluster(), settings.name()));
    }

    static Optional<DockerDoor> docker(AgentSettings settings) throws JoinException {
        return settings.dockerListen().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        DockerDoor.of(
                                settings.dockerListen().get(),
                                settings.cluster(),
                                settings.name()));
    }

    /**
     * Opens them.
     *
     * @throws JoinException when one cannot be opened that the operator wants
     */
    void open(Cluster cluster, LocalStreams streams, Guard guard, CommandHandler commands)
            throws JoinException {
        if (settings.socket().isPresent()) {
            listen(settings.socket().get(), cluster, streams, commands);
        }
        serveDocker(cluster, streams);
        if (http.isPresent()) {
            listen(http.get(), cluster, guard);
        }
    }

    private void listen(
            LocalSocket at, Cluster cluster, LocalStreams streams, CommandHandler commands)
            throws JoinException {
        try {
            var opened =
                    SocketServer.open(
                            at.path(),
                            settings.cluster().herd(),
                            settings.name(),
                            cluster,
                            streams,
                            commands);
            closing.push(opened::close);
            LOG.log(Level.INFO, "answering commands of this host at {0}", at.path());
        } catch (IOException e) {
            notServed(at, e, "", "commands of this host join instead");
        }
    }

    private void serveDocker(Cluster cluster, LocalStreams streams) throws JoinException {
        var about =
                new DockerSettings(
                        settings.cluster().herd(),
                        settings.name(),
                        settings.timeout(),
                        settings.dockerApi());
        var server = new DockerServer(about, cluster, streams);
        closing.push(server::close);
        if (settings.dockerSocket().isPresent()) {
            serve(server, settings.dockerSocket().get());
        }
        if (docker.isPresent()) {
            serve(server, docker.get());
        }
    }

    private static void serve(DockerServer server, LocalSocket at) throws JoinException {
        try {
            server.listen(at.path());
            LOG.log(Level.INFO, "answering the Docker API for the whole herd at {0}", at.path());
        } catch (IOException e) {
            notServed(at, e, "; choose another --docker-socket", "nobody is served the Docker API");
        }
    }

    private static void serve(DockerServer server, DockerDoor door) throws JoinException {
        try {
            if (server.listen(door.address(), door.tls()) instanceof InetSocketAddress opened) {
                door.announce(opened);
            }
        } catch (IOException e) {
            throw cannotBind(e.getMessage() + "; choose another --docker-listen", e);
        }
    }

    // The operator's wish is law; what is so by default is not worth a host without an agent.
    private static void notServed(LocalSocket at, IOException e, String mend, String loss)
            throws JoinException {
        if (at.wanted()) {
            throw cannotBind(e.getMessage() + mend, e);
        }
        LOG.log(Level.WARNING, "{0}; {1}", e.getMessage(), loss);
    }

    private void listen(HttpDoor at, Cluster cluster, Guard guard) throws JoinException {
        var about =
                new GatewaySettings(
                        at.address(),
                        settings.name(),
                        new Templates(settings.templates()),
                        settings.timeout(),
                        settings.createTimeout(),
                        Version.CURRENT,
                        at.tls());
        try {
            var opened = Gateway.open(about, cluster, at.authentication(), guard::denials);
            closing.push(opened::close);
            at.announce(opened.address());
        } catch (GatewayException e) {
            throw cannotBind(String.valueOf(e.getMessage()), e);
        }
    }

    private static JoinException cannotBind(String why, Exception e) {
        return new JoinException(JoinException.Reason.CANNOT_BIND, why, e);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
