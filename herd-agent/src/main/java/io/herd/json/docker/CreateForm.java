package io.herd.json.docker;

import static io.herd.json.docker.HarmlessFields.ANY;
import static io.herd.json.docker.HarmlessFields.EMPTY;
import static io.herd.json.docker.HarmlessFields.UNSET;
import static io.herd.json.docker.HarmlessFields.each;
import static io.herd.json.docker.HarmlessFields.eachOf;
import static io.herd.json.docker.HarmlessFields.isText;
import static io.herd.json.docker.HarmlessFields.none;
import static io.herd.json.docker.HarmlessFields.oneOf;
import static io.herd.json.docker.HarmlessFields.only;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.docker.HarmlessFields.Value;
import io.herd.model.RawJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A form for a new container, or for the resources of one, that cannot give it power over its host
 * or over others, as far as the volumes and networks that it names are its maker's own. What is not
 * known to be harmless is not in it: Docker Engine API, ContainerCreate and ContainerUpdate.
 *
 * @param image empty if it names none
 * @param request the request that it belongs to, by its label
 * @param volumes the names of the volumes that it mounts
 * @param networks the names of the networks that it is in, without those of every daemon
 */
public record CreateForm(
        String image,
        Optional<String> request,
        Set<String> volumes,
        Set<String> networks,
        Demands demands) {

    /**
     * What a container may use, and whether it starts again by itself; 0 where the form says
     * nothing.
     *
     * @param memory bytes
     * @param swap bytes of memory and swap together; -1 without a limit
     * @param cpus billionths of a processor; -1 without a limit, or one that is not known
     * @param pids -1 without a limit
     * @param restarts whether it is started again without an end
     */
    public record Demands(long memory, long swap, long cpus, long pids, boolean restarts) {}

    private static final long KERNELS_PERIOD = 100_000;
    private static final long MOST_MICROSECONDS = 9_000_000_000L;
    private static final long UNLIMITED = -1;
    private static final String REQUEST = "herd.request";

    private static final Set<String> EVERYBODYS = Set.of("", "default", "bridge", "none");

    private static final Value ABOVE_ALL_OTHERS =
            only(it ->
                    it.isJsonNull() || (it.isJsonPrimitive() && !it.getAsString().startsWith("-")));
    private static final Value NETWORK =
            only(it -> it.isJsonNull() || (isText(it) && isNetwork(it.getAsString())));

    private static final HarmlessFields RESTART = none().with(ANY, "Name", "MaximumRetryCount");

    private static final HarmlessFields RESOURCES =
            none().with(
                            ANY,
                            "BlkioWeight",
                            "CpuCount",
                            "CpuPercent",
                            "CpuPeriod",
                            "CpuQuota",
                            "CpuShares",
                            "CpusetCpus",
                            "CpusetMems",
                            "Memory",
                            "MemoryReservation",
                            "MemorySwap",
                            "MemorySwappiness",
                            "NanoCpus",
                            "PidsLimit")
                    .with(
                            EMPTY,
                            "BlkioDeviceReadBps",
                            "BlkioDeviceReadIOps",
                            "BlkioDeviceWriteBps",
                            "BlkioDeviceWriteIOps",
                            "BlkioWeightDevice",
                            "CgroupParent",
                            "CpuRealtimePeriod",
                            "CpuRealtimeRuntime",
                            "DeviceCgroupRules",
                            "DeviceRequests",
                            "Devices",
                            "IOMaximumBandwidth",
                            "IOMaximumIOps",
                            "KernelMemory",
                            "KernelMemoryTCP",
                            // Without it a full host kills others instead.
                            "OomKillDisable",
                            "Ulimits")
                    .with(RESTART.object(), "RestartPolicy");

    private static final HarmlessFields LOGGING =
            none().with(oneOf("json-file", "local", "none"), "Type")
                    .with(none().with(ANY, "max-size", "max-file", "compress").object(), "Config");

    private static final HarmlessFields MOUNT =
            none().with(oneOf("volume", "tmpfs"), "Type")
                    .with(only(CreateForm::isNoPath), "Source")
                    .with(ANY, "Target", "ReadOnly", "Consistency")
                    .with(
                            none().with(ANY, "NoCopy")
                                    .with(EMPTY, "Labels", "DriverConfig", "Subpath")
                                    .object(),
                            "VolumeOptions")
                    .with(none().with(ANY, "SizeBytes", "Mode").object(), "TmpfsOptions");

    private static final HarmlessFields HOST =
            RESOURCES
                    .with(
                            ANY,
                            "AutoRemove",
                            "CapDrop",
                            "ConsoleSize",
                            "Dns",
                            "DnsOptions",
                            "DnsSearch",
                            "ExtraHosts",
                            "GroupAdd",
                            "Init",
                            "PortBindings",
                            "PublishAllPorts",
                            "ReadonlyRootfs",
                            "ShmSize",
                            "Tmpfs")
                    .with(
                            EMPTY,
                            "Annotations",
                            "CapAdd",
                            "Capabilities",
                            "Cgroup",
                            "ContainerIDFile",
                            "Links",
                            "PidMode",
                            "Privileged",
                            "StorageOpt",
                            "Sysctls",
                            "UTSMode",
                            "UsernsMode",
                            "VolumesFrom")
                    // An empty list would take away the daemon's own, which hide parts of the host.
                    .with(UNSET, "MaskedPaths", "ReadonlyPaths")
                    .with(each(only(CreateForm::isOwnVolume)), "Binds")
                    .with(each(MOUNT.object()), "Mounts")
                    .with(oneOf("private"), "CgroupnsMode")
                    .with(oneOf("none", "private", "shareable"), "IpcMode")
                    .with(oneOf("default"), "Isolation")
                    .with(oneOf("runc"), "Runtime")
                    .with(oneOf("local"), "VolumeDriver")
                    .with(LOGGING.object(), "LogConfig")
                    .with(NETWORK, "NetworkMode")
                    .with(ABOVE_ALL_OTHERS, "OomScoreAdj")
                    .with(
                            each(
                                    oneOf(
                                            "no-new-privileges",
                                            "no-new-privileges:true",
                                            "no-new-privileges=true")),
                            "SecurityOpt");

    private static final HarmlessFields ENDPOINT =
            none().with(ANY, "Aliases")
                    .with(
                            none().with(ANY, "IPv4Address", "IPv6Address")
                                    .with(EMPTY, "LinkLocalIPs")
                                    .object(),
                            "IPAMConfig")
                    .with(
                            EMPTY,
                            "DNSNames",
                            "DriverOpts",
                            "EndpointID",
                            "Gateway",
                            "GlobalIPv6Address",
                            "GlobalIPv6PrefixLen",
                            "GwPriority",
                            "IPAddress",
                            "IPPrefixLen",
                            "IPv6Gateway",
                            "Links",
                            "MacAddress",
                            "NetworkID");

    private static final HarmlessFields ENDPOINTS =
            none().with(
                            (field, value) -> {
                                eachOf(ENDPOINT.object()).check(field, value);
                                if (value instanceof JsonObject networks) {
                                    for (var name : networks.keySet()) {
                                        network(field + "." + name, name);
                                    }
                                }
                            },
                            "EndpointsConfig");

    private static final HarmlessFields FORM =
            none().with(
                            ANY,
                            "ArgsEscaped",
                            "AttachStderr",
                            "AttachStdin",
                            "AttachStdout",
                            "Cmd",
                            "Domainname",
                            "Entrypoint",
                            "Env",
                            "ExposedPorts",
                            "Healthcheck",
                            "Hostname",
                            "Image",
                            "Labels",
                            "NetworkDisabled",
                            "OpenStdin",
                            "Shell",
                            "StdinOnce",
                            "StopSignal",
                            "StopTimeout",
                            "Tty",
                            "User",
                            "Volumes",
                            "WorkingDir")
                    .with(EMPTY, "MacAddress", "OnBuild")
                    .with(HOST.object(), "HostConfig")
                    .with(ENDPOINTS.object(), "NetworkingConfig");

    public CreateForm {
        volumes = Set.copyOf(volumes);
        networks = Set.copyOf(networks);
    }

    /** Whether every daemon has this network, and containers are in it by default, or alone. */
    public static boolean isEverybodys(String network) {
        return EVERYBODYS.contains(network);
    }

    /** Whether it may name volumes; quick, and sometimes true of one that does not. */
    public static boolean mayMount(RawJson form) {
        return form.text().contains("Binds") || form.text().contains("Mounts");
    }

    /** Reads a form for a new container. */
    public static CreateForm of(RawJson form) throws HarmfulFormException {
        var json = object(form);
        FORM.check("", json);
        var fields = new Fields(json);
        var host = fields.maybeObject("HostConfig").orElse(new Fields(new JsonObject()));
        try {
            return new CreateForm(
                    fields.maybeText("Image").orElse(""),
                    fields.maybeObject("Labels").flatMap(it -> it.maybeText(REQUEST)),
                    volumes(host),
                    networks(fields, host),
                    demands(host, KERNELS_PERIOD));
        } catch (JsonParseException e) {
            throw new HarmfulFormException("HostConfig", "is odd: " + e.getMessage());
        }
    }

    /** Reads a form for what a container may use. */
    public static Demands update(RawJson form) throws HarmfulFormException {
        var json = object(form);
        RESOURCES.check("", json);
        try {
            // The period that the container has is not known here.
            return demands(new Fields(json), 0);
        } catch (JsonParseException e) {
            throw new HarmfulFormException("the form", "is odd: " + e.getMessage());
        }
    }

    /** Reads how a container is to be connected to a network; returns the container. */
    public static String connection(RawJson form) throws HarmfulFormException {
        var json = object(form);
        none().with(ANY, "Container").with(ENDPOINT.object(), "EndpointConfig").check("", json);
        return new Fields(json).maybeText("Container").orElse("");
    }

    private static JsonObject object(RawJson form) throws HarmfulFormException {
        try {
            return JsonParser.parseString(form.text()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new HarmfulFormException("the form", "is no JSON object");
        }
    }

    /**
     * The same form with other names for networks.
     *
     * @param ids ids by name
     */
    public static RawJson withNetworks(RawJson form, Map<String, String> ids) {
        var json = JsonParser.parseString(form.text()).getAsJsonObject();
        if (json.get("HostConfig") instanceof JsonObject host
                && host.has("NetworkMode")
                && isText(host.get("NetworkMode"))) {
            var mode = host.get("NetworkMode").getAsString();
            host.addProperty("NetworkMode", ids.getOrDefault(mode, mode));
        }
        if (json.get("NetworkingConfig") instanceof JsonObject config
                && config.get("EndpointsConfig") instanceof JsonObject endpoints) {
            var renamed = new JsonObject();
            endpoints
                    .entrySet()
                    .forEach(it ->
                            renamed.add(ids.getOrDefault(it.getKey(), it.getKey()), it.getValue()));
            config.add("EndpointsConfig", renamed);
        }
        return new RawJson(json.toString());
    }

    // NAME:PATH[:MODE]; what begins with a slash is a path of the host.
    private static boolean isOwnVolume(JsonElement bind) {
        if (!isText(bind)) {
            return false;
        }
        var parts = bind.getAsString().split(":", -1);
        return parts.length >= 2
                && parts.length <= 3
                && isName(parts[0])
                && (parts.length == 2 || parts[2].matches("(ro|rw|nocopy)(,(ro|rw|nocopy))*"));
    }

    private static boolean isNoPath(JsonElement source) {
        return source.isJsonNull()
                || (isText(source)
                        && (source.getAsString().isEmpty() || isName(source.getAsString())));
    }

    private static boolean isName(String text) {
        return text.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*");
    }

    private static boolean isNetwork(String mode) {
        return mode.isEmpty() || (isName(mode) && !mode.equals("host"));
    }

    private static void network(String field, String name) throws HarmfulFormException {
        if (!isNetwork(name)) {
            throw new HarmfulFormException(field, "is no network of a container");
        }
    }

    private static Set<String> volumes(Fields host) {
        var names = new TreeSet<String>();
        host.list("Binds", JsonElement::getAsString)
                .forEach(bind -> names.add(bind.substring(0, bind.indexOf(':'))));
        for (var mount : host.list("Mounts", it -> new Fields(it.getAsJsonObject()))) {
            mount.maybeText("Source").filter(it -> !it.isEmpty()).ifPresent(names::add);
        }
        return names;
    }

    private static Set<String> networks(Fields form, Fields host) {
        var names = new TreeSet<String>();
        host.maybeText("NetworkMode").ifPresent(names::add);
        form.maybeObject("NetworkingConfig")
                .flatMap(config -> config.maybeObject("EndpointsConfig"))
                .ifPresent(endpoints -> names.addAll(endpoints.json().keySet()));
        names.removeAll(EVERYBODYS);
        return names;
    }

    /**
     * @param period what a form that says nothing of it leaves it at, in microseconds; 0 if unknown
     */
    private static Demands demands(Fields host, long period) {
        return new Demands(
                number(host, "Memory"),
                number(host, "MemorySwap"),
                cpus(host, period),
                pids(host),
                host.maybeObject("RestartPolicy").map(CreateForm::restarts).orElse(false));
    }

    private static long cpus(Fields host, long usualPeriod) {
        long exact = number(host, "NanoCpus");
        long quota = number(host, "CpuQuota");
        long given = number(host, "CpuPeriod");
        if (exact != 0 || (quota == 0 && given == 0)) {
            return exact;
        }
        long period = given == 0 ? usualPeriod : given;
        return quota <= 0 || period <= 0 || quota > MOST_MICROSECONDS
                ? UNLIMITED
                : quota * 1_000_000_000 / period;
    }

    // What is said to be 0 has no limit.
    private static long pids(Fields host) {
        long pids = number(host, "PidsLimit");
        return pids == 0 && host.maybeNumber("PidsLimit").isPresent() ? UNLIMITED : pids;
    }

    private static boolean restarts(Fields policy) {
        return switch (policy.maybeText("Name").orElse("")) {
            case "", "no" -> false;
            case "on-failure" -> number(policy, "MaximumRetryCount") == 0;
            default -> true;
        };
    }

    private static long number(Fields fields, String name) {
        return Optional.ofNullable(fields.json().get(name)).filter(it -> !it.isJsonNull()).isEmpty()
                ? 0
                : fields.number(name);
    }
}
