package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import org.jgroups.Address;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.ExtendedUUID;

/**
 * Creates and reads members' JGroups addresses, which contain whether the member is a client, its
 * node's name, and where it listens. This travels with every view, so nobody ever has to ask for
 * it.
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

    /** The node name of an agent; empty for a client and for an invalid name. */
    static Optional<NodeName> name(Address address) {
        return isAgent(address) ? read(address, NAME, NodeName::new) : Optional.empty();
    }

    static Optional<HostPort> listens(Address address) {
        return read(address, LISTENS, text -> HostPort.parse(text, HostPort.DEFAULT_PORT));
    }

    /** Where the member says that it listens; empty if it does not. */
    static String place(Address address) {
        return listens(address).map(HostPort::toString).orElse("");
    }

    /** Whether it is not a client, but lacks the valid name or address of an agent. */
    static boolean isOdd(Address address) {
        return isAgent(address) && (name(address).isEmpty() || physical(address).isEmpty());
    }

    private static <T> Optional<T> read(Address address, String field, Function<String, T> form) {
        try {
            return text(address, field).map(form);
        } catch (IllegalArgumentException e) {
            // Any member may claim anything; a bad address must not make the view fail.
            return Optional.empty();
        }
    }

    /** Where the member listens, in the type of JGroups. */
    static Optional<IpAddress> physical(Address address) {
        return listens(address).flatMap(HerdAddress::ip);
    }

    // Only literal addresses: another member's claim must not make this host look up a name.
    private static Optional<IpAddress> ip(HostPort listens) {
        try {
            return Optional.of(
                    new IpAddress(InetAddress.ofLiteral(listens.host()), listens.port()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(InetSocketAddress listens) {
        return HostPort.of(listens.getAddress(), listens.getPort())
                .withoutZone()
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
