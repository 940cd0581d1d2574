package io.herd.cluster.socket;

import io.herd.cluster.Cluster;
import io.herd.model.NodeName;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.LockSupport;

/** Answers, at a Unix socket, whoever may write to its file. */
public final class SocketServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");

    /** The group whose members may do whatever the agent can. */
    private static final String GROUP = "herd";

    /** Connections: a command has one for each question, and one for each stream. */
    private static final int ROOM = 1024;

    private final Path path;
    private final ServerSocketChannel server;
    private final Answering answering;
    private final Callers<Session> callers;

    private SocketServer(Path path, ServerSocketChannel server, Answering answering, int room) {
        this.path = path;
        this.server = server;
        this.answering = answering;
        this.callers = new Callers<>(room);
    }

    /**
     * @param herd its name
     * @param self the node whose streams are served here; those of others are fetched
     * @throws IOException with a message for the operator, when it cannot listen there
     */
    public static SocketServer open(
            Path path, String herd, NodeName self, Cluster cluster, StreamHandler streams)
            throws IOException {
        return open(path, new Answering(herd, self, cluster, streams), ROOM);
    }

    static SocketServer open(Path path, Answering answering, int room) throws IOException {
        var server = new SocketServer(path, bind(path), answering, room);
        Thread.ofVirtual().name("herd-socket").start(server::accept);
        return server;
    }

    private static ServerSocketChannel bind(Path path) throws IOException {
        if (SocketCluster.at(path).isPresent()) {
            throw new IOException(
                    "cannot listen at %s: another agent does; choose another --socket"
                            .formatted(path));
        }
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            // What an agent left that was killed.
            Files.deleteIfExists(path);
            server.bind(UnixDomainSocketAddress.of(path));
            allow(path);
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw new IOException("cannot listen at %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    // Until here only its owner could write to it, with any usual umask.
    private static void allow(Path path) throws IOException {
        try {
            var group =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(GROUP);
            Files.getFileAttributeView(path, PosixFileAttributeView.class).setGroup(group);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no group ''{0}'': {1} is its owner''s alone", GROUP, path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return;
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                Thread.ofVirtual().name("herd-socket-", 0).start(() -> answer(channel));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no more connections at " + path, e);
                pause();
            }
        }
    }

    // Should the process be out of descriptors, do not spin until it has some again.
    private static void pause() {
        LockSupport.parkNanos(10_000_000);
    }

    private void answer(SocketChannel channel) {
        try (var session = Sessions.over(channel)) {
            var place = callers.come(session);
            place.leaving().ifPresent(Session::close);
            if (!place.taken()) {
                Answering.refuse(session, "too many connections at %s: try again".formatted(path));
                return;
            }
            try {
                answering.answer(session, () -> callers.asked(session));
            } finally {
                callers.go(session);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "could not remove " + path, e);
        }
        callers.all().forEach(Session::close);
    }
}
