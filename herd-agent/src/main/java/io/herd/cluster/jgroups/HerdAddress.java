package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cluster.HostPort;
import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jgroups.Address;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.ExtendedUUID;

/**
 * What a member's JGroups address says of it: whether it is a client, its node's name, and where it
 * listens. All of it travels with every view, so nobody ever has to ask for it.
 */
final class HerdAddress {

    private static final short CLIENT = 1;
    private static final String NAME = "n";
    private static final String LISTENS = "a";

    static {
        ExtendedUUID.setPrintFunction(HerdAddress::print);
    }

    private HerdAddress() {}

    static ExtendedUUID agent(NodeName name, InetSocketAddress listens) {
        return ExtendedUUID.randomUUID()
                .put(NAME, name.value().getBytes(UTF_8))
                .put(LISTENS, bytes(listens));
    }

    static ExtendedUUID client(InetSocketAddress listens) {
        var address = ExtendedUUID.randomUUID().put(LISTENS, bytes(listens));
        address.setFlag(CLIENT);
        return address;
    }

    static boolean isAgent(Address address) {
        return address instanceof ExtendedUUID uuid && !uuid.isFlagSet(CLIENT);
    }

    /** The name of an agent; a client has none. */
    static Optional<NodeName> name(Address address) {
        return isAgent(address) ? text(address, NAME).map(NodeName::new) : Optional.empty();
    }

    static Optional<HostPort> listens(Address address) {
        return text(address, LISTENS).map(text -> HostPort.parse(text, HostPort.DEFAULT_PORT));
    }

    /** The same as JGroups wants it. */
    static Optional<IpAddress> physical(Address address) {
        return listens(address).flatMap(HerdAddress::ip);
    }

    private static Optional<IpAddress> ip(HostPort listens) {
        try {
            return Optional.of(
                    new IpAddress(InetAddress.getByName(listens.host()), listens.port()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(InetSocketAddress listens) {
        return new HostPort(listens.getAddress().getHostAddress(), listens.getPort())
                .toString()
                .getBytes(UTF_8);
    }

    private static Optional<String> text(Address address, String field) {
        return address instanceof ExtendedUUID uuid
                ? Optional.ofNullable(uuid.get(field)).map(bytes -> new String(bytes, UTF_8))
                : Optional.empty();
    }

    private static String print(ExtendedUUID address) {
        return text(address, NAME).orElse("client") + "@" + text(address, LISTENS).orElse("?");
    }
}
