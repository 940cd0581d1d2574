package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Docker's options about what a new container sees in its directories; writes them into the Docker
 * API's create form.
 */
final class MountOptions {

    @Option(
            names = {"-v", "--volume"},
            paramLabel = "[SOURCE:]DIR[:ro]",
            description =
                    "Bind mount a volume, or a directory of the container's host; repeatable.")
    List<String> volumes = new ArrayList<>();

    @Option(
            names = "--mount",
            paramLabel = "MOUNT",
            converter = MountValue.Converter.class,
            description =
                    "Attach a filesystem mount to the container, such as type=volume,source=data,target=/data; repeatable.")
    List<MountValue> mounts = new ArrayList<>();

    @Option(
            names = "--tmpfs",
            paramLabel = "DIR[:OPTIONS]",
            converter = Converters.Mounted.class,
            description = "Mount a tmpfs directory; repeatable.")
    List<Converters.Pair.Of> tmpfs = new ArrayList<>();

    @Option(
            names = "--volumes-from",
            paramLabel = "CONTAINER[:ro]",
            description = "Mount volumes from the specified container(s) of its host; repeatable.")
    List<String> from = new ArrayList<>();

    @Option(
            names = "--volume-driver",
            paramLabel = "NAME",
            description = "Optional volume driver for the container.")
    @Nullable String driver;

    @Option(
            names = "--read-only",
            description = "Mount the container's root filesystem as read only.")
    boolean readOnly;

    @Option(
            names = "--storage-opt",
            paramLabel = "KEY=VALUE",
            converter = Assignment.class,
            description = "Storage driver options for the container; repeatable.")
    List<Converters.Pair.Of> storage = new ArrayList<>();

    void into(JsonForm form, JsonForm host) {
        // A path alone is a volume without a name.
        form.moreNames("Volumes", volumes.stream().filter(v -> !v.contains(":")).toList());
        host.moreTexts("Binds", volumes.stream().filter(v -> v.contains(":")).toList())
                .moreTexts("Tmpfs", Converters.Pair.byKey(tmpfs))
                .moreTexts("VolumesFrom", from)
                .text("VolumeDriver", driver)
                .flag("ReadonlyRootfs", readOnly)
                .moreTexts("StorageOpt", Converters.Pair.byKey(storage));
        mounts.forEach(mount -> mount.into(host));
    }

    /** KEY=VALUE, where docker's client does not take a KEY alone. */
    static final class Assignment implements ITypeConverter<Converters.Pair.Of> {
        @Override
        public Converters.Pair.Of convert(String text) {
            if (!text.contains("=")) {
                throw new TypeConversionException(
                        "invalid storage option '%s': use KEY=VALUE, such as size=10G"
                                .formatted(text));
            }
            return new Converters.Pair().convert(text);
        }
    }
}
