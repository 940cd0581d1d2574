package io.herd.docker.http;

import io.herd.cluster.socket.SocketUsers;
import io.herd.cluster.transport.DockerClientName;
import io.herd.docker.ApiException;
import io.herd.http.ClientLink;
import io.herd.http.TlsHandshake;
import io.herd.model.BrowserGuard;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Where clients of the Docker API come in, and how it is known who they are. */
sealed interface Door {

    /**
     * Somebody who has come in.
     *
     * @param guard against web pages that use him, if one could
     */
    record Visitor(Caller caller, ClientLink link, Optional<BrowserGuard> guard) {}

    /**
     * Lets somebody in.
     *
     * @throws ApiException when he is not served
     * @throws IOException when he is no client
     */
    Visitor enter(SocketChannel channel) throws ApiException, IOException;

    /** A Unix socket: the system says who connects, and its mode who may. */
    record Unix(NodeName node, SocketUsers users) implements Door {

        @Override
        public Visitor enter(SocketChannel channel) throws IOException {
            return new Visitor(users.at(node, channel), ClientLink.of(channel), Optional.empty());
        }
    }

    /** A port of the loopback interface, for those who may use the Unix socket. */
    record Loopback(NodeName node, SocketUsers users, BrowserGuard guard) implements Door {

        @Override
        public Visitor enter(SocketChannel channel) throws ApiException, IOException {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var caller =
                    users.byLoopback(node, channel)
                            .orElseThrow(() ->
                                    new ApiException(
                                            ApiException.FORBIDDEN,
                                            "only root, the agent's user and members of the group herd are served here"));
            return new Visitor(caller, ClientLink.of(channel), Optional.of(guard));
        }
    }

    /** A port for those who have a certificate of the herd's. */
    record Tls(NodeName node, SSLContext context, BrowserGuard guard) implements Door {

        @Override
        public Visitor enter(SocketChannel channel) throws IOException {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var socket = TlsHandshake.on(channel, context, true);
            return new Visitor(caller(socket), ClientLink.of(socket, channel), Optional.of(guard));
        }

        private Caller caller(SSLSocket socket) throws IOException {
            var shown = socket.getSession().getPeerCertificates();
            var name =
                    shown[0] instanceof X509Certificate certificate
                            ? DockerClientName.of(certificate)
                            : Optional.<DockerClientName>empty();
            return name.map(it -> new Caller(it.user(), By.CERTIFICATE, node.value(), it.groups()))
                    .orElseThrow(() -> new IOException("its certificate names nobody"));
        }
    }
}
