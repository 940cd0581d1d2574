package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.option.TimestampOption;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.EngineException;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed means what it means to docker. */
class FormsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir Path home;

    private final MemoryEngine engine = new MemoryEngine("busybox");
    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "-e -q, Env, '[\"-q\"]'",
        "--hostname=-h, Hostname, '\"-h\"'",
        "--label --json, Labels, '{\"--json\":\"\",'",
        "-e ps, Env, '[\"ps\"]'",
        "-w run, WorkingDir, '\"run\"'",
        "--add-host h=1.2.3.4, ExtraHosts, '[\"h:1.2.3.4\"]'",
        "--add-host h:1.2.3.4, ExtraHosts, '[\"h:1.2.3.4\"]'",
        "--add-host h=::1, ExtraHosts, '[\"h:::1\"]'",
        "--cpus .5, NanoCpus, 500000000",
        "--cpus 2., NanoCpus, 2000000000",
        "-m .5g, Memory, 536870912",
        "-m 1.5m, Memory, 1572864"
    })
    void anOptionReachesTheFormAsDockerReadsIt(String options, String field, String value) {
        assertThat(form(options.split(" ", -1))).contains("\"" + field + "\":" + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    --mount type=bind,src=/srv,dst=/data,ro | Mounts | [{"Type":"bind","Source":"/srv","Target":"/data","ReadOnly":true}]
                    --mount target=/data,volume-nocopy | Mounts | [{"Type":"volume","Target":"/data","VolumeOptions":{"NoCopy":true}}]
                    --mount target=/data,"volume-opt=o=a,b" | DriverConfig | {"Options":{"o":"a,b"}}
                    --mount type=tmpfs,target=/t,tmpfs-size=1m,tmpfs-mode=1770 | TmpfsOptions | {"SizeBytes":1048576,"Mode":1016}
                    --tmpfs /run:size=64k | Tmpfs | {"/run":"size=64k"}
                    --volumes-from other:ro | VolumesFrom | ["other:ro"]
                    --volume-driver nfs | VolumeDriver | "nfs"
                    --storage-opt size=1G | StorageOpt | {"size":"1G"}
                    --device /dev/fuse | Devices | [{"PathOnHost":"/dev/fuse","PathInContainer":"/dev/fuse","CgroupPermissions":"rwm"}]
                    --device /dev/sda:r | Devices | [{"PathOnHost":"/dev/sda","PathInContainer":"/dev/sda","CgroupPermissions":"r"}]
                    --device /dev/sda:/dev/x:rw | Devices | [{"PathOnHost":"/dev/sda","PathInContainer":"/dev/x","CgroupPermissions":"rw"}]
                    --device vendor.com/gpu=0 | DeviceRequests | [{"Driver":"cdi","DeviceIDs":["vendor.com/gpu=0"]}]
                    --gpus all | DeviceRequests | [{"Count":-1,"Capabilities":[["gpu"]]}]
                    --gpus "device=0,1",capabilities=compute | DeviceRequests | [{"Count":0,"DeviceIDs":["0","1"],"Capabilities":[["compute","gpu"]]}]
                    --ulimit nofile=10:20 --ulimit core=-1 --ulimit nofile=5 | Ulimits | [{"Name":"nofile","Hard":5,"Soft":5},{"Name":"core","Hard":-1,"Soft":-1}]
                    --sysctl net.core.somaxconn=1024 | Sysctls | {"net.core.somaxconn":"1024"}
                    --annotation a.b=c | Annotations | {"a.b":"c"}
                    --health-cmd true --health-interval 1m30s --health-timeout 500ms --health-start-period 0 --health-start-interval 1s --health-retries 3 | Healthcheck | {"Test":["CMD-SHELL","true"],"Interval":90000000000,"Timeout":500000000,"StartPeriod":0,"StartInterval":1000000000,"Retries":3}
                    --no-healthcheck | Healthcheck | {"Test":["NONE"]}
                    --network n --ip 10.0.0.2 --ip6 2001:db8::33 --link-local-ip 169.254.1.1 --network-alias web --link db:d | EndpointsConfig | {"n":{"Aliases":["web"],"Links":["db:d"],"IPAMConfig":{"IPv4Address":"10.0.0.2","IPv6Address":"2001:db8::33","LinkLocalIPs":["169.254.1.1"]}}}
                    --network name=n,alias=web,ip=10.0.0.2,driver-opt=k=v --network m | EndpointsConfig | {"n":{"Aliases":["web"],"DriverOpts":{"k":"v"},"IPAMConfig":{"IPv4Address":"10.0.0.2"}},"m":{}}
                    --network n | NetworkMode | "n"}
                    --link db | Links | ["db"]
                    --mac-address 92:d0:c6:0a:29:33 | MacAddress | "92:d0:c6:0a:29:33"
                    --mac-address 92:d0:c6:0a:29:33 | EndpointsConfig | {"default":{"MacAddress":"92:d0:c6:0a:29:33"}}
                    --network name=n,mac-address=92:d0:c6:0a:29:33 | EndpointsConfig | {"n":{"MacAddress":"92:d0:c6:0a:29:33"}}
                    --dns-option ndots:1 --dns-opt debug | DnsOptions | ["ndots:1","debug"]
                    --dns-search example.com | DnsSearch | ["example.com"]
                    --domainname example.com | Domainname | "example.com"
                    --expose 80-81/UDP --expose 90 | ExposedPorts | {"80/udp":{},"81/udp":{},"90/tcp":{}}
                    --memory-reservation 1m | MemoryReservation | 1048576
                    --memory-swap -1 | MemorySwap | -1
                    --memory-swap 1g | MemorySwap | 1073741824
                    --memory-swappiness 0 | MemorySwappiness | 0
                    --oom-kill-disable | OomKillDisable | true
                    --oom-score-adj -500 | OomScoreAdj | -500
                    --pids-limit -1 | PidsLimit | -1
                    -c 512 | CpuShares | 512
                    --cpu-period 100000 | CpuPeriod | 100000
                    --cpu-quota -1 | CpuQuota | -1
                    --cpu-rt-period 1000 | CpuRealtimePeriod | 1000
                    --cpu-rt-runtime 500 | CpuRealtimeRuntime | 500
                    --cpuset-cpus 0-3,5 | CpusetCpus | "0-3,5"
                    --cpuset-mems 0 | CpusetMems | "0"
                    --blkio-weight 500 | BlkioWeight | 500
                    --blkio-weight-device /dev/sda:500 | BlkioWeightDevice | [{"Path":"/dev/sda","Weight":500}]
                    --device-read-bps /dev/sda:1m | BlkioDeviceReadBps | [{"Path":"/dev/sda","Rate":1048576}]
                    --device-write-bps /dev/sda:1k | BlkioDeviceWriteBps | [{"Path":"/dev/sda","Rate":1024}]
                    --device-read-iops /dev/sda:100 | BlkioDeviceReadIOps | [{"Path":"/dev/sda","Rate":100}]
                    --device-write-iops /dev/sda:100 | BlkioDeviceWriteIOps | [{"Path":"/dev/sda","Rate":100}]
                    --ipc shareable | IpcMode | "shareable"
                    --uts host | UTSMode | "host"
                    --userns host | UsernsMode | "host"
                    --cgroupns private | CgroupnsMode | "private"
                    --cgroup-parent /herd | CgroupParent | "/herd"
                    --runtime runsc | Runtime | "runsc"
                    --isolation default | Isolation | "default"
                    --security-opt systempaths=unconfined | MaskedPaths | [],"ReadonlyPaths":[]
                    """)
    void eachOptionHasItsPlaceInTheForm(String options, String field, String value) {
        assertThat(form(options.split(" ", -1))).contains("\"" + field + "\":" + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    --mount type=bind,source | 'source' has no value
                    --mount nonsense=1 | it has no field 'nonsense'
                    --mount type=bind,volume-nocopy,target=/x | 'volume-nocopy' does not go with type=bind
                    --mount target=/x,ro=maybe | readonly is true or false, not 'maybe'
                    --mount type=tmpfs,target=/x,tmpfs-size=big | invalid size 'big'
                    --mount type=tmpfs,target=/x,tmpfs-mode=9 | '9' is no mode
                    --mount type=bind,src=/a,dst=/b,bind-recursive=writable | bind-recursive=writable needs readonly
                    --mount "target=/x | has a quotation mark too many or too few
                    --device sda | invalid device 'sda'
                    --device /dev/sda:/dev/x:rr | invalid device '/dev/sda:/dev/x:rr'
                    --device-cgroup-rule x | invalid rule 'x'
                    --gpus some | 'some' is no number
                    --gpus 1,count=2 | 'count' is there twice
                    --gpus power=1 | there is an unknown key in it
                    --ulimit nofile | invalid limit 'nofile'
                    --ulimit files=1 | invalid limit 'files=1'
                    --ulimit nofile=3:2 | 'nofile=3:2': the soft limit is above the hard one
                    --ulimit nofile=1:2:3 | invalid limit 'nofile=1:2:3'
                    --sysctl kernel.hostname=x | sysctl 'kernel.hostname=x' is not allowed
                    --sysctl net.ipv4.ip_forward | sysctl 'net.ipv4.ip_forward' is not allowed
                    --health-interval x | invalid duration 'x'
                    --health-interval -1s | invalid duration '-1s'
                    --health-retries -1 | invalid number '-1'
                    --no-healthcheck --health-cmd x | --no-healthcheck conflicts with --health-*
                    --network name=n,ip=10.0.0.2 --ip 10.0.0.3 | '10.0.0.3' of --ip conflicts with '10.0.0.2'
                    --network name=n,alias=a --network-alias b | 'b' of --network-alias conflicts with 'a'
                    --network alias=web | it names no network
                    --network-alias web | the alias 'web' needs a network that users have made
                    --network bridge --network-alias web | the alias 'web' needs a network that users have made
                    --network name=n,gw-priority=1 | 'gw-priority' is no field of it
                    --ip 10.0.0 | invalid IP address '10.0.0'
                    --mac-address 92:d0 | invalid MAC address '92:d0'
                    --expose 8080:80 | '8080:80' exposes no port
                    --memory-swappiness 101 | invalid number '101'
                    --oom-score-adj 1001 | invalid number '1001'
                    --pids-limit many | invalid number 'many'
                    --blkio-weight 65536 | invalid number '65536'
                    --blkio-weight-device /dev/sda:5 | invalid number '5'
                    --device-read-bps sda:1m | invalid limit 'sda:1m' of a device
                    --device-write-iops /dev/sda:fast | invalid number 'fast'
                    --pid elsewhere | invalid namespace 'elsewhere'
                    --uts x | invalid namespace 'x'
                    --userns x | invalid namespace 'x'
                    --cgroupns x | invalid namespace 'x'
                    --storage-opt size | invalid storage option 'size'
                    --security-opt nonsense | invalid security option 'nonsense'
                    --log-driver none --log-opt a=b | the log driver none takes no options
                    """)
    void aValueThatDockerRefusesIsNamed(String options, String why) {
        var words = (options + " -d busybox").split(" ", -1);
        var command = new ArrayList<>(List.of("run"));
        command.addAll(List.of(words));

        var refused = herd(command.toArray(String[]::new));

        assertThat(refused.err()).contains(why);
        assertThat(refused.exit()).isEqualTo(125);
        assertThat(engine.calls()).doesNotContain(MemoryEngine.Call.CREATE);
    }

    @Test
    void aFileOfLabelsComesBeforeTheLabelsThatAreTyped() throws Exception {
        var file = Files.writeString(home.resolve("labels"), "# no\na=1\nb\n");

        assertThat(form("--label-file", file.toString(), "-l", "a=2"))
                .contains("\"Labels\":{\"a\":\"2\",\"b\":\"\",");
    }

    @Test
    void aProfileForSeccompIsAFileOfThisHost() throws Exception {
        var file = Files.writeString(home.resolve("seccomp"), "{\n \"a\": [1]\n}\n");

        assertThat(form("--security-opt", "seccomp=" + file))
                .contains("\"SecurityOpt\":[\"seccomp={\\\"a\\\":[1]}\"]");
        assertThat(herd("run", "-d", "--security-opt", "seccomp=/nope", "busybox").err())
                .contains("'/nope' cannot be read");
    }

    @Test
    void theIdIsWrittenToAFileThatMustBeNew() throws Exception {
        var file = home.resolve("id");

        var created = herd("run", "-d", "--cidfile", file.toString(), "busybox");

        assertThat(file).hasContent(created.out().strip());
        var again = herd("run", "-d", "--cidfile", file.toString(), "busybox");
        assertThat(again.err()).contains("'" + file + "' exists");
        assertThat(again.exit()).isEqualTo(125);
        assertThat(file).hasContent(created.out().strip());
    }

    @Test
    void noFileIsLeftOfAContainerThatWasNotCreated() {
        var file = home.resolve("id");

        var missing = create("--cidfile", file.toString(), "--image", "nope");

        assertThat(missing.exit()).isNotZero();
        assertThat(file).doesNotExist();
        assertThat(create("--cidfile", file.toString(), "-n", "2", "--image", "busybox").err())
                .contains("is for one ID: leave it out");
        var nowhere = home.resolve("none/id");
        assertThat(create("--cidfile", nowhere.toString(), "--image", "busybox").err())
                .contains("'" + nowhere + "' cannot be written");
    }

    private Printed create(String... options) {
        var words = new ArrayList<>(List.of("container", "create"));
        words.addAll(List.of(options));
        return herd(words.toArray(String[]::new));
    }

    @Test
    void anArgumentThatBeginsWithAnAtIsItself() throws Exception {
        var file = Files.writeString(home.resolve("payload"), "a b");

        assertThat(form("-e", "A=@" + file, "busybox", "echo", "@" + file))
                .contains("\"Cmd\":[\"echo\",\"@" + file + "\"]", "\"A=@" + file + "\"");
    }

    @Test
    void aVariableThatIsEmptyHereIsEmptyThereAndOneThatIsNotSetIsRemoved() {
        environment.put("EMPTY", "");
        environment.put("FULL", "x");

        assertThat(form("-e", "EMPTY", "-e", "FULL", "-e", "UNSET"))
                .contains("\"Env\":[\"EMPTY=\",\"FULL=x\",\"UNSET\"]");
    }

    @Test
    void aFileOfVariablesIsReadByDockersRules() throws Exception {
        environment.put("HERE", "yes");
        environment.put("EMPTY", "");
        var file =
                Files.writeString(
                        home.resolve("env"),
                        "\uFEFFA=1\n# no\n\n  B=2 \r\nC=x\ry\nHERE\nEMPTY\nUNSET\nD=#=\nE=");

        assertThat(form("--env-file", file.toString()))
                .contains(
                        "\"Env\":[\"A=1\",\"B=2 \",\"C=x\\ry\",\"HERE=yes\",\"EMPTY=\",\"D=#=\",\"E=\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'A B=1', the variable 'A B' contains a space",
        "'export A=1', the variable 'export A' contains a space",
        "'A =1', the variable 'A ' contains a space",
        "'A\tB', contains a space",
        "'=1', there is no name before the '='"
    })
    void aLineThatDockerRefusesIsNamed(String line, String why) throws Exception {
        var file = Files.writeString(home.resolve("env"), "OK=1\n" + line + "\n");

        var refused = herd("run", "-d", "--env-file", file.toString(), "busybox");

        assertThat(refused.err()).contains(file + ":2: ", why);
        assertThat(refused.exit()).isEqualTo(125);
        assertThat(engine.calls()).doesNotContain(MemoryEngine.Call.CREATE);
    }

    @Test
    void aFileOfVariablesMustBeUtf8() throws Exception {
        var file = Files.write(home.resolve("env"), "A=ä\n".getBytes(ISO_8859_1));

        assertThat(herd("run", "-d", "--env-file", file.toString(), "busybox").err())
                .contains("is not valid UTF-8");
        Files.write(file, "A=ä\n".getBytes(UTF_8));
        assertThat(form("--env-file", file.toString())).contains("\"Env\":[\"A=ä\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run -d", "container create --image"})
    void anEmptyImageIsRefused(String command) {
        var words = (command + " |").split(" ", -1);
        words[words.length - 1] = "";

        var refused = herd(words);

        assertThat(refused.err()).contains("the image is empty");
        assertThat(refused.exit()).isEqualTo(command.startsWith("run") ? 125 : 2);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5h, 2026-06-01T10:30:00Z",
        "1h30m, 2026-06-01T10:30:00Z",
        "500ms, 2026-06-01T11:59:59.500Z",
        "1m30.5s, 2026-06-01T11:58:29.500Z",
        ".5m, 2026-06-01T11:59:30Z",
        "0s, 2026-06-01T12:00:00Z",
        "100us, 2026-06-01T11:59:59.999900Z",
        "2026-01-31Z, 2026-01-31T00:00:00Z",
        "2026-01-31T12Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:30Z, 2026-01-31T12:30:00Z",
        "2026-01-31T12:30:15Z, 2026-01-31T12:30:15Z",
        "2026-01-31T12:30:15.123456789Z, 2026-01-31T12:30:15.123456789Z",
        "2026-01-31T12:30:15.5Z, 2026-01-31T12:30:15.500Z",
        "2026-01-31T12:30:15.12345Z, 2026-01-31T12:30:15.123450Z",
        "2026-01-31T12:30:15.1234567Z, 2026-01-31T12:30:15.123456700Z",
        "2026-01-31T12+02:00, 2026-01-31T10:00:00Z",
        "1700000000, 2023-11-14T22:13:20Z"
    })
    void aTimeIsReadAsDockerReadsIt(String text, Instant moment) {
        var seconds = TimestampOption.parse(text, NOW).seconds().split("\\.", -1);
        var nanos = seconds.length == 1 ? 0 : Long.parseLong(seconds[1]);
        assertThat(Instant.ofEpochSecond(Long.parseLong(seconds[0]), nanos)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "1x",
                "h",
                "1h2",
                "2026-13-01",
                "2026-02-30",
                "2026-01-31T25",
                "2026-01-31T12.5Z",
                "2026-01-31 12:00",
                "9999999999999h"
            })
    void whatIsNoTimeIsNamed(String text) {
        assertThat(herd("logs", "--since", text, "x").err())
                .contains("invalid time '" + text + "': use one such as");
    }

    /** The form that the daemon gets. */
    private String form(String... options) {
        var words = new ArrayList<>(List.of("run", "-d"));
        words.addAll(List.of(options));
        if (!words.contains("busybox")) {
            words.add("busybox");
        }
        var created = herd(words.toArray(String[]::new));
        assertThat(created.exit()).as(created.err()).isZero();
        try {
            return engine.formOf(created.out().strip()).text();
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    private Printed herd(String... arguments) {
        var cluster = new InProcessCluster().with("a", engine);
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(environment, Optional.empty()),
                arguments);
    }
}
