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
import io.herd.policy.Account;
import io.herd.users.UsersFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
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
     * @throws JoinException when the address is not allowed, or a file or a name cannot be used
     */
    static HttpDoor of(HttpSettings http, ClusterSettings cluster, NodeName self)
            throws JoinException {
        try {
            var address = address(http, cluster);
            var anonymous = http.anonymous().map(name -> anonymous(name, self));
            var file = new UsersFile(http.users());
            // A file that is wrong is to be seen now, and not when somebody asks.
            var users = file.read();
            var key = cluster.key().filter(_ -> !isLoopback(address) && http.pem().isEmpty());
            return new HttpDoor(
                    address,
                    http.pem().isPresent()
                            ? Optional.of(http.pem().get().context())
                            : key.map(it -> HerdTls.server(it, cluster.herd())),
                    key.map(it -> HerdTls.pin(it, cluster.herd())),
                    authentication(file, anonymous, self),
                    anonymous.isEmpty() && users.all().isEmpty());
        } catch (GatewayException | IOException | IllegalArgumentException e) {
            throw new JoinException(Reason.CANNOT_BIND, String.valueOf(e.getMessage()), e);
        }
    }

    private static InetSocketAddress address(HttpSettings http, ClusterSettings cluster)
            throws GatewayException {
        var tls = http.pem().isPresent() || cluster.key().isPresent();
        var address = Gateway.address(http.address().host(), http.address().port(), tls);
        if (http.anonymous().isPresent() && !isLoopback(address)) {
            throw new IllegalArgumentException(
                    "--http-anonymous is for the loopback interface alone, and not for %s: make tokens with 'herd user token NAME'"
                            .formatted(http.address()));
        }
        return address;
    }

    private static boolean isLoopback(InetSocketAddress address) {
        return address.getAddress().isLoopbackAddress();
    }

    private static Caller anonymous(String name, NodeName self) {
        // It must be a name that somebody could have.
        return new Caller(new Account(name, List.of(), List.of()).name(), By.HTTP, self.value());
    }

    private static Authentication authentication(
            UsersFile users, Optional<Caller> anonymous, NodeName self) {
        return token ->
                token.isEmpty()
                        ? anonymous
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
                    "nobody is served by HTTP yet: make tokens with 'herd user token NAME', or give --http-anonymous USER");
        }
    }
}
