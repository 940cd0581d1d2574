package io.herd.json.docker;

import com.google.gson.JsonElement;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the Docker API's info for people: what {@code docker info} shows of a daemon. */
public final class DaemonInfoJson {

    // Field, and what docker's client calls it; a leading blank indents it.
    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put("Containers", "Containers");
        SHOWN.put("ContainersRunning", " Running");
        SHOWN.put("ContainersPaused", " Paused");
        SHOWN.put("ContainersStopped", " Stopped");
        SHOWN.put("Images", "Images");
        SHOWN.put("ServerVersion", "Server Version");
        SHOWN.put("Driver", "Storage Driver");
        SHOWN.put("LoggingDriver", "Logging Driver");
        SHOWN.put("CgroupDriver", "Cgroup Driver");
        SHOWN.put("CgroupVersion", "Cgroup Version");
        SHOWN.put("DefaultRuntime", "Default Runtime");
        SHOWN.put("KernelVersion", "Kernel Version");
        SHOWN.put("OperatingSystem", "Operating System");
        SHOWN.put("OSType", "OSType");
        SHOWN.put("Architecture", "Architecture");
        SHOWN.put("NCPU", "CPUs");
        SHOWN.put("MemTotal", "Total Memory");
        SHOWN.put("Name", "Name");
        SHOWN.put("ID", "ID");
        SHOWN.put("DockerRootDir", "Docker Root Dir");
        SHOWN.put("LiveRestoreEnabled", "Live Restore Enabled");
    }

    private static final String SNAPSHOTTER = "io.containerd.snapshotter.";

    private DaemonInfoJson() {}

    /**
     * What people want to know of a daemon.
     *
     * @param values by docker's names for them, in docker's order
     * @param memory bytes
     * @param warnings the daemon's own
     */
    public record Info(Map<String, String> values, long memory, List<String> warnings) {}

    /** The name of the value that is a size. */
    public static final String MEMORY = "Total Memory";

    public static Info read(RawJson info) throws UnexpectedJsonException {
        return DaemonDocument.object(info, DaemonInfoJson::read);
    }

    /** Whether containerd keeps the daemon's images; otherwise it keeps them itself. */
    public static boolean imagesInContainerd(RawJson info) throws UnexpectedJsonException {
        return DaemonDocument.object(
                        info, json -> json.list("DriverStatus", JsonElement::getAsJsonArray))
                .stream()
                .flatMap(status -> status.asList().stream())
                .anyMatch(it -> it.getAsString().startsWith(SNAPSHOTTER));
    }

    private static Info read(Fields info) {
        var values = new LinkedHashMap<String, String>();
        SHOWN.forEach((field, name) ->
                info.maybeText(field)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> values.put(name, text)));
        return new Info(
                values,
                info.maybeNumber("MemTotal").orElse(0L),
                new ArrayList<>(info.list("Warnings", JsonElement::getAsString)));
    }
}
