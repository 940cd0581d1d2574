package io.herd.agent;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.transport.HerdTls;
import io.herd.gateway.Authentication;
import io.herd.gateway.Gateway;
import io.herd.gateway.GatewayException;
import io.herd.model.AddressText;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import io.herd.users.UsersFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where an agent answers by HTTP, with which certificate, and whom it serves there.
 *
 * @param tls for HTTPS; HTTP without
 * @param pin of the herd's own certificate, if that is the one
 * @param closed whether nobody is served yet
 */
record HttpDoor(
        InetSocketAddress address,
        Optional<SSLContext> tls,
        Optional<String> pin,
        Authentication authentication,
        boolean closed) {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    /**
     * @throws JoinException when the address is not allowed, or a file cannot be used
     */
    static HttpDoor of(HttpSettings http, ClusterSettings cluster, NodeName self)
            throws JoinException {
        try {
            var address =
                    Gateway.address(
                            http.address().host(),
                            http.address().port(),
                            http.pem().isPresent() || cluster.key().isPresent());
            var loopback = address.getAddress().isLoopbackAddress();
            if (http.anonymous().isPresent() && !loopback) {
                throw new JoinException(
                        Reason.CANNOT_BIND,
                        "--http-anonymous is for the loopback interface alone, and not for %s: make tokens with 'herd user token NAME'"
                                .formatted(http.address()));
            }
            var users = new UsersFile(http.users());
            // A file that is wrong is to be seen now, and not when somebody asks.
            var closed = http.anonymous().isEmpty() && users.read().all().isEmpty();
            var authentication = authentication(users, http.anonymous(), self);
            if (http.pem().isPresent()) {
                var context = Optional.of(http.pem().get().context());
                return new HttpDoor(address, context, Optional.empty(), authentication, closed);
            }
            var key = cluster.key().filter(_ -> !loopback);
            return new HttpDoor(
                    address,
                    key.map(it -> HerdTls.server(it, cluster.herd())),
                    key.map(it -> HerdTls.pin(it, cluster.herd())),
                    authentication,
                    closed);
        } catch (GatewayException | IOException e) {
            throw new JoinException(Reason.CANNOT_BIND, String.valueOf(e.getMessage()), e);
        }
    }

    private static Authentication authentication(
            UsersFile users, Optional<String> anonymous, NodeName self) {
        return token ->
                token.isEmpty()
                        ? anonymous.map(name -> new Caller(name, By.HTTP, self.value()))
                        : users.read()
                                .whose(token.get(), Instant.now())
                                .map(user ->
                                        new Caller(
                                                user.name(),
                                                By.TOKEN,
                                                self.value(),
                                                user.groups()));
    }

    /** Says in the log where it is. */
    void announce(InetSocketAddress opened) {
        LOG.log(
                Level.INFO,
                "answering {0} at {1}{2}",
                tls.isPresent() ? "HTTPS" : "HTTP",
                AddressText.of(opened),
                pin.map(", with the herd's certificate: curl -k --pinnedpubkey %s"::formatted)
                        .orElse(""));
        if (closed) {
            LOG.log(
                    Level.WARNING,
                    "nobody is served by HTTP yet: make tokens with ''herd user token NAME'', or give --http-anonymous USER");
        }
    }
}
