package io.herd.json.dockermod;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Create forms as clients of 2014 write them (Docker API up to 1.15), as forms of today. Limits and
 * the like have moved from the top into {@code HostConfig}, where a daemon of today overlooks them,
 * and some have become lists, so that it refuses the form.
 */
public final class DockerModForm {

    private static final String HOST_CONFIG = "HostConfig";

    /** Fields that were at the top, and what they are called in {@code HostConfig}. */
    private static final Map<String, String> MOVED =
            Map.of(
                    "Memory", "Memory",
                    "MemorySwap", "MemorySwap",
                    "CpuShares", "CpuShares",
                    "Cpuset", "CpusetCpus",
                    "CpusetCpus", "CpusetCpus",
                    "Dns", "Dns",
                    "VolumesFrom", "VolumesFrom",
                    "SecurityOpt", "SecurityOpt",
                    // As its documentation called it.
                    "SecurityOpts", "SecurityOpt");

    private static final List<String> LISTS = List.of("Dns", "VolumesFrom", "SecurityOpt");

    /**
     * Where there is no {@code HostConfig}, a daemon takes these from the top; where there is one,
     * it does not. So they go along when one is made.
     */
    private static final List<String> OF_THE_HOST =
            List.of(
                    "Annotations Binds BlkioDeviceReadBps BlkioDeviceReadIOps BlkioDeviceWriteBps",
                    "BlkioDeviceWriteIOps BlkioWeight BlkioWeightDevice CapAdd CapDrop Cgroup",
                    "CgroupParent CgroupnsMode ContainerIDFile CpuCount CpuPercent CpuPeriod",
                    "CpuQuota CpuRealtimePeriod CpuRealtimeRuntime CpusetMems DeviceCgroupRules",
                    "DeviceRequests Devices DnsOptions DnsSearch ExtraHosts GroupAdd Init IpcMode",
                    "KernelMemory KernelMemoryTCP Links LogConfig LxcConf MaskedPaths",
                    "MemoryReservation MemorySwappiness Mounts NanoCpus NetworkMode",
                    "OomKillDisable OomScoreAdj PidMode PidsLimit PortBindings Privileged",
                    "PublishAllPorts ReadonlyPaths ReadonlyRootfs RestartPolicy Runtime ShmSize",
                    "StorageOpt Sysctls Tmpfs UTSMode Ulimits UsernsMode VolumeDriver");

    private final JsonObject form;

    private DockerModForm(JsonObject form) {
        this.form = form;
    }

    /**
     * What {@code HostConfig} says itself stays; so does every field of today's.
     *
     * @param form a JSON object
     */
    public static RawJson today(RawJson form) throws BadRequestException {
        var json = JsonParser.parseString(form.text()).getAsJsonObject();
        new DockerModForm(json).mend();
        return new RawJson(json.toString());
    }

    private void mend() throws BadRequestException {
        var host = key(HOST_CONFIG);
        // What has another type there is the daemon's to refuse.
        if (host.isPresent()
                && !form.get(host.get()).isJsonNull()
                && !form.get(host.get()).isJsonObject()) {
            return;
        }
        for (var old : List.copyOf(form.keySet())) {
            if (MOVED.keySet().stream().anyMatch(old::equalsIgnoreCase)) {
                move(old);
            }
        }
        var specs = key("PortSpecs");
        if (specs.isPresent()) {
            PortSpecs.publish(form.remove(specs.get()), form, this::hostConfig);
        }
        host = key(HOST_CONFIG);
        if (host.isPresent() && form.get(host.get()) instanceof JsonObject config) {
            LISTS.forEach(name -> listed(config, name));
        }
    }

    private void move(String old) {
        var name =
                MOVED.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(old))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        var value = form.remove(old);
        // Nothing, zero, "" and [] say as much as no field, and to a daemon of 2014, too.
        if (saysNothing(value)) {
            return;
        }
        var host = hostConfig();
        var given = key(host, name);
        if (given.isEmpty() || saysNothing(host.get(given.get()))) {
            given.ifPresent(host::remove);
            host.add(name, value);
        }
    }

    /** A text or a list of them with commas is a list; what is empty in it is nothing. */
    private static void listed(JsonObject host, String name) {
        var key = key(host, name);
        if (key.isEmpty()) {
            return;
        }
        var list = new JsonArray();
        if (host.get(key.get()) instanceof JsonPrimitive text && text.isString()) {
            for (var each : text.getAsString().split(",", -1)) {
                list.add(each.strip());
            }
        } else if (host.get(key.get()) instanceof JsonArray given) {
            given.forEach(list::add);
        } else {
            return;
        }
        var clean = new JsonArray();
        list.forEach(each -> {
            if (!saysNothing(each)) {
                clean.add(each);
            }
        });
        host.add(key.get(), clean);
    }

    private JsonObject hostConfig() {
        var key = key(HOST_CONFIG).orElse(HOST_CONFIG);
        if (form.get(key) instanceof JsonObject given) {
            return given;
        }
        var made = new JsonObject();
        for (var name : String.join(" ", OF_THE_HOST).split(" ", -1)) {
            key(name).ifPresent(field -> made.add(name, form.remove(field)));
        }
        form.add(key, made);
        return made;
    }

    private Optional<String> key(String name) {
        return key(form, name);
    }

    /** As a daemon finds it: in upper or lower case. */
    static Optional<String> key(JsonObject object, String name) {
        return object.has(name)
                ? Optional.of(name)
                : object.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    private static boolean saysNothing(JsonElement value) {
        return switch (value) {
            case JsonPrimitive primitive when primitive.isString() ->
                    primitive.getAsString().isBlank();
            case JsonPrimitive primitive -> primitive.getAsString().equals("0");
            case JsonArray array -> array.asList().stream().allMatch(DockerModForm::saysNothing);
            default -> value.isJsonNull();
        };
    }
}
