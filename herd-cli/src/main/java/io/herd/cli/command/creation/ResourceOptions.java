package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Docker's options about how much memory and processor time a new container may use, and how many
 * processes; writes them into the host's part of the Docker API's create form.
 */
final class ResourceOptions {

    @Mixin LimitOptions limits = new LimitOptions();

    @Option(
            names = "--memory-swappiness",
            paramLabel = "N",
            converter = Numbers.Swappiness.class,
            description = "Tune container memory swappiness (0 to 100).")
    @Nullable Long swappiness;

    @Option(names = "--oom-kill-disable", description = "Disable OOM Killer.")
    boolean noKill;

    @Option(
            names = "--oom-score-adj",
            paramLabel = "N",
            converter = Numbers.OomScore.class,
            description = "Tune host's OOM preferences (-1000 to 1000).")
    @Nullable Long oomScore;

    @Option(
            names = "--shm-size",
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "Size of /dev/shm.")
    @Nullable Long sharedMemory;

    @Option(
            names = "--ulimit",
            paramLabel = "NAME=SOFT[:HARD]",
            converter = Ulimit.Converter.class,
            description = "Ulimit options; repeatable.")
    List<Ulimit> ulimits = new ArrayList<>();

    void into(JsonForm host) {
        limits.into(host);
        host.number("MemorySwappiness", swappiness)
                .flag("OomKillDisable", noKill)
                .number("OomScoreAdj", oomScore)
                .number("ShmSize", sharedMemory);
        Ulimit.into(host, ulimits);
    }
}
