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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Answers, at a Unix socket, whoever may write to its file. */
public final class SocketServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");

    /** The group whose members may do whatever the agent can. */
    private static final String GROUP = "herd";

    private final Path path;
    private final ServerSocketChannel server;
    private final Answering answering;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    private SocketServer(Path path, ServerSocketChannel server, Answering answering) {
        this.path = path;
        this.server = server;
        this.answering = answering;
    }

    /**
     * @param herd its name
     * @param self the node whose streams are served here; those of others are fetched
     * @throws IOException with a message for the operator, when it cannot listen there
     */
    public static SocketServer open(
            Path path, String herd, NodeName self, Cluster cluster, StreamHandler streams)
            throws IOException {
        var server =
                new SocketServer(path, bind(path), new Answering(herd, self, cluster, streams));
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
            open.add(session);
            try {
                answering.answer(session);
            } finally {
                open.remove(session);
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
        open.forEach(Session::close);
    }
}
