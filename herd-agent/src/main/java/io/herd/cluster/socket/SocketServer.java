package io.herd.cluster.socket;

import io.herd.cluster.Cluster;
import io.herd.cluster.CommandHandler;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.IoReason;
import io.herd.model.NodeName;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;

/**
 * Server at the agent's Unix socket, for the commands of its host; file permissions decide who may
 * connect.
 */
public final class SocketServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");

    /**
     * Maximum number of connections: a command has one for each question and one for each stream.
     */
    private static final int ROOM = 1024;

    private final SocketFile file;
    private final ServerSocketChannel server;
    private final SocketDispatcher answering;
    private final Callers<Session> callers;
    private final UserGroups groups = new UserGroups();

    private SocketServer(
            SocketFile file, ServerSocketChannel server, SocketDispatcher answering, int room) {
        this.file = file;
        this.server = server;
        this.answering = answering;
        this.callers = new Callers<>(room);
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
        var server = bind(path, answering, room);
        Thread.ofVirtual().name("herd-socket").start(server::accept);
        return server;
    }

    private static SocketServer bind(Path path, SocketDispatcher answering, int room)
            throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return new SocketServer(
                    SocketFile.bind(channel, path, answering.own().isPresent()),
                    channel,
                    answering,
                    room);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException(
                    "cannot listen at %s: %s; choose another --socket"
                            .formatted(path, IoReason.of(e)),
                    e);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                Thread.ofVirtual().name("herd-socket-", 0).start(() -> answer(channel));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no more connections at " + file.path(), e);
                pause();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "cannot take a connection at " + file.path(), e);
                pause();
            }
        }
    }

    // If the process is out of file descriptors, do not spin until it has some again.
    private static void pause() {
        LockSupport.parkNanos(10_000_000);
    }

    private void answer(SocketChannel channel) {
        try (var session = Sessions.over(channel)) {
            var place = callers.come(session);
            place.leaving().ifPresent(Session::close);
            if (!place.taken()) {
                SocketDispatcher.refuse(
                        session, "too many connections at %s: try again".formatted(file.path()));
                return;
            }
            try {
                answering.answer(session, caller(channel), () -> callers.asked(session));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the asker is gone", e);
            } finally {
                callers.go(session);
            }
        }
    }

    // Whatever he says of himself.
    private Caller caller(SocketChannel channel) throws IOException {
        var user = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        return answering
                .own()
                .map(node ->
                        new Caller(
                                user.getName(),
                                By.SOCKET,
                                node.name().value(),
                                groups.of(user.getName())))
                .orElseGet(() -> Caller.withTheKey(user.getName()));
    }

    /** How long nobody has been connected; zero if somebody is. */
    public Duration quiet() {
        return callers.quiet();
    }

    /** Whether the socket can still be found where it was made. */
    public boolean isThere() throws IOException {
        return file.isThere();
    }

    @Override
    public void close() {
        try {
            server.close();
            file.remove();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "could not remove " + file.path(), e);
        }
        callers.all().forEach(Session::close);
    }
}
