package io.herd.docker.http;

import io.herd.api.ApiResponse;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.Cluster;
import io.herd.cluster.socket.ChannelServer;
import io.herd.cluster.socket.SocketUsers;
import io.herd.concurrent.Turns;
import io.herd.docker.Answer;
import io.herd.docker.ApiException;
import io.herd.docker.Daemons;
import io.herd.docker.Greeting;
import io.herd.docker.HerdApi;
import io.herd.docker.LastSeen;
import io.herd.docker.OwnStreams;
import io.herd.docker.SilentNodes;
import io.herd.docker.Versions;
import io.herd.http.ClientLink;
import io.herd.http.HeadLimits;
import io.herd.http.HttpConnection;
import io.herd.http.RefusedRequestException;
import io.herd.http.RequestHead;
import io.herd.model.BrowserGuard;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Serves the Docker Engine API for the whole herd, at a Unix socket, at a port, or at both. */
public final class DockerServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");

    /** Maximum number of connections: a dashboard has one for each container that it follows. */
    private static final int ROOM = 1024;

    // dockerode repeats a whole form in the query; X-Registry-Config has all logins.
    private static final HeadLimits HEAD = new HeadLimits(64 * 1024, 200, 256 * 1024);

    private final DockerSettings settings;
    private final Cluster cluster;
    private final OwnStreams own;
    private final SilentNodes silent = new SilentNodes();
    private final LastSeen lastSeen = new LastSeen();
    private final Versions versions;
    private final Greeting greeting = new Greeting();
    private final Turns groups = new Turns();
    private final SocketUsers users = new SocketUsers();
    private final List<ChannelServer> servers = new CopyOnWriteArrayList<>();

    /**
     * @param own opens streams of this agent's own daemon
     */
    public DockerServer(DockerSettings settings, Cluster cluster, OwnStreams own) {
        this.settings = settings;
        this.cluster = cluster;
        this.own = own;
        this.versions = new Versions(cluster, silent, settings.options().most());
    }

    /**
     * Serves at a Unix socket those who may open it.
     *
     * @throws IOException with a message for the operator, when it cannot listen there
     */
    public void listen(Path path) throws IOException {
        var door = new Door.Unix(settings.node(), users);
        servers.add(ChannelServer.open(path, true, ROOM, new Entrance(door)));
    }

    /**
     * Serves at a port: with TLS those who have a certificate of the herd's, without, which must be
     * on the loopback interface, those who may open the Unix socket.
     *
     * @return where it is
     * @throws IOException with a message for the operator, when it cannot listen there
     */
    public SocketAddress listen(InetSocketAddress address, Optional<SSLContext> tls)
            throws IOException {
        var guard = new BrowserGuard(address);
        var door =
                tls.<Door>map(it -> new Door.Tls(settings.node(), it, guard))
                        .orElseGet(() -> new Door.Loopback(settings.node(), users, guard));
        var server = ChannelServer.open(address, ROOM, new Entrance(door));
        servers.add(server);
        return server.address();
    }

    private final class Entrance implements ChannelServer.Service {

        private final Door door;

        Entrance(Door door) {
            this.door = door;
        }

        @Override
        public void serve(SocketChannel channel, Runnable asked) throws IOException {
            try {
                DockerServer.this.serve(door.enter(channel), asked);
            } catch (ApiException e) {
                turnAway(channel, e);
            }
        }

        @Override
        public void turnAway(SocketChannel channel, String why) throws IOException {
            switch (door) {
                case Door.Unix _, Door.Loopback _ ->
                        turnAway(channel, ApiException.unavailable(why));
                // What is not encrypted, the client would not understand.
                case Door.Tls _ -> LOG.log(Level.DEBUG, why);
            }
        }

        private static void turnAway(SocketChannel channel, ApiException e) throws IOException {
            try (var connection = new HttpConnection(ClientLink.of(channel), HEAD)) {
                var _ = refuse(connection, e);
            }
        }
    }

    private void serve(Door.Visitor visitor, Runnable asked) throws IOException {
        var daemons =
                new Daemons(
                        new CallersCluster(visitor.caller(), cluster),
                        settings.node(),
                        own,
                        settings.timeout(),
                        silent,
                        lastSeen);
        var api =
                new HerdApi(
                        settings.herd(), daemons, versions, greeting, groups, settings.options());
        try (var connection = new HttpConnection(visitor.link(), HEAD)) {
            boolean more = true;
            while (more) {
                more = answer(connection, api, visitor, asked);
            }
        }
    }

    /** Answers the next request; returns whether there may be another on this connection. */
    private static boolean answer(
            HttpConnection connection, HerdApi api, Door.Visitor visitor, Runnable asked)
            throws IOException {
        try {
            var head = connection.next();
            if (head.isEmpty()) {
                return false;
            }
            asked.run();
            refuseWebPage(head.get(), visitor);
            var incoming = RequestReader.read(head.get(), connection);
            return answer(connection, api, incoming);
        } catch (RefusedRequestException e) {
            return refuse(connection, new ApiException(e.status(), String.valueOf(e.getMessage())));
        } catch (ApiException e) {
            return refuse(connection, e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "could not answer a request of the Docker API", e);
            return refuse(
                    connection, new ApiException(500, "herd itself failed: its log says why"));
        }
    }

    private static void refuseWebPage(RequestHead head, Door.Visitor visitor) throws ApiException {
        var complaint = visitor.guard().flatMap(guard -> guard.complaint(head::values));
        if (complaint.isPresent()) {
            throw new ApiException(ApiException.FORBIDDEN, complaint.get());
        }
    }

    private static boolean answer(HttpConnection connection, HerdApi api, Incoming incoming)
            throws IOException {
        try {
            return switch (api.answer(incoming.request(), incoming.node())) {
                case Answer.Whole(var response) -> answer(connection, incoming, response);
                case Answer.Flowing flowing -> new Transfer(connection, incoming, flowing).carry();
            };
        } catch (ApiException e) {
            return answer(connection, incoming, Replies.error(e));
        }
    }

    private static boolean answer(
            HttpConnection connection, Incoming incoming, ApiResponse response) throws IOException {
        boolean last = incoming.last() || incoming.isUnread();
        connection.write(response, !incoming.isHead(), last);
        if (incoming.isUnread()) {
            connection.leave();
        }
        return !last;
    }

    /** Refuses what was not read to its end; returns that nothing more may come. */
    private static boolean refuse(HttpConnection connection, ApiException e) throws IOException {
        connection.write(Replies.error(e), true, true);
        connection.leave();
        return false;
    }

    @Override
    public void close() {
        servers.forEach(ChannelServer::close);
    }
}
