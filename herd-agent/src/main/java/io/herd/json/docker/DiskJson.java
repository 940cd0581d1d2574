package io.herd.json.docker;

import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.DiskUse;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Reads the Docker API's document about disk space, and sums it up as docker's client does. */
public final class DiskJson {

    private static final Set<String> ACTIVE = Set.of("running", "paused", "restarting");

    private DiskJson() {}

    /** One for images, containers, volumes and the build cache each. */
    public static List<DiskUse> uses(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(
                body,
                disk ->
                        List.of(
                                images(disk),
                                use(
                                        "Containers",
                                        objects(disk, "Containers"),
                                        it -> ACTIVE.contains(it.maybeText("State").orElse("")),
                                        it -> it.maybeNumber("SizeRw").orElse(0L)),
                                use(
                                        "Local Volumes",
                                        objects(disk, "Volumes"),
                                        it -> usage(it, "RefCount") > 0,
                                        it -> Math.max(0, usage(it, "Size"))),
                                use(
                                        "Build Cache",
                                        objects(disk, "BuildCache"),
                                        it -> it.flag("InUse"),
                                        it ->
                                                it.flag("Shared")
                                                        ? 0
                                                        : it.maybeNumber("Size").orElse(0L))));
    }

    // Images share layers: what is reclaimed is the whole less what images in use have alone.
    private static DiskUse images(Fields disk) {
        var images = objects(disk, "Images");
        Predicate<Fields> active = it -> it.maybeNumber("Containers").orElse(0L) > 0;
        long layers = disk.maybeNumber("LayersSize").orElse(0L);
        long used =
                images.stream()
                        .filter(active)
                        .mapToLong(it ->
                                it.number("Size")
                                        - Math.max(0, it.maybeNumber("SharedSize").orElse(0L)))
                        .sum();
        int inUse = (int) images.stream().filter(active).count();
        return new DiskUse("Images", images.size(), inUse, layers, Math.max(0, layers - used));
    }

    private static DiskUse use(
            String type, List<Fields> all, Predicate<Fields> active, ToLongFunction<Fields> size) {
        return new DiskUse(
                type,
                all.size(),
                (int) all.stream().filter(active).count(),
                all.stream().mapToLong(size).sum(),
                all.stream().filter(active.negate()).mapToLong(size).sum());
    }

    // A volume of a driver that does not count has -1 in both.
    private static long usage(Fields volume, String field) {
        return volume.maybeObject("UsageData")
                .flatMap(usage -> usage.maybeNumber(field))
                .orElse(-1L);
    }

    private static List<Fields> objects(Fields disk, String name) {
        return disk.list(name, it -> new Fields(it.getAsJsonObject()));
    }
}
