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
import io.herd.json.docker.HarmlessFields.Value;

/**
 * What in a container's forms gives it no power over its host or over others, as far as the volumes
 * and networks that they name are its maker's own: Docker Engine API, ContainerCreate,
 * ContainerUpdate and NetworkConnect.
 */
final class HarmlessContainer {

    private static final Value ABOVE_ALL_OTHERS =
            only(it ->
                    it.isJsonNull() || (it.isJsonPrimitive() && !it.getAsString().startsWith("-")));
    private static final Value NETWORK =
            only(it -> it.isJsonNull() || (isText(it) && isNetwork(it.getAsString())));

    private static final HarmlessFields RESTART = none().with(ANY, "Name", "MaximumRetryCount");

    /** What it may use. */
    static final HarmlessFields RESOURCES =
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
                    .with(only(HarmlessContainer::isNoPath), "Source")
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
                    .with(each(only(HarmlessContainer::isOwnVolume)), "Binds")
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

    /** The whole form of a new one. */
    static final HarmlessFields FORM =
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

    /** How a container is to be connected to a network. */
    static final HarmlessFields CONNECTION =
            none().with(ANY, "Container").with(ENDPOINT.object(), "EndpointConfig");

    private HarmlessContainer() {}

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
}
