package io.herd.cli.layout;

import static java.util.Map.entry;

import io.herd.cli.layout.Datum.Elements;
import io.herd.cli.layout.Datum.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What docker's client knows of a description although it is not in the document: what a map gives
 * for a key that is missing, and which fields the daemon leaves out if they are empty.
 */
final class Omitted {

    private static final Datum NO_TEXT = Datum.of("");
    private static final Datum NO_LIST = new Elements(List.of());

    private static final Datum NO_MAP = new Members("", new LinkedHashMap<>());

    /** Maps by the names of their fields, and what is at a key that they do not have. */
    private static final Map<String, Datum> MAPS =
            Map.ofEntries(
                    entry("Labels", NO_TEXT),
                    entry("Annotations", NO_TEXT),
                    entry("Sysctls", NO_TEXT),
                    entry("StorageOpt", NO_TEXT),
                    entry("Tmpfs", NO_TEXT),
                    entry("Data", NO_TEXT),
                    entry("Options", NO_TEXT),
                    entry("DriverOpts", NO_TEXT),
                    entry("Volumes", Datum.of("{}")),
                    entry("ExposedPorts", Datum.of("{}")),
                    entry("Ports", Datum.Nothing.NO_VALUE),
                    entry("PortBindings", Datum.Nothing.NO_VALUE),
                    entry("Networks", Datum.Nothing.NIL));

    /** Fields that are there only if they are set, with the names of the objects they are in. */
    private static final Map<String, Datum> FIELDS =
            Map.ofEntries(
                    entry("State.Health", Datum.Nothing.NIL),
                    entry("Config.Healthcheck", Datum.Nothing.NIL),
                    entry("Config.StopSignal", NO_TEXT),
                    entry("Config.StopTimeout", Datum.Nothing.NIL),
                    entry("Config.Shell", NO_LIST),
                    entry("Config.MacAddress", NO_TEXT),
                    entry("Config.NetworkDisabled", Datum.of(false)),
                    entry("Config.ArgsEscaped", Datum.of(false)),
                    entry("Config.ExposedPorts", NO_MAP),
                    entry("HostConfig.Mounts", NO_LIST),
                    entry("HostConfig.Tmpfs", NO_MAP),
                    entry("HostConfig.Sysctls", NO_MAP),
                    entry("HostConfig.StorageOpt", NO_MAP),
                    entry("HostConfig.Annotations", NO_MAP),
                    entry("HostConfig.Init", Datum.Nothing.NIL),
                    entry(".SizeRw", Datum.Nothing.NIL),
                    entry(".SizeRootFs", Datum.Nothing.NIL),
                    entry(".Variant", NO_TEXT),
                    entry(".OsVersion", NO_TEXT));

    private Omitted() {}

    /** What {@code .name} is of an object that does not have it. */
    static Optional<Datum> field(String object, String name) {
        return MAPS.containsKey(object)
                ? Optional.of(Datum.Nothing.NO_VALUE)
                : Optional.ofNullable(FIELDS.get(object + "." + name));
    }

    /** What {@code index} finds in an object at a key that it does not have. */
    static Datum at(String object) {
        return MAPS.getOrDefault(object, NO_TEXT);
    }
}
