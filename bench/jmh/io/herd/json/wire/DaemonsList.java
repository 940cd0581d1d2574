package io.herd.json.wire;

import static java.util.stream.Collectors.joining;

import io.herd.model.RawJson;
import java.util.stream.IntStream;

/** A daemon's list of containers, as a Docker of today writes it. */
public final class DaemonsList {

    private DaemonsList() {}

    public static RawJson of(int containers) {
        return new RawJson(
                IntStream.range(0, containers)
                        .mapToObj(DaemonsList::container)
                        .collect(joining(",", "[", "]")));
    }

    private static String container(int i) {
        return """
                {"Id":"%064x","Names":["/web-%d"],"Image":"busybox","ImageID":"sha256:%064x",\
                "Command":"sh -c 'trap \\"exit 0\\" TERM INT; while :; do sleep 3600 & wait; done'","Created":%d,\
                "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":%d,"Type":"tcp"}],\
                "Labels":{"herd.request":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","herd.instance":"%d"},"State":"running",\
                "Status":"Up 3 minutes","HostConfig":{"NetworkMode":"default"},"NetworkSettings":{"Networks":{"bridge":{\
                "IPAMConfig":null,"Links":null,"Aliases":null,"NetworkID":"%064x","EndpointID":"%064x",\
                "Gateway":"172.17.0.1","IPAddress":"172.17.0.2","IPPrefixLen":16,"IPv6Gateway":"",\
                "GlobalIPv6Address":"","GlobalIPv6PrefixLen":0,"MacAddress":"02:42:ac:11:00:02","DriverOpts":null}}},\
                "Mounts":[]}"""
                .formatted(i * 7919L, i, i * 31L, 1_760_000_000L + i, 10_000 + i, i, i * 17L, i * 13L);
    }
}
