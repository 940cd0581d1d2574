package io.herd.cluster;

import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * An agent of the herd: its node's name and its address.
 *
 * @param address where it listens for other members, {@code host:port}
 */
public record Member(NodeName name, String address) {

    /**
     * Whether one of these members listens at a join place. Members are known by their addresses,
     * join places often by host names, which are looked up here.
     */
    public static boolean anyAt(HostPort place, List<Member> members) {
        try {
            return Arrays.stream(InetAddress.getAllByName(place.host()))
                    .map(address -> HostPort.of(address, place.port()).withoutZone().toString())
                    .anyMatch(
                            at -> members.stream().anyMatch(member -> member.address().equals(at)));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
