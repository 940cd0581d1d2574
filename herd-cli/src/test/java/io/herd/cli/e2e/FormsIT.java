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

    private static final List<String> MOUNTS_AND_NAMESPACES =
            List.of(
                    "--mount type=volume,target=/data",
                    "--mount source=data,target=/data,volume-nocopy",
                    "--mount type=bind,src=/tmp,dst=/data,ro",
                    "--mount type=bind,source=/tmp,target=/data,readonly=false,bind-propagation=rslave",
                    "--mount type=bind,source=/tmp,target=/data,bind-recursive=disabled",
                    "--mount type=tmpfs,destination=/run,tmpfs-size=64k,tmpfs-mode=1770",
                    "--mount 'target=/data,volume-driver=local,\"volume-opt=o=a,b\",volume-label=x=y'",
                    "--mount type=BIND,source=/tmp,target=/a --mount target=/b",
                    "--volumes-from d-0",
                    "--volume-driver local -v vd:/data",
                    "--label-file good",
                    "--label-file good -l A=9",
                    "--security-opt seccomp=profile",
                    "--security-opt systempaths=unconfined",
                    "--security-opt label:disable",
                    "--domainname example.com",
                    "--expose 80",
                    "--expose 80-82/udp --expose 90",
                    "--sysctl net.core.somaxconn=1024",
                    "--sysctl kernel.shmmax=1",
                    "--ipc host",
                    "--ipc private",
                    "--ipc shareable",
                    "--uts host",
                    "--userns host",
                    "--cgroupns host",
                    "--cgroupns private",
                    "--cgroup-parent /herd",
                    "--isolation default",
                    "--runtime runc",
                    // Refused:
                    "--mount type=bind,source=/nowhere-here,target=/data",
                    "--mount type=bind,target=/data",
                    "--mount type=nonsense,target=/data",
                    "--mount source=data",
                    "--mount type=bind,source",
                    "--mount type=tmpfs,target=/x,tmpfs-mode=9",
                    "--mount type=bind,source=/tmp,target=/x,volume-nocopy",
                    "--mount nonsense=1,target=/x",
                    "--volumes-from nowhere",
                    "--security-opt seccomp=none",
                    "--security-opt nonsense",
                    "--expose 8080:80",
                    "--expose x",
                    "--sysctl kernel.hostname=x",
                    "--sysctl net.core.somaxconn",
                    "--ipc nonsense",
                    "--pid nonsense",
                    "--uts nonsense",
                    "--userns nonsense",
                    "--cgroupns nonsense",
                    "--isolation nonsense",
                    "--runtime nonsense",
                    "--annotation a=b",
                    "--storage-opt size");

    private static final List<String> NETWORKS =
            List.of(
                    "--network web",
                    "--network web --ip 10.9.0.2",
                    "--network web --ip6 2001:db8::33",
                    "--network web --network-alias a --network-alias b",
                    "--network web --link-local-ip 169.254.1.1",
                    "--network name=web,alias=a,ip=10.9.0.2",
                    "--network name=web,driver-opt=k=v",
                    "--ip 10.9.0.2",
                    "--link d-0",
                    "--link d-0:zero",
                    "--network web --link d-0:zero",
                    "--dns-option ndots:1",
                    "--dns-search example.com",
                    "--dns-search .",
                    // Refused:
                    "--network-alias a",
                    "--network bridge --network-alias a",
                    "--network web --network other",
                    "--network name=web,ip=10.9.0.2 --ip 10.9.0.3",
                    "--network alias=a",
                    "--network name=web,nonsense=1",
                    "--mac-address 92:d0",
                    "--link a:b:c",
                    "--link nowhere");

    private static final List<String> LIMITS_AND_DEVICES =
            List.of(
                    "--memory-reservation 32m",
                    "-m 64m --memory-swap 128m",
                    "-m 64m --memory-swap -1",
                    "--memory-swappiness 0",
                    "--memory-swappiness 60",
                    "--memory-swappiness -1",
                    "--oom-kill-disable",
                    "--oom-score-adj -500",
                    "--pids-limit 100",
                    "--pids-limit -1",
                    "--pids-limit 0",
                    "-c 512",
                    "--cpu-shares 512",
                    "--cpu-period 100000 --cpu-quota 50000",
                    "--cpuset-cpus 0",
                    "--cpuset-mems 0",
                    "--blkio-weight 500",
                    "--blkio-weight-device /dev/sda:500",
                    "--device-read-bps /dev/sda:1m",
                    "--device-write-bps /dev/sda:1mb",
                    "--device-read-iops /dev/sda:100",
                    "--device-write-iops /dev/sda:100",
                    "--ulimit nofile=10:20",
                    "--ulimit core=-1",
                    "--ulimit nofile=10 --ulimit nofile=20",
                    "--device /dev/fuse",
                    "--device /dev/fuse:/dev/x",
                    "--device /dev/fuse:r",
                    "--device /dev/fuse:/dev/x:rw",
                    "--device-cgroup-rule 'c 1:3 rwm'",
                    "--gpus all",
                    "--gpus 2",
                    "--gpus '\"device=0,1\",capabilities=compute'",
                    "--gpus driver=x,count=1",
                    "--health-cmd true",
                    "--health-cmd 'curl -f x' --health-interval 1m30s --health-timeout 500ms --health-retries 3",
                    "--health-start-period 10s",
                    "--no-healthcheck",
                    // Refused:
                    "-m 64m --memory-swap 32m",
                    "--memory-swap x",
                    "--memory-swappiness 101",
                    "--memory-swappiness -2",
                    "--oom-score-adj 1001",
                    "--pids-limit x",
                    "--cpu-period 1",
                    "--cpu-quota 1",
                    "--cpuset-cpus x",
                    "--cpuset-cpus 4096",
                    "--blkio-weight 5",
                    "--blkio-weight x",
                    "--blkio-weight-device sda:500",
                    "--blkio-weight-device /dev/sda:5",
                    "--device-read-bps /dev/sda",
                    "--device-read-bps sda:1m",
                    "--device-write-iops /dev/sda:x",
                    "--ulimit nofile",
                    "--ulimit nonsense=1",
                    "--ulimit nofile=3:2",
                    "--ulimit nofile=-1:2",
                    "--device sda",
                    "--device /dev/fuse:/dev/x:rr",
                    "--device a:b:c:d",
                    "--device-cgroup-rule x",
                    "--gpus x",
                    "--gpus 1,count=2",
                    "--gpus nonsense=1",
                    "--health-interval x",
                    "--health-interval -1s",
                    "--health-interval 100us",
                    "--health-retries -1",
                    "--health-start-interval 1s",
                    "--no-healthcheck --health-cmd x",
                    "--log-driver none --log-opt a=b");

    private static final List<String> ALL =
            Stream.of(
                            PUBLISH,
                            VOLUMES,
                            SIZES,
                            ENVIRONMENT,
                            NAMES,
                            THE_REST,
                            MOUNTS_AND_NAMESPACES,
                            NETWORKS,
                            LIMITS_AND_DEVICES)
                    .flatMap(List::stream)
                    .toList();

    // No process under test may take longer than a minute.
    private static final int AT_ONCE = 150;

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
        write("profile", "{\n  \"defaultAction\": \"SCMP_ACT_ALLOW\"\n}\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    @Test
    void aDaemonIsToldTheSameAsByDockerOrNothing() throws IOException {
        assertThat(ALL).hasSizeGreaterThan(250);
        for (int from = 0; from < ALL.size(); from += AT_ONCE) {
            write("docker.sh", script(from, "docker create --name d-%d %s busybox"));
            write("herd.txt", script(from, "container create --node a --name h-%d %s busybox"));
            in(
                    "DOCKER_HOST=unix://%s bash docker.sh & %s shell <herd.txt; wait"
                            .formatted(lab.socket("a"), lab.herd()));
        }

        var told = told();
        var differences = new TreeMap<String, String>();
        for (int i = 0; i < ALL.size(); i++) {
            var docker = told.getOrDefault("d-" + i, "refused");
            var herd = told.getOrDefault("h-" + i, "refused");
            if (!docker.equals(herd) && !isForgotten(ALL.get(i), docker)) {
                differences.put(ALL.get(i), "\n  docker: " + docker + "\n  herd:   " + herd);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(told).hasSizeGreaterThan(300);
    }

    /**
     * Docker's client of 25 and 26 takes limits of devices and does not send them: docker/cli#5321.
     */
    private static boolean isForgotten(String options, String told) {
        return options.matches("--device-(read|write)-(bps|iops) .*")
                && !told.equals("refused")
                && !told.contains("BlkioDevice");
    }

    private static String script(int from, String line) {
        return IntStream.range(from, Math.min(from + AT_ONCE, ALL.size()))
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
                                # The docker client shuffles them.
                                | .Env = ((.Env // []) | sort)
                                | del(.AttachStdin, .AttachStdout, .AttachStderr)
                                | del(.Labels["herd.request"], .Labels["herd.instance"], .Labels["herd.template"], .Labels["herd.owner"])
                                | if .Hostname | test("^[0-9a-f]{12}$") then del(.Hostname) else . end),
                              N: (.NetworkSettings.Networks // {} | map_values({IPAMConfig, Aliases, Links, DriverOpts})),
                              H: (.HostConfig | del(.ConsoleSize)
                                | if .MemorySwappiness == -1 then del(.MemorySwappiness) else . end
                                | if .RestartPolicy.Name == "no" then del(.RestartPolicy) else . end
                                | .Links = ((.Links // []) | map([split("/")[1], (split("/") | last)] | join("/")))
                                | .Binds = ((.Binds // []) | sort)
                                | .CapAdd = ((.CapAdd // []) | map(capability))
                                | .CapDrop = ((.CapDrop // []) | map(capability)))}
                              | lean | lean | lean | tojson)]'
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
