package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Picocli mixin: docker's limits of memory, processor time and processes, which can also be changed
 * of a container that exists.
 */
final class LimitOptions {

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

    void into(JsonForm form) {
        form.number("Memory", memory)
                .number("MemoryReservation", memoryReservation)
                .number("MemorySwap", memorySwap)
                .number("NanoCpus", cpus)
                .number("CpuShares", shares)
                .number("CpuPeriod", period)
                .number("CpuQuota", quota)
                .number("CpuRealtimePeriod", realTimePeriod)
                .number("CpuRealtimeRuntime", realTimeRuntime)
                .text("CpusetCpus", processors)
                .text("CpusetMems", memories)
                .number("PidsLimit", processes);
    }
}
