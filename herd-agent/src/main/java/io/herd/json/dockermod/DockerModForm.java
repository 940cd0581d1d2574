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
 * Converts create forms of clients of 2014 (Docker API up to 1.15) into today's form. Fields such
 * as limits have moved from the top level into {@code HostConfig}: a daemon of today ignores them
 * at the top. Some have become lists: it refuses a form where they are none.
 */
public final class DockerModForm {

    private static final String HOST_CONFIG = "HostConfig";

    /** Fields that were at the top level, with their names in {@code HostConfig}. */
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
                    // The name in its documentation.
                    "SecurityOpts", "SecurityOpt");

    private static final List<String> LISTS = List.of("Dns", "VolumesFrom", "SecurityOpt");

    /**
     * Fields that a daemon takes from the top level only if there is no {@code HostConfig}, so they
     * are moved along when one is made.
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
     * Converts a form. Values in {@code HostConfig} take precedence; all fields of today's form
     * stay.
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
        // If it has another type, let the daemon refuse it.
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
        // Null, zero, "" and [] mean the same as no field, also to a daemon of 2014.
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

    /** Makes a field a list: splits a text at its commas, and drops empty elements. */
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

    /** Finds a field as a daemon does: ignoring case. */
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
