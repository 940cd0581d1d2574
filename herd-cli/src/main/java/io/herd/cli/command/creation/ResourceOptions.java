package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about how much memory and processor time a new container may use, and how many
 * processes; writes them into the host's part of the Docker API's create form.
 */
final class ResourceOptions {

    @Option(
            names = {"-m", "--memory"},
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "Memory limit, such as 512m or 2g.")
    @Nullable Long memory;

    @Option(
            names = "--memory-reservation",
            paramLabel = "BYTES",
            converter = Converters.Bytes.class,
            description = "Memory soft limit.")
    @Nullable Long memoryReservation;

    @Option(
            names = "--memory-swap",
            paramLabel = "BYTES",
            converter = Numbers.SwapBytes.class,
            description = "Swap limit equal to memory plus swap: '-1' to enable unlimited swap.")
    @Nullable Long memorySwap;

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
            names = "--cpus",
            paramLabel = "NUMBER",
            converter = Converters.Cpus.class,
            description = "Number of CPUs, such as 1.5.")
    @Nullable Long cpus;

    @Option(
            names = {"-c", "--cpu-shares"},
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "CPU shares (relative weight).")
    @Nullable Long shares;

    @Option(
            names = "--cpu-period",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Limit CPU CFS (Completely Fair Scheduler) period.")
    @Nullable Long period;

    @Option(
            names = "--cpu-quota",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Limit CPU CFS (Completely Fair Scheduler) quota.")
    @Nullable Long quota;

    @Option(
            names = "--cpu-rt-period",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Limit CPU real-time period in microseconds.")
    @Nullable Long realTimePeriod;

    @Option(
            names = "--cpu-rt-runtime",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Limit CPU real-time runtime in microseconds.")
    @Nullable Long realTimeRuntime;

    @Option(
            names = "--cpuset-cpus",
            paramLabel = "CPUS",
            description = "CPUs in which to allow execution (0-3, 0,1).")
    @Nullable String processors;

    @Option(
            names = "--cpuset-mems",
            paramLabel = "MEMS",
            description = "MEMs in which to allow execution (0-3, 0,1).")
    @Nullable String memories;

    @Option(
            names = "--pids-limit",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Tune container pids limit (set -1 for unlimited).")
    @Nullable Long processes;

    @Option(
            names = "--ulimit",
            paramLabel = "NAME=SOFT[:HARD]",
            converter = Ulimit.Converter.class,
            description = "Ulimit options; repeatable.")
    List<Ulimit> limits = new ArrayList<>();

    void into(JsonForm host) {
        host.number("Memory", memory)
                .number("MemoryReservation", memoryReservation)
                .number("MemorySwap", memorySwap)
                .number("MemorySwappiness", swappiness)
                .flag("OomKillDisable", noKill)
                .number("OomScoreAdj", oomScore)
                .number("ShmSize", sharedMemory)
                .number("NanoCpus", cpus)
                .number("CpuShares", shares)
                .number("CpuPeriod", period)
                .number("CpuQuota", quota)
                .number("CpuRealtimePeriod", realTimePeriod)
                .number("CpuRealtimeRuntime", realTimeRuntime)
                .text("CpusetCpus", processors)
                .text("CpusetMems", memories)
                .number("PidsLimit", processes);
        Ulimit.into(host, limits);
    }
}
