package io.herd.cluster.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cluster.Key;
import io.herd.cluster.transport.DockerAuthority.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerAuthorityTest {

    private static final String HERD = "herd";
    private static final Key KEY = new Key("k".repeat(40));
    private static final Key OTHER = new Key("o".repeat(40));
    private static final DockerClientName ANNA =
            new DockerClientName("anna+ci", List.of("ops", "a.b@c"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "host-a"})
    void aClientWithACertificateOfTheHerdsIsKnownAndKnowsTheAgent(String name) throws Exception {
        var shown = shown(KEY, DockerAuthority.of(KEY, HERD), issued(KEY, later()), name);

        assertThat(DockerClientName.of(shown)).contains(ANNA);
    }

    @Test
    void everyAgentHasTheSameAuthority() {
        assertThat(DockerAuthority.of(KEY, HERD).certificate().getPublicKey())
                .isEqualTo(DockerAuthority.of(KEY, HERD).certificate().getPublicKey())
                .isNotEqualTo(DockerAuthority.of(OTHER, HERD).certificate().getPublicKey())
                .isNotEqualTo(DockerAuthority.of(KEY, "other").certificate().getPublicKey());
    }

    @Test
    void aCertificateOfAnotherHerdIsRefused() {
        assertThatTheAgentRefuses(issued(OTHER, later()));
    }

    @Test
    void aCertificateThatHasEndedIsRefused() {
        var ended = Instant.now().minus(Duration.ofMinutes(1));

        assertThatTheAgentRefuses(issued(KEY, ended));
    }

    private static void assertThatTheAgentRefuses(Issued client) {
        assertThatThrownBy(() -> shown(KEY, DockerAuthority.of(KEY, HERD), client, "localhost"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(SSLException.class);
    }

    @Test
    void anAgentsOwnCertificateIsNoClients() throws Exception {
        var agents = DockerAuthority.of(KEY, HERD);
        var certificate = shown(KEY, agents, issued(KEY, later()), "localhost", true);

        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void anotherNameThanTheAgentsIsNotBelieved() {
        assertThatThrownBy(() ->
                        shown(
                                KEY,
                                DockerAuthority.of(KEY, HERD),
                                issued(KEY, later()),
                                "elsewhere.example",
                                true))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void whileTheHerdChangesItsKeyCertificatesOfBothAreKnown() throws Exception {
        var changing = new Key(List.of(OTHER.secret(), KEY.secret()));

        var shown =
                shown(changing, DockerAuthority.of(OTHER, HERD), issued(KEY, later()), "host-a");

        assertThat(DockerClientName.of(shown)).contains(ANNA);
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofMinutes(5));
    }

    private static Issued issued(Key key, Instant until) {
        return DockerAuthority.of(key, HERD).client(ANNA, until);
    }

    private static X509Certificate shown(
            Key agents, DockerAuthority trusted, Issued client, String name) throws Exception {
        return shown(agents, trusted, client, name, false);
    }

    /** Shakes hands, and returns the certificate that the agent, or the client, was shown. */
    private static X509Certificate shown(
            Key agents, DockerAuthority trusted, Issued client, String name, boolean toClient)
            throws Exception {
        var context = DockerAuthority.server(agents, HERD, List.of("host-a"));
        try (var server =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(true);
            var agent = CompletableFuture.supplyAsync(() -> accepted(server));
            if (toClient) {
                return agents(context(trusted, client), server, name);
            }
            try {
                var _ = agents(context(trusted, client), server, name);
            } catch (IOException e) {
                // Whether it hears why it is refused, or finds that the agent has hung up, is a
                // matter of chance: the agent says what it has seen.
            }
            return agent.get();
        }
    }

    private static X509Certificate agents(SSLContext client, SSLServerSocket server, String name)
            throws Exception {
        // Not the TLS socket is closed, which would wait for the other's farewell.
        try (var below = new Socket(server.getInetAddress(), server.getLocalPort())) {
            var socket = (SSLSocket) client.getSocketFactory().createSocket(below, name, 1, true);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            // Only this shows that the agent has taken the certificate.
            if (socket.getInputStream().read() != 'x') {
                throw new IOException("refused");
            }
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static X509Certificate accepted(SSLServerSocket server) {
        try (var socket = (SSLSocket) server.accept()) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            socket.getOutputStream().write('x');
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext context(DockerAuthority trusted, Issued client) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("herd", trusted.certificate());
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {new HerdKeyManager(client.certificate(), client.key())},
                trust.getTrustManagers(),
                null);
        return context;
    }
}
