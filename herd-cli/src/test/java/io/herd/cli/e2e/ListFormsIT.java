package io.herd.cli.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Filters, times, references and templates in the forms that docker takes and refuses: about the
 * same daemon herd says the same, or refuses, too. Not here: a time that is still to come, a number
 * of lines that is none, and {@code NAME/}, which docker takes for something and herd for an error.
 */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class ListFormsIT {

    /** The command lines of docker and herd around a form, and the forms. */
    record Group(String docker, String herd, List<String> forms) {

        @Override
        public String toString() {
            return docker;
        }
    }

    // herd notes whose it is; without labels, a volume has none or an empty list of them.
    private static final String WITHOUT_OWNER =
            " | sed -E 's/,?\"herd.owner\":\"root\"//; s/ null$/ {}/'";

    private static final String NETWORK =
            "docker network inspect -f '{{json .IPAM}} {{.Driver}} {{.Internal}} {{.Attachable}}"
                    + " {{.EnableIPv6}} {{json .Options}} {{json .Labels}}' made"
                    + WITHOUT_OWNER
                    // The daemon takes the next free one.
                    + " | sed -E 's/172\\.[0-9]+/172.x/g' && docker network rm made";
    private static final String VOLUME =
            "docker volume inspect -f '{{.Driver}} {{json .Options}} {{json .Labels}}' made"
                    + WITHOUT_OWNER
                    + " && docker volume rm made";

    static final List<Group> GROUPS =
            List.of(
                    new Group(
                            "docker volume ls --format '{{.Name}} {{.Driver}}' %s",
                            "herd volume ls --node a --format '{{.Name}} {{.Driver}}' %s",
                            List.of(
                                    "",
                                    "-f name=forms",
                                    "-f name=for",
                                    "-f dangling=true",
                                    "-f dangling=false",
                                    "-f driver=local",
                                    "-f driver=none",
                                    "-f label=x",
                                    // Refused:
                                    "-f nonsense=1",
                                    "-f dangling=x")),
                    new Group(
                            "docker network ls --format '{{.ID}} {{.Name}} {{.Driver}} {{.Scope}}' %s",
                            "herd network ls --node a --format '{{.ID}} {{.Name}} {{.Driver}} {{.Scope}}' %s",
                            List.of(
                                    "",
                                    "--no-trunc",
                                    "-f name=forms",
                                    "-f driver=bridge",
                                    "-f type=builtin",
                                    "-f type=custom",
                                    "-f scope=local",
                                    "-f dangling=true",
                                    "-f label=x=1",
                                    // Refused:
                                    "-f nonsense=1",
                                    "-f type=x")),
                    new Group(
                            "docker volume inspect -f '{{.Name}} {{.Scope}} {{.Mountpoint}}' %s",
                            "herd volume inspect --node a -f '{{.Name}} {{.Scope}} {{.Mountpoint}}' %s",
                            List.of("forms", "forms forms", "none", "")),
                    new Group(
                            "docker network inspect -f '{{.Name}} {{.Id}} {{.Internal}}' %s",
                            "herd network inspect --node a -f '{{.Name}} {{.Id}} {{.Internal}}' %s",
                            List.of("forms", "bridge host none", "nowhere", "")),
                    new Group(
                            "docker history --format '{{.ID}} {{.CreatedBy}} {{.Size}} {{.Comment}}' %s",
                            "herd history --node a --format '{{.ID}} {{.CreatedBy}} {{.Size}} {{.Comment}}' %s",
                            List.of(
                                    "busybox",
                                    "later",
                                    "--no-trunc later",
                                    "--human=false busybox",
                                    "-H=false later",
                                    "nowhere",
                                    "")),
                    new Group(
                            "docker diff %s",
                            "herd diff %s", List.of("one", "two", "three", "nowhere", "one two")),
                    new Group(
                            "docker export %s | tar -t | sort",
                            "herd export %s | tar -t | sort",
                            List.of("three", "-o- one", "nowhere")),
                    new Group(
                            // The daemon writes the images in any order.
                            "docker save %s | tar -xO manifest.json | jq -c '.[]' | sort",
                            "herd save --node a %s | tar -xO manifest.json | jq -c '.[]' | sort",
                            List.of("busybox", "busybox later", "nowhere")),
                    new Group(
                            "docker system df --format '{{.Type}} {{.TotalCount}} {{.Active}} {{.Size}} {{.Reclaimable}}' %s",
                            "herd system df --node a --format '{{.Type}} {{.TotalCount}} {{.Active}} {{.Size}} {{.Reclaimable}}' %s",
                            List.of("", "nowhere")),
                    new Group(
                            "docker network create %s made >/dev/null && " + NETWORK,
                            "herd network create --node a %s made | cat >/dev/null && " + NETWORK,
                            List.of(
                                    "--internal --label a=b --label c",
                                    "--subnet 10.97.0.0/24 --ip-range 10.97.0.128/25 --gateway 10.97.0.9"
                                            + " --aux-address one=10.97.0.7",
                                    "--ipv6 --subnet fd00:97::/64 --subnet 10.97.0.0/24 --attachable"
                                            + " -o com.docker.network.bridge.name=made0",
                                    // Refused; not a driver that is not there, for which the daemon
                                    // looks 15 s:
                                    "--gateway 10.97.0.1")),
                    new Group(
                            "docker volume create %s made >/dev/null && " + VOLUME,
                            "herd volume create --node a %s made | cat >/dev/null && " + VOLUME,
                            List.of(
                                    "",
                                    "--label a=b --label c",
                                    "-o type=tmpfs -o device=tmpfs -o o=size=1m",
                                    // Refused:
                                    "-o nonsense=1")),
                    new Group(
                            "docker inspect one two -f %s",
                            "herd inspect one two -f %s",
                            List.of(
                                    "'{{.Name}}'",
                                    "'{{.Id}}'",
                                    "'{{.Image}}'",
                                    "'{{.State.Status}}'",
                                    "'{{.State.Running}}'",
                                    "'{{.State.ExitCode}}'",
                                    "'{{.State.Health}}'",
                                    "'{{.Config.Image}} {{.Path}} {{.Args}}'",
                                    "'{{.Name | printf \"%s\"}}'",
                                    "'{{printf \"%s is %s\" .Name .State.Status}}'",
                                    "'{{printf \"%-12s|%8s|\" .Name .State.Status}}'",
                                    "'{{printf \"%q %v %d %05d\" .Name .State.Running .State.ExitCode .State.ExitCode}}'",
                                    "'{{printf \"%x %t %%\" .Name .State.Running}}'",
                                    "'{{printf \"%d\" .Name}}'",
                                    "'{{printf \"%s\"}}'",
                                    "'{{printf \"%q\" .Config.Cmd}}'",
                                    "'{{printf \"x\" 1}}'",
                                    "'{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}'",
                                    "'{{range .NetworkSettings.Networks}}{{.MacAddress}} {{.Gateway}}{{end}}'",
                                    "'{{range $k, $v := .NetworkSettings.Networks}}{{$k}}={{$v.IPAddress}} {{end}}'",
                                    "'{{range $net,$v := .NetworkSettings.Networks}}{{printf \"%s\\n\" $net}}{{end}}'",
                                    "'{{.NetworkSettings.Networks.bridge.IPAddress}}'",
                                    "'{{range $p, $conf := .NetworkSettings.Ports}} {{$p}} -> {{(index $conf 0).HostPort}} {{end}}'",
                                    "'{{range $p, $conf := .HostConfig.PortBindings}}{{$p}} -> {{(index $conf 0).HostPort}};{{end}}'",
                                    "'{{(index (index .NetworkSettings.Ports \"80/tcp\") 0).HostPort}}'",
                                    "'{{index .NetworkSettings.Ports \"80/tcp\"}}'",
                                    "'{{json .Config.Cmd}}'",
                                    "'{{json .Config.Labels}}'",
                                    "'{{json .State.Status}}'",
                                    "'{{json .Mounts}}'",
                                    "'{{with .State}}{{.Status}} {{$.Name}}{{end}}'",
                                    "'{{with .State.Health}}{{.Status}}{{else}}none{{end}}'",
                                    "'{{if .State.Health}}{{.State.Health.Status}}{{else}}unknown{{end}}'",
                                    "'{{if eq .State.Status \"running\"}}up{{else}}down{{end}}'",
                                    "'{{if .State.Running}}up{{else if .State.Dead}}dead{{else}}down{{end}}'",
                                    "'{{if and .State.Running (eq .Config.Image \"busybox\")}}yes{{end}}'",
                                    "'{{if or .State.Dead (not .State.Running)}}yes{{end}}'",
                                    "'{{if ne .State.ExitCode 0}}failed{{end}}'",
                                    "'{{if gt .State.ExitCode 2}}bad{{end}}'",
                                    "'{{index .Config.Labels \"x\"}}'",
                                    "'{{index .Config.Labels \"none\"}}'",
                                    "'{{.Config.Labels}}'",
                                    "'{{.Config.Labels.x}}'",
                                    "'{{range $k, $v := .Config.Labels}}{{$k}}={{$v}} {{end}}'",
                                    "'{{join .Config.Cmd \" \"}}'",
                                    "'{{join .Config.Cmd \",\"}}'",
                                    "'{{range .Config.Env}}{{println .}}{{end}}'",
                                    "'{{range $i, $e := .Config.Cmd}}{{if $i}}, {{end}}{{$e}}{{end}}'",
                                    "'{{index .Config.Cmd 0}}'",
                                    "'{{slice .Id 0 12}}'",
                                    "'{{slice .Name 1}}'",
                                    "'{{len .Mounts}} {{len .Name}} {{len .Config.Cmd}}'",
                                    "'{{range .Mounts}}{{.Destination}} {{.Type}} {{.RW}}{{end}}'",
                                    "'{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Destination}}{{end}}{{else}}no mounts{{end}}'",
                                    "'{{.HostConfig.RestartPolicy.Name}}'",
                                    "'{{.HostConfig.NetworkMode}} {{.HostConfig.Memory}}'",
                                    "'{{.LogPath}} {{.Driver}} {{.Platform}}'",
                                    "'{{.Created}}'",
                                    "'{{truncate .Id 12}}'",
                                    "'{{upper .Name}} {{lower \"ABC\"}} {{title \"one two\"}}'",
                                    "'{{.Name | upper | printf \"%s!\"}}'",
                                    "'{{pad .Name 2 3}}|'",
                                    "'{{split .Created \"T\"}}'",
                                    "'{{index (split .Created \"T\") 0}}'",
                                    "'{{/* a comment */}}{{.Name}}'",
                                    "'a {{- .Name -}} b'",
                                    "'{{$n := .Name}}{{$s := .State}}{{$n}} {{$s.Status}}'",
                                    "'{{$x := 1}}{{if .Id}}{{$x = 2}}{{end}}{{$x}}'",
                                    "'{{define \"t\"}}<{{.}}>{{end}}{{template \"t\" .Name}}'",
                                    "'{{html \"<&>\"}} {{js \"<a>\"}} {{urlquery \"a b\"}}'",
                                    "'{{print .State.ExitCode .State.ExitCode .Name}}'",
                                    "'{{(index .Config.Env 0) | len}}'",
                                    "'{{`raw`}} {{\"quoted\"}} {{7}} {{true}} {{1.5}}'",
                                    "'plain'",
                                    "'{{.Nope}}'",
                                    "'{{.State.Nope}}'",
                                    "'{{.Config.Labels.nope}}'",
                                    "'{{.Name.Nope}}'",
                                    "'{{index .Config.Cmd 9}}'",
                                    "'{{nope .Id}}'",
                                    "'{{.Id'",
                                    "'{{if .Id}}x'",
                                    "'{{end}}'",
                                    "'{{}}'",
                                    "'{{upper .State.ExitCode}}'",
                                    "'{{$nope}}'")),
                    new Group(
                            "docker ps -a --format %s",
                            "herd ps -a --node a --format %s",
                            List.of(
                                    "'{{.Names}}: {{.State}}'",
                                    "'{{.ID}}\\t{{.Names | upper}}'",
                                    "'table {{.Names}}\\t{{.State}}'",
                                    "'table {{.ID}}\\t{{.Image}}\\t{{.Command}}'",
                                    "'table {{.Names | lower}}\\t{{if eq .State \"running\"}}up{{else}}down{{end}}'",
                                    "'{{json .Names}}'",
                                    "'{{.Names | json}}'",
                                    "'{{if eq .State \"running\"}}{{.Names}}{{end}}'",
                                    "'{{with .Ports}}{{.}}{{else}}none{{end}}'",
                                    "'{{.Label \"x\"}}'",
                                    "'{{.Labels}}'",
                                    "'{{.Networks}}'",
                                    "'{{.Mounts}}'",
                                    "'{{.LocalVolumes}}'",
                                    "'{{truncate .ID 4}} {{pad .Names 1 1}}'",
                                    "'{{index (split .Image \":\") 0}}'",
                                    "'{{range split .Labels \",\"}}<{{.}}>{{end}}'",
                                    "'{{printf \"%-20s %s\" .Names .Image}}'",
                                    "'{{len .Names}}'",
                                    "'{{println .Names}}'",
                                    "'{{$n := .Names}}{{$n}}'",
                                    "'{{.Nope}}'",
                                    "'{{.Names.Nope}}'",
                                    "'{{.Names'",
                                    "'{{nope .Names}}'")),
                    new Group(
                            "docker ps -a --format '{{.Names}}' %s",
                            "herd ps -a --node a --format '{{.Names}}' %s",
                            List.of(
                                    "-f name=one",
                                    "-f name=o",
                                    "-f name='^/one$'",
                                    "-f name='^one$'",
                                    "-f name=one -f name=two",
                                    "-f name=nowhere",
                                    "-f name=",
                                    "-f status=running",
                                    "-f status=exited",
                                    "-f status=created",
                                    "-f status=exited -f status=running",
                                    "-f exited=3",
                                    "-f exited=4",
                                    "-f label=x",
                                    "-f label=x=1",
                                    "-f label=x=2",
                                    "-f 'label = x'",
                                    "-f label=x -f label=y",
                                    "-f ancestor=busybox",
                                    "-f ancestor=busybox:latest",
                                    "-f ancestor=none",
                                    "-f volume=/data",
                                    "-f publish=80",
                                    "-f expose=80/tcp",
                                    "-f health=none",
                                    "-f network=bridge",
                                    "-f network=none",
                                    "-f is-task=false",
                                    "-f since=one",
                                    "-f since=two",
                                    "-f since=three",
                                    "-f before=one",
                                    "-f before=three",
                                    "-f before=three -f since=one",
                                    "-f since=one -f name=three",
                                    "-n 1",
                                    "-n 2 -f since=one",
                                    "--last 0",
                                    // Refused:
                                    "-f nonsense=1",
                                    "-f status=nonsense",
                                    "-f name",
                                    "-f =x",
                                    "-f exited=x",
                                    "-f is-task=x",
                                    "-f since=nowhere",
                                    "-f before=nowhere",
                                    "-n x")),
                    new Group(
                            "docker images --format '{{.Repository}}:{{.Tag}}' %s",
                            "herd images --node a --format '{{.Repository}}:{{.Tag}}' %s",
                            List.of(
                                    "-f dangling=true",
                                    "-f dangling=false",
                                    "-f reference=busybox",
                                    "-f reference='busy*'",
                                    "-f reference=busy*:old",
                                    "-f reference=none",
                                    "-f label=x",
                                    "-f label=x=2",
                                    "-f before=later",
                                    "-f since=busybox",
                                    "-f since=busybox:latest",
                                    "-f since=later",
                                    "-f before=busybox",
                                    "busybox",
                                    "busybox:latest",
                                    "'lat*'",
                                    "none",
                                    // Refused:
                                    "-f nonsense=1",
                                    "-f dangling=x",
                                    "-f since=nowhere",
                                    "busybox later")),
                    new Group(
                            "docker logs %s three",
                            "herd logs %s a/three",
                            List.of(
                                    "--since 10m",
                                    "--since 1h30m",
                                    "--since 1.5h",
                                    "--since 0s",
                                    "--since 0",
                                    "--since 1136073600",
                                    "--since 1136073600.5",
                                    "--since 1136073600.000000001",
                                    "--since 4102444800",
                                    "--since 2013-01-02",
                                    "--since 2013-01-02Z",
                                    "--since 2013-01-02T13",
                                    "--since 2013-01-02T13:23",
                                    "--since 2013-01-02T13:23:37",
                                    "--since 2013-01-02T13:23:37Z",
                                    "--since 2013-01-02T13:23:37.5Z",
                                    "--since 2013-01-02T13:23:37+02:00",
                                    "--since 2099-01-02T13:23:37Z",
                                    "--until 2099-01-02",
                                    "--until 2013-01-02",
                                    "--until 10m",
                                    "--until 0s",
                                    "--since 1h --until 0s",
                                    "-n 2",
                                    "--tail 1",
                                    "--tail all",
                                    "--tail 0",
                                    // Refused:
                                    "--since x",
                                    "--since 1x",
                                    "--since 2013-13-02",
                                    "--since 2013-01-02T25:00:00",
                                    "--until yesterday")),
                    new Group(
                            "docker image inspect %s | jq -r '.[].Id'",
                            "herd image inspect --node a %s | jq -r '.[].Id'",
                            List.of(
                                    "busybox",
                                    "busybox:latest",
                                    "library/busybox",
                                    "docker.io/busybox",
                                    "docker.io/library/busybox:latest",
                                    "$(docker images -q --no-trunc busybox)",
                                    "$(docker images -q busybox)",
                                    "sha256:$(docker images -q busybox)",
                                    "busybox later",
                                    // Refused:
                                    "busybox:nowhere",
                                    "busybox:",
                                    "busybox@",
                                    "Busybox",
                                    "''",
                                    "docker.io/",
                                    "busybox@sha256:12",
                                    "sha256:12",
                                    "nowhere")),
                    new Group(
                            "docker container inspect %s | jq -r '.[].Id'",
                            "herd container inspect --node a %s | jq -r '.[].Id'",
                            List.of(
                                    "one",
                                    "/one",
                                    "one two",
                                    "$(docker ps -aqf name=one)",
                                    "$(docker ps -aqf name=one --no-trunc)",
                                    "$(docker ps -aqf name=one | head -c 6)",
                                    // Refused:
                                    "One",
                                    "nowhere",
                                    "''",
                                    "on")));

    @TempDir static Path directory;

    private final Lab lab;

    ListFormsIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void things() {
        lab.mend();
        in("""
        docker run -d --name one -l x=1 busybox sleep 1000
        docker run --name two -l x=2 -v /data -p 80 busybox sh -c 'exit 3' || [ $? = 3 ]
        docker run --name three --network none busybox seq 5
        docker commit -c 'LABEL x=2' one later
        docker volume create --label x=1 forms
        docker network create --label x=1 forms
        """)
                .succeeded();
    }

    @AfterAll
    void mend() {
        in("docker rmi later; docker network rm forms; docker volume rm forms");
        lab.mend();
    }

    @ParameterizedTest
    @FieldSource("GROUPS")
    void aListIsTheSameAsDockersOrNone(Group group) throws IOException {
        var docker = said(group.docker, group.forms);
        var herd =
                group.herd.contains("|")
                        ? said(group.herd, group.forms)
                        : saidByOne(group.herd, group.forms);

        var differences = new TreeMap<String, String>();
        for (int i = 0; i < group.forms.size(); i++) {
            if (!settled(docker.get(i), group.forms.get(i))
                    .equals(settled(herd.get(i), group.forms.get(i)))) {
                differences.put(
                        group.forms.get(i),
                        "\n  docker: " + docker.get(i) + "\n  herd:   " + herd.get(i));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(docker).contains("refused").anyMatch(said -> said.length() > 10);
    }

    // Docker's client up to 26 prints labels in any order.
    private static String settled(String said, String form) {
        return form.contains(".Labels")
                ? Arrays.stream(said.split(" "))
                        .map(word -> Arrays.stream(word.split(",")).sorted().collect(joining(",")))
                        .collect(joining(" "))
                : said;
    }

    /** All in the same second, as like as not: then their descriptions tell. */
    @Test
    void whatWasCreatedSinceIsKnownOfAllHosts() {
        try {
            for (var host : List.of("b", "c", "b", "c", "b")) {
                lab.docker(host, "create", "busybox").succeeded();
            }
            var all = newestFirst();
            assertThat(all).hasSize(8);
            for (int i = 0; i < all.size(); i++) {
                assertThat(ids("since=" + all.get(i)))
                        .containsExactlyInAnyOrderElementsOf(all.subList(0, i));
                assertThat(ids("before=" + all.get(i)))
                        .containsExactlyInAnyOrderElementsOf(all.subList(i + 1, all.size()));
            }
            assertThat(lab.ask("ps", "-aq", "--node", "b", "-f", "since=a/three").lines())
                    .hasSize(3);
        } finally {
            lab.bash("\"$0\" container rm $(\"$0\" ps -aq --node b --node c)").succeeded();
        }
    }

    private List<String> newestFirst() {
        return Lab.HOSTS.stream()
                .map(host -> "docker -H unix://" + lab.socket(host))
                .map("%1$s ps -aq | xargs %1$s inspect -f '{{.Created}} {{.Id}}'"::formatted)
                .flatMap(script -> in(script).succeeded().lines().stream())
                .sorted(Comparator.reverseOrder())
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private List<String> ids(String filter) {
        return lab.ask("ps", "-aq", "--no-trunc", "-f", filter).succeeded().lines();
    }

    @Test
    void imagesAreComparedWithOneOnAnotherHost() {
        var images = lab.ask("images", "-q", "--node", "b", "-f", "before=later").succeeded();

        assertThat(images.lines()).isNotEmpty();
        assertThat(lab.ask("images", "-q", "--node", "b", "-f", "since=later").lines()).isEmpty();
    }

    /** What each says on standard output, in a line, or that it is refused. */
    private List<String> said(String line, List<String> forms) throws IOException {
        var script = new StringBuilder("set -o pipefail\nherd() { \"$HERD\" \"$@\"; }\n");
        for (var form : forms) {
            script.append(
                    "if said=$(%s 2>>errors); then echo \"said\" $said; else echo refused; fi\n"
                            .formatted(line.formatted(form)));
        }
        Files.writeString(directory.resolve("script"), script);
        return in("HERD=%s bash script".formatted(lab.herd())).succeeded().lines();
    }

    /** The same, from one process for all: what needs no other program beside it. */
    private List<String> saidByOne(String line, List<String> forms) throws IOException {
        var script = new StringBuilder();
        for (var form : forms) {
            script.append("%s\nnode ls --node a --format END\n".formatted(line.formatted(form)));
        }
        Files.writeString(directory.resolve("script"), script);
        // The last line's status is that of the shell.
        var all = in("%s shell <script 2>&1".formatted(lab.herd())).succeeded().out();
        return Stream.of(all.split("(?m)^END\n", -1))
                .limit(forms.size())
                .map(said ->
                        said.contains("herd: ")
                                ? "refused"
                                : ("said " + said.strip().replaceAll("\\s+", " ")).strip())
                .toList();
    }

    private Run.Ended in(String script) {
        var environment = new TreeMap<>(lab.beside("a"));
        environment.put("DOCKER_HOST", "unix://" + lab.socket("a"));
        return Run.start(environment, "bash", "-ec", "cd " + directory + "; " + script).await();
    }
}
