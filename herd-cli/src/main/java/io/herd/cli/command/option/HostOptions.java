package io.herd.cli.command.option;

import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about the host side of a new container, such as volumes, ports and limits;
 * writes them into the Docker API's create form.
 */
final class HostOptions {

    @Option(names = "--rm", description = "Automatically remove the container when it exits.")
    boolean remove;

    @Option(
            names = "--restart",
            paramLabel = "POLICY",
            converter = RestartPolicy.Converter.class,
            description = "Restart policy: no, always, unless-stopped or on-failure[:TIMES].")
    @Nullable RestartPolicy restart;

    @Option(
            names = {"-v", "--volume"},
            paramLabel = "[SOURCE:]DIR[:ro]",
            description =
                    "Bind mount a volume, or a directory of the container's host; repeatable.")
    List<String> volumes = new ArrayList<>();

    @Option(
            names = "--tmpfs",
            paramLabel = "DIR[:OPTIONS]",
            converter = Converters.Mounted.class,
            description = "Mount a tmpfs directory; repeatable.")
    List<Converters.Pair.Of> tmpfs = new ArrayList<>();

    @Option(
            names = "--read-only",
            description = "Mount the container's root filesystem as read only.")
    boolean readOnly;

    @Option(
            names = {"-p", "--publish"},
            paramLabel = "[[ADDR:]PORT:]PORT[/udp]",
            converter = Publication.Converter.class,
            description = "Publish a container's port to its host; repeatable.")
    List<Publication> published = new ArrayList<>();

    @Option(
            names = {"-P", "--publish-all"},
            description = "Publish all exposed ports to random ports.")
    boolean publishAll;

    @Option(
            names = {"--network", "--net"},
            paramLabel = "NETWORK",
            description = "Connect the container to a network of its host.")
    @Nullable String network;

    @Option(
            names = "--network-alias",
            paramLabel = "NAME",
            description = "Add a network-scoped alias for the container; repeatable.")
    List<String> aliases = new ArrayList<>();

    @Option(
            names = "--dns",
            paramLabel = "ADDR",
            converter = Converters.Ip.class,
            description = "Set a custom DNS server; repeatable.")
    List<String> dns = new ArrayList<>();

    @Option(
            names = "--add-host",
            paramLabel = "NAME:ADDR",
            description = "Add a custom host-to-IP mapping (host:ip); repeatable.")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = {"-m", "--memory"},
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "Memory limit, such as 512m or 2g.")
    @Nullable Long memory;

    @Option(
            names = "--cpus",
            paramLabel = "NUMBER",
            converter = Converters.Cpus.class,
            description = "Number of CPUs, such as 1.5.")
    @Nullable Long cpus;

    @Option(
            names = "--shm-size",
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "Size of /dev/shm.")
    @Nullable Long sharedMemory;

    @Option(names = "--privileged", description = "Give extended privileges to the container.")
    boolean privileged;

    @Option(
            names = "--cap-add",
            paramLabel = "CAPABILITY",
            converter = Converters.Capability.class,
            description = "Add a Linux capability; repeatable.")
    List<String> capabilities = new ArrayList<>();

    @Option(
            names = "--cap-drop",
            paramLabel = "CAPABILITY",
            converter = Converters.Capability.class,
            description = "Drop a Linux capability; repeatable.")
    List<String> noCapabilities = new ArrayList<>();

    @Option(
            names = "--security-opt",
            paramLabel = "OPTION",
            description = "Security option, such as no-new-privileges; repeatable.")
    List<String> security = new ArrayList<>();

    @Option(
            names = "--group-add",
            paramLabel = "GROUP",
            description = "Add an additional group to join; repeatable.")
    List<String> groups = new ArrayList<>();

    @Option(
            names = "--pid",
            paramLabel = "host|container:NAME",
            description = "PID namespace to use.")
    @Nullable String processes;

    @Option(
            names = "--log-driver",
            paramLabel = "NAME",
            description = "Logging driver for the container.")
    @Nullable String logDriver;

    @Option(
            names = "--log-opt",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Option of the log driver; repeatable.")
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
                .moreTexts("Tmpfs", Converters.Pair.byKey(tmpfs))
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
            host.part("LogConfig")
                    .text("Type", logDriver)
                    .moreTexts("Config", Converters.Pair.byKey(logOptions));
        }
    }

    // Docker's client also takes NAME=ADDR, which the daemon does not.
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
}
