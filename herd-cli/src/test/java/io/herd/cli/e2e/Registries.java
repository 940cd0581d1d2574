package io.herd.cli.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real registry on each host's own loopback, since a daemon speaks plain HTTP to no other; all
 * over one directory.
 */
final class Registries implements AutoCloseable {

    static final String ADDRESS = "127.0.0.1:5000";

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Run> running = new ArrayList<>();

    private Registries() {}

    /** Everybody may push and pull. */
    static Registries open(Lab lab, Path directory) throws IOException {
        return start(lab, directory, "");
    }

    /**
     * Only those who log in may.
     *
     * @param users a line for each: {@code NAME:HASH}, the hash one of bcrypt's
     */
    static Registries closed(Lab lab, Path directory, String users) throws IOException {
        var file = Files.writeString(directory.resolve("users"), users);
        return start(
                lab,
                directory,
                """
                auth:
                  htpasswd:
                    realm: lab
                    path: %s
                """
                        .formatted(file));
    }

    private static Registries start(Lab lab, Path directory, String auth) throws IOException {
        var config =
                """
                version: 0.1
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: %s
                """
                        .formatted(directory.resolve("data"), ADDRESS);
        var file = Files.writeString(directory.resolve("registry.yml"), config + auth);
        var registries = new Registries();
        for (var host : List.of("a", "b", "c")) {
            var registry = lab.startOn(host, "docker-registry", "serve", file.toString());
            registries.running.add(registry);
            await().atMost(SOON).until(() -> registry.errSoFar().contains("listening on"));
        }
        return registries;
    }

    @Override
    public void close() {
        running.forEach(Run::close);
    }
}
