package io.herd.cli.e2e;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of docker's options in the forms that it takes, and in forms that it refuses: herd tells the
 * same daemon the same, or refuses, too.
 */
@ExtendWith(Lab.Up.class)
class FormsIT {

    private static final List<String> PUBLISH =
            List.of(
                    "-p 80",
                    "-p 80/tcp",
                    "-p 80/udp",
                    "-p 80/TCP",
                    "-p 8080:80",
                    "-p 8080:80/udp",
                    "-p 80 -p 81",
                    "-p 8080:80 -p 8081:80",
                    "-p 127.0.0.1:8080:80",
                    "-p 127.0.0.1::80",
                    "-p 127.0.0.1:0:80",
                    "-p 0.0.0.0:8080:80",
                    "-p '[::1]:8080:80'",
                    "-p '[::]:8080:80'",
                    "-p 8000-8002:80-82",
                    "-p 8000-8010:80",
                    "-p 80-82",
                    "-p 127.0.0.1:8000-8001:80-81",
                    "-p target=80,published=8080",
                    "-p published=53,target=53,protocol=udp",
                    "-P",
                    "--publish=8080:80",
                    "-p 80/sctp",
                    "-p 0:80",
                    // Refused:
                    "-p localhost:8080:80",
                    "-p 10.0.0:8080:80",
                    "-p 10.0.0.256:8080:80",
                    "-p 80/icmp",
                    "-p 65536",
                    "-p 80:65536",
                    "-p 8000-8002:80-81",
                    "-p 82-80",
                    "-p web",
                    "-p 1:2:3:4",
                    "-p ''",
                    "-p -1:80",
                    "-p 80:",
                    "-p '[::g]:8080:80'");

    private static final List<String> VOLUMES =
            List.of(
                    "-v /data",
                    "-v data:/data",
                    "-v data:/data:ro",
                    "-v data:/data:rw",
                    "-v /tmp:/data",
                    "-v /tmp:/data:ro",
                    "-v /tmp:/data:rslave",
                    "-v /tmp:/data:ro,rslave",
                    "-v one:/a -v two:/b",
                    "-v data:/data:nocopy",
                    "--volume=/data",
                    "--tmpfs /run",
                    "--tmpfs /run:size=64k",
                    "--tmpfs /run:rw,noexec,size=1m --tmpfs /x",
                    "--read-only",
                    // Refused:
                    "-v data:data",
                    "-v /tmp:/data:nonsense",
                    "-v /:/",
                    "-v a:b:c:d",
                    "--tmpfs run");

    private static final List<String> SIZES =
            List.of(
                    "-m 64m",
                    "-m 64M",
                    "-m 64mb",
                    "-m 64MB",
                    "-m 64mib",
                    "-m 65536k",
                    "-m 67108864",
                    "-m 67108864b",
                    "-m 0.5g",
                    "-m 1g",
                    "-m '64 m'",
                    "--memory=1.5g",
                    "-m 1t",
                    "-m 0",
                    "--shm-size 1m",
                    "--shm-size 1048576",
                    "--shm-size 64k",
                    "--cpus 1",
                    "--cpus 0.5",
                    "--cpus 1.25",
                    "--cpus .5",
                    "--cpus 2.0",
                    "--cpus 0",
                    "--stop-timeout 5",
                    "--stop-timeout 0",
                    // Refused:
                    "-m 64x",
                    "-m m",
                    "-m ''",
                    "-m -1m",
                    "-m 1m",
                    "-m 64mm",
                    "--cpus x",
                    "--cpus -1",
                    "--cpus 1000",
                    "--cpus 1.2.3",
                    "--cpus ''",
                    "--shm-size x",
                    "--stop-timeout x");

    private static final List<String> ENVIRONMENT =
            List.of(
                    "-e A=1",
                    "-e A=1 -e B=2",
                    "-e A=",
                    "-e A=a=b",
                    "-e 'A=a b'",
                    "--env A=1",
                    "-e FULL",
                    "-e EMPTY",
                    "-e UNSET",
                    "-e A=-1",
                    "-e A=@file",
                    "-e 'A=ä€'",
                    "--env-file good",
                    "--env-file good -e A=9",
                    "--env-file marked",
                    "--env-file passed",
                    "--env-file returns",
                    "--env-file empty",
                    // Refused:
                    "-e =1",
                    "--env-file spaced",
                    "--env-file exported",
                    "--env-file nameless",
                    "--env-file none",
                    "--env-file .");

    private static final List<String> NAMES =
            List.of(
                    "--hostname web",
                    "--hostname=-h",
                    "-w /tmp",
                    "-w run",
                    "-u 1000",
                    "-u 1000:1000",
                    "-u root",
                    "--entrypoint sh",
                    "--entrypoint /bin/sh",
                    "--add-host h:1.2.3.4",
                    "--add-host h:::1",
                    "--add-host a:1.2.3.4 --add-host b:1.2.3.5",
                    "--dns 1.1.1.1",
                    "--dns 1.1.1.1 --dns 8.8.8.8",
                    "--dns ::1",
                    "--network none",
                    "--network host",
                    "--network bridge",
                    "--pid host",
                    "-l a=b",
                    "-l a",
                    "-l a= -l b=c=d",
                    "-l 'a=b c'",
                    "--label --json",
                    "--group-add 5",
                    "--group-add audio",
                    // Refused:
                    "--add-host h",
                    "--add-host h:x",
                    "--add-host h:1.2.3",
                    "--dns x",
                    "--dns 1.2.3",
                    "-l =b",
                    "--network container:nowhere");

    private static final List<String> THE_REST =
            List.of(
                    "--restart no",
                    "--restart always",
                    "--restart unless-stopped",
                    "--restart on-failure",
                    "--restart on-failure:3",
                    "--restart on-failure:0",
                    "--cap-add NET_ADMIN",
                    "--cap-add CAP_NET_ADMIN",
                    "--cap-add ALL",
                    "--cap-drop ALL",
                    "--cap-drop net_raw",
                    "--security-opt no-new-privileges",
                    "--security-opt seccomp=unconfined",
                    "--privileged",
                    "--init",
                    "--stop-signal TERM",
                    "--stop-signal SIGINT",
                    "--stop-signal 9",
                    "--log-driver none",
                    "--log-driver json-file --log-opt max-size=10m",
                    "--log-opt max-size=10m --log-opt max-file=3",
                    "-i",
                    "-t",
                    "-it",
                    "--rm",
                    // Refused:
                    "--restart sometimes",
                    "--restart always:3",
                    "--restart on-failure:x",
                    "--restart on-failure:-1",
                    "--rm --restart always",
                    "--cap-add NONSENSE",
                    "--log-driver nonsense",
                    "--log-opt nonsense=1",
                    "--stop-signal NONSENSE",
                    "--entrypoint");

    private static final List<String> ALL =
            Stream.of(PUBLISH, VOLUMES, SIZES, ENVIRONMENT, NAMES, THE_REST)
                    .flatMap(List::stream)
                    .toList();

    @TempDir Path directory;

    private final Lab lab;

    FormsIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void files() throws IOException {
        lab.mend();
        write("good", "A=1\n# no\n\n  B=2\nC=x y\nD=\n");
        write("marked", "\uFEFFA=1\n");
        write("passed", "FULL\nEMPTY\nUNSET\n");
        write("returns", "A=1\r\nB=2\r\n");
        write("empty", "");
        write("spaced", "A B=1\n");
        write("exported", "export A=1\n");
        write("nameless", "=1\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    @Test
    void aDaemonIsToldTheSameAsByDockerOrNothing() throws IOException {
        assertThat(ALL).hasSizeGreaterThan(150);
        write("docker.sh", script("docker create --name d-%d %s busybox"));
        write("herd.txt", script("container create --node a --name h-%d %s --image busybox"));

        in("DOCKER_HOST=unix://%s bash docker.sh".formatted(lab.socket("a")));
        in("%s shell <herd.txt".formatted(lab.herd()));

        var told = told();
        var differences = new TreeMap<String, String>();
        for (int i = 0; i < ALL.size(); i++) {
            var docker = told.getOrDefault("d-" + i, "refused");
            var herd = told.getOrDefault("h-" + i, "refused");
            if (!docker.equals(herd)) {
                differences.put(ALL.get(i), "\n  docker: " + docker + "\n  herd:   " + herd);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(told).hasSizeGreaterThan(200);
    }

    private static String script(String line) {
        return IntStream.range(0, ALL.size())
                .mapToObj(i -> line.formatted(i, ALL.get(i)) + "\n")
                .collect(joining());
    }

    /** What the daemon says of each container, without what it itself makes up. */
    private Map<String, String> told() {
        var all =
                in(
                        """
                        export DOCKER_HOST=unix://%s
                        docker ps -aq | xargs docker inspect | jq -c '
                            def lean: walk(if type == "object"
                                then with_entries(select(.value | IN(null, [], {}, "", 0, false, "default") | not))
                                else . end);
                            # Old clients leave it to the daemon.
                            def capability: ascii_upcase
                                | if startswith("CAP_") or . == "ALL" then . else "CAP_" + . end;
                            .[] | [(.Name | ltrimstr("/")), ({C: (.Config
                                | del(.AttachStdin, .AttachStdout, .AttachStderr)
                                | del(.Labels["herd.request"], .Labels["herd.instance"], .Labels["herd.template"])
                                | if .Hostname | test("^[0-9a-f]{12}$") then del(.Hostname) else . end),
                              H: (.HostConfig | del(.ConsoleSize, .MemorySwappiness)
                                | if .RestartPolicy.Name == "no" then del(.RestartPolicy) else . end
                                | .Binds = ((.Binds // []) | sort)
                                | .CapAdd = ((.CapAdd // []) | map(capability))
                                | .CapDrop = ((.CapDrop // []) | map(capability)))}
                              | lean | lean | tojson)]'
                        """
                                .formatted(lab.socket("a")));
        return all.out()
                .lines()
                .map(line -> line.substring(2, line.length() - 2).split("\",\"", 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Run.Ended in(String script) {
        var environment = new TreeMap<>(lab.environment());
        environment.putAll(Map.of("FULL", "x y", "EMPTY", ""));
        return Run.start(environment, "bash", "-c", "cd " + directory + "; unset UNSET; " + script)
                .await();
    }
}
