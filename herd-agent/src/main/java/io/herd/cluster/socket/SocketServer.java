package io.herd.cluster.socket;

import io.herd.cluster.Cluster;
import io.herd.cluster.CommandHandler;
import io.herd.model.Caller;
import io.herd.model.NodeName;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Server at the agent's Unix socket, for the commands of its host; file permissions decide who may
 * connect.
 */
public final class SocketServer implements AutoCloseable, ChannelServer.Service {

    /**
     * Maximum number of connections: a command has one for each question and one for each stream.
     */
    private static final int ROOM = 1024;

    private final SocketDispatcher answering;
    private final SocketUsers users = new SocketUsers();
    private final ChannelServer server;

    private SocketServer(Path path, SocketDispatcher answering, int room) throws IOException {
        this.answering = answering;
        this.server = ChannelServer.open(path, answering.own().isPresent(), room, this);
    }

    /**
     * @param herd name of the herd
     * @param self the node whose streams are served by {@code streams}; those of others are opened
     *     through {@code cluster}
     * @throws IOException with a message for the operator, when it cannot listen there
     */
    public static SocketServer open(
            Path path,
            String herd,
            NodeName self,
            Cluster cluster,
            StreamHandler streams,
            CommandHandler commands)
            throws IOException {
        var own = Optional.of(new SocketDispatcher.Own(self, streams));
        return open(path, new SocketDispatcher(herd, own, cluster, commands), ROOM);
    }

    /**
     * A server at a socket of its user's alone, in a process that is no agent.
     *
     * @param herd name of the herd
     * @throws IOException with a message for the user, when it cannot listen there
     */
    public static SocketServer ofUser(
            Path path, String herd, Cluster cluster, CommandHandler commands) throws IOException {
        return open(path, new SocketDispatcher(herd, Optional.empty(), cluster, commands), ROOM);
    }

    static SocketServer open(Path path, SocketDispatcher answering, int room) throws IOException {
        try {
            return new SocketServer(path, answering, room);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; choose another --socket", e);
        }
    }

    @Override
    public void serve(SocketChannel channel, Runnable asked) throws IOException {
        answering.answer(Sessions.over(channel), caller(channel), asked);
    }

    @Override
    public void turnAway(SocketChannel channel, String why) {
        SocketDispatcher.refuse(Sessions.over(channel), why);
    }

    private Caller caller(SocketChannel channel) throws IOException {
        return answering.own().isPresent()
                ? users.at(answering.own().get().name(), channel)
                : Caller.withTheKey(SocketUsers.name(channel));
    }

    /** How long nobody has been connected; zero if somebody is. */
    public Duration quiet() {
        return server.quiet();
    }

    /** Whether the socket can still be found where it was made. */
    public boolean isThere() throws IOException {
        return server.isThere();
    }

    @Override
    public void close() {
        server.close();
    }
}
