package io.herd.agent;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.transport.DockerAuthority;
import io.herd.model.AddressText;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * At which port an agent serves the Docker API.
 *
 * @param tls where others than this host's can reach it; nobody else can without
 */
record DockerDoor(InetSocketAddress address, Optional<SSLContext> tls) {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Pattern DNS = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /**
     * @throws JoinException when the address is not there, or not allowed
     */
    static DockerDoor of(HostPort at, ClusterSettings cluster, NodeName self) throws JoinException {
        var address = new InetSocketAddress(at.host(), at.port());
        if (address.isUnresolved()) {
            throw refused(
                    "cannot serve the Docker API at '%s': there is no such address; use 127.0.0.1:%d"
                            .formatted(at.host(), at.port()));
        }
        if (address.getAddress().isLoopbackAddress()) {
            return new DockerDoor(address, Optional.empty());
        }
        var key =
                cluster.key()
                        .orElseThrow(() ->
                                refused(
                                        "refusing to serve the Docker API at %s without a key, by which its clients are known: give --key, or use 127.0.0.1:%d"
                                                .formatted(at.host(), at.port())));
        try {
            var names = new TreeSet<String>();
            names.add(self.value());
            names.add(at.host());
            if (Files.isReadable(HOST_NAME)) {
                names.add(Files.readString(HOST_NAME).strip());
            }
            names.removeIf(it -> !DNS.matcher(it).matches());
            return new DockerDoor(
                    address, Optional.of(DockerAuthority.server(key, cluster.herd(), names)));
        } catch (IOException e) {
            throw new JoinException(
                    Reason.CANNOT_BIND,
                    "cannot find out this host's names and addresses: " + e.getMessage(),
                    e);
        }
    }

    private static JoinException refused(String why) {
        return new JoinException(Reason.CANNOT_BIND, why);
    }

    /** Says in the log where it is. */
    void announce(InetSocketAddress opened) {
        LOG.log(
                Level.INFO,
                tls.isPresent()
                        ? "answering the Docker API for the whole herd by TLS at {0}: make certificates with ''herd key docker DIR''"
                        : "answering the Docker API for the whole herd at {0}",
                AddressText.of(opened));
    }
}
