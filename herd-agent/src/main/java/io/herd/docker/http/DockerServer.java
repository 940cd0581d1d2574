package io.herd.docker.http;

import io.herd.cluster.CallersCluster;
import io.herd.cluster.Cluster;
import io.herd.cluster.socket.SocketUsers;
import io.herd.cluster.socket.UnixServer;
import io.herd.docker.Answer;
import io.herd.docker.ApiException;
import io.herd.docker.Daemons;
import io.herd.docker.HerdApi;
import io.herd.docker.OwnStreams;
import io.herd.docker.SilentNodes;
import io.herd.docker.Versions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.RequestHeaderFieldsTooLargeException;

/** Serves the Docker Engine API for the whole herd at a Unix socket. */
public final class DockerServer implements AutoCloseable, UnixServer.Service {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");

    /** Maximum number of connections: a dashboard has one for each container that it follows. */
    private static final int ROOM = 1024;

    private final DockerSettings settings;
    private final Cluster cluster;
    private final OwnStreams own;
    private final SilentNodes silent = new SilentNodes();
    private final Versions versions;
    private final SocketUsers users = new SocketUsers();
    private final UnixServer server;

    /**
     * @param own opens streams of this agent's own daemon
     * @throws IOException with a message for the operator, when it cannot listen there
     */
    public DockerServer(DockerSettings settings, Cluster cluster, OwnStreams own)
            throws IOException {
        this.settings = settings;
        this.cluster = cluster;
        this.own = own;
        this.versions = new Versions(cluster, silent);
        this.server = UnixServer.open(settings.path(), true, ROOM, this);
    }

    @Override
    public void serve(SocketChannel channel, Runnable asked) throws IOException {
        var caller = users.at(settings.node(), channel);
        var daemons =
                new Daemons(
                        new CallersCluster(caller, cluster),
                        settings.node(),
                        own,
                        settings.timeout(),
                        silent);
        var api = new HerdApi(settings.herd(), daemons, versions);
        try (var connection = new HttpConnection(channel)) {
            boolean more = true;
            while (more) {
                more = answer(connection, api, asked);
            }
        }
    }

    /** Answers the next request; returns whether there may be another on this connection. */
    private static boolean answer(HttpConnection connection, HerdApi api, Runnable asked)
            throws IOException {
        try {
            var http = connection.next();
            if (http.isEmpty()) {
                return false;
            }
            asked.run();
            var incoming = RequestReader.read(http.get(), connection);
            return answer(connection, api, incoming);
        } catch (MessageConstraintException | RequestHeaderFieldsTooLargeException e) {
            return refuse(connection, new ApiException(431, String.valueOf(e.getMessage())));
        } catch (HttpException e) {
            return refuse(connection, ApiException.badRequest(String.valueOf(e.getMessage())));
        } catch (ApiException e) {
            return refuse(connection, e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "could not answer a request of the Docker API", e);
            return refuse(
                    connection, new ApiException(500, "herd itself failed: its log says why"));
        }
    }

    private static boolean answer(HttpConnection connection, HerdApi api, Incoming incoming)
            throws IOException {
        try {
            return switch (api.answer(incoming.request(), incoming.node())) {
                case Answer.Whole(var response) -> {
                    boolean last = isLast(incoming);
                    connection.write(response, isBodied(incoming), last);
                    yield !last;
                }
                case Answer.Flowing flowing -> new Transfer(connection, incoming, flowing).carry();
            };
        } catch (ApiException e) {
            boolean last = isLast(incoming);
            connection.write(Replies.error(e), isBodied(incoming), last);
            return !last;
        }
    }

    // The connection is as good as before, if the request has been read.
    private static boolean isLast(Incoming incoming) throws IOException {
        return incoming.last() || incoming.body().read() >= 0;
    }

    private static boolean isBodied(Incoming incoming) {
        return !incoming.request().method().equals("HEAD");
    }

    /** Refuses what was not read to its end; returns that nothing more may come. */
    private static boolean refuse(HttpConnection connection, ApiException e) throws IOException {
        connection.write(Replies.error(e), true, true);
        connection.leave();
        return false;
    }

    @Override
    public void turnAway(SocketChannel channel, String why) throws IOException {
        try (var connection = new HttpConnection(channel)) {
            var _ = refuse(connection, ApiException.unavailable(why));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
