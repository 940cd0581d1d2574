package io.herd.cli.command.option;

import static java.util.stream.Collectors.toMap;

import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new container gets of its host: docker's options, into the Docker API's create form. */
final class HostOptions {

    @Option(names = "--rm", description = "Remove it when it has ended.")
    boolean remove;

    @Option(
            names = "--restart",
            paramLabel = "POLICY",
            converter = RestartPolicy.Converter.class,
            description =
                    "When it is started again: no, always, unless-stopped or on-failure[:TIMES].")
    @Nullable RestartPolicy restart;

    @Option(
            names = {"-v", "--volume"},
            paramLabel = "[SOURCE:]DIR[:ro]",
            description =
                    "Put a volume there, or a directory of whatever host it is on; repeatable.")
    List<String> volumes = new ArrayList<>();

    @Option(
            names = "--tmpfs",
            paramLabel = "DIR[:OPTIONS]",
            converter = Converters.Mounted.class,
            description = "Put a file system in memory there; repeatable.")
    List<Converters.Pair.Of> tmpfs = new ArrayList<>();

    @Option(names = "--read-only", description = "Let it write to volumes alone.")
    boolean readOnly;

    @Option(
            names = {"-p", "--publish"},
            paramLabel = "[[ADDR:]PORT:]PORT[/udp]",
            converter = Publication.Converter.class,
            description = "Publish a port of it on its host; repeatable.")
    List<Publication> published = new ArrayList<>();

    @Option(
            names = {"-P", "--publish-all"},
            description = "Publish all ports that its image exposes.")
    boolean publishAll;

    @Option(
            names = {"--network", "--net"},
            paramLabel = "NETWORK",
            description = "In this network of its host.")
    @Nullable String network;

    @Option(
            names = "--network-alias",
            paramLabel = "NAME",
            description = "What it is called there, too; repeatable.")
    List<String> aliases = new ArrayList<>();

    @Option(
            names = "--dns",
            paramLabel = "ADDR",
            converter = Converters.Ip.class,
            description = "Its name server; repeatable.")
    List<String> dns = new ArrayList<>();

    @Option(
            names = "--add-host",
            paramLabel = "NAME:ADDR",
            description = "A name that it knows; repeatable.")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = {"-m", "--memory"},
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "How much memory it may have, such as 512m or 2g.")
    @Nullable Long memory;

    @Option(
            names = "--cpus",
            paramLabel = "NUMBER",
            converter = Converters.Cpus.class,
            description = "How many processors it may have, such as 1.5.")
    @Nullable Long cpus;

    @Option(
            names = "--shm-size",
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "The size of its /dev/shm.")
    @Nullable Long sharedMemory;

    @Option(names = "--privileged", description = "Give it all capabilities, and all devices.")
    boolean privileged;

    @Option(
            names = "--cap-add",
            paramLabel = "CAPABILITY",
            converter = Converters.Capability.class,
            description = "Give it a capability; repeatable.")
    List<String> capabilities = new ArrayList<>();

    @Option(
            names = "--cap-drop",
            paramLabel = "CAPABILITY",
            converter = Converters.Capability.class,
            description = "Take a capability from it; repeatable.")
    List<String> noCapabilities = new ArrayList<>();

    @Option(
            names = "--security-opt",
            paramLabel = "OPTION",
            description = "Such as no-new-privileges; repeatable.")
    List<String> security = new ArrayList<>();

    @Option(
            names = "--group-add",
            paramLabel = "GROUP",
            description = "A group that it is in, too; repeatable.")
    List<String> groups = new ArrayList<>();

    @Option(
            names = "--pid",
            paramLabel = "host|container:NAME",
            description = "Whose processes it sees.")
    @Nullable String processes;

    @Option(names = "--log-driver", paramLabel = "NAME", description = "Where its output goes.")
    @Nullable String logDriver;

    @Option(
            names = "--log-opt",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "An option of that; repeatable.")
    List<Converters.Pair.Of> logOptions = new ArrayList<>();

    void into(JsonForm form) {
        var host = form.part("HostConfig");
        host.flag("AutoRemove", remove)
                .flag("ReadonlyRootfs", readOnly)
                .flag("PublishAllPorts", publishAll)
                .flag("Privileged", privileged)
                .number("Memory", memory)
                .number("NanoCpus", cpus)
                .number("ShmSize", sharedMemory)
                .moreTexts("Tmpfs", pairs(tmpfs))
                .moreTexts("Dns", dns)
                .moreTexts("ExtraHosts", hosts.stream().map(HostOptions::withColon).toList())
                .moreTexts("CapAdd", capabilities)
                .moreTexts("CapDrop", noCapabilities)
                .moreTexts("SecurityOpt", security)
                .moreTexts("GroupAdd", groups)
                .text("PidMode", processes);
        volumes(form, host);
        published.forEach(it -> it.into(form, host));
        network(form, host);
        if (restart != null) {
            restart.into(host.part("RestartPolicy"));
        }
        if (logDriver != null || !logOptions.isEmpty()) {
            host.part("LogConfig").text("Type", logDriver).moreTexts("Config", pairs(logOptions));
        }
    }

    // Docker takes NAME=ADDR, too, which the daemon does not.
    private static String withColon(String host) {
        int equals = host.indexOf('=');
        return equals > 0 && host.substring(0, equals).indexOf(':') < 0
                ? host.substring(0, equals) + ":" + host.substring(equals + 1)
                : host;
    }

    // A path alone is a volume without a name.
    private void volumes(JsonForm form, JsonForm host) {
        form.moreNames("Volumes", volumes.stream().filter(v -> !v.contains(":")).toList());
        host.moreTexts("Binds", volumes.stream().filter(v -> v.contains(":")).toList());
    }

    private void network(JsonForm form, JsonForm host) {
        host.text("NetworkMode", network);
        if (network != null && !aliases.isEmpty()) {
            form.part("NetworkingConfig")
                    .part("EndpointsConfig")
                    .part(network)
                    .moreTexts("Aliases", aliases);
        }
    }

    private static Map<String, String> pairs(List<Converters.Pair.Of> pairs) {
        return pairs.stream()
                .collect(
                        toMap(
                                Converters.Pair.Of::key,
                                Converters.Pair.Of::value,
                                (_, last) -> last));
    }
}
