package io.herd.cli.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes images that nobody else has on the hosts of a lab, and sees what goes from host to host.
 */
record MadeImages(Lab lab) {

    /**
     * An image of one layer of random bytes.
     *
     * @return its id
     */
    String random(String host, String name, int bytes) {
        return shell(
                host,
                "f=$(mktemp) && head -c %d /dev/urandom >$f && tar -c --transform s/.*/f/ $f 2>/dev/null | docker import - %s; rm $f"
                        .formatted(bytes, name));
    }

    /** An image with one more layer, of this machine's {@code /etc/os-release}. */
    void on(String base, String host, String name) {
        var _ =
                shell(
                        host,
                        "id=$(docker create %s x) && docker cp /etc/os-release $id:/added && docker commit $id %s && docker rm $id"
                                .formatted(base, name));
    }

    /**
     * Runs a shell whose {@code docker} is that of the host.
     *
     * @return what it printed
     */
    String shell(String host, String script) {
        return lab.bash("export DOCKER_HOST=unix://%s && %s".formatted(lab.socket(host), script))
                .succeeded()
                .out()
                .strip();
    }

    /** Bytes that a host has sent; the interface's counter, of proc(5). */
    long sent(String host) throws IOException {
        var agent = lab.agent(host, "pid").out().strip();
        var counters = Files.readString(Path.of("/proc", agent, "net/dev"));
        var own = counters.lines().filter(it -> it.strip().startsWith("eth0:")).findFirst();
        return Long.parseLong(own.orElseThrow().strip().split("\\s+", -1)[9]);
    }
}
