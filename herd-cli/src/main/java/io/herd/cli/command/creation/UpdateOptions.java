package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import io.herd.model.RawJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Picocli mixin: what docker can change of a container that exists. */
public final class UpdateOptions {

    @Option(
            names = "--blkio-weight",
            paramLabel = "N",
            converter = Numbers.Weight.class,
            description = "Block IO (relative weight), between 10 and 1000, or 0 to disable.")
    @Nullable Long weight;

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
            description = "Limit the CPU real-time period in microseconds.")
    @Nullable Long realTimePeriod;

    @Option(
            names = "--cpu-rt-runtime",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Limit the CPU real-time runtime in microseconds.")
    @Nullable Long realTimeRuntime;

    @Option(
            names = {"-c", "--cpu-shares"},
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "CPU shares (relative weight).")
    @Nullable Long shares;

    @Option(
            names = "--cpus",
            paramLabel = "NUMBER",
            converter = Converters.Cpus.class,
            description = "Number of CPUs, such as 1.5.")
    @Nullable Long cpus;

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
    @Nullable Long reservation;

    @Option(
            names = "--memory-swap",
            paramLabel = "BYTES",
            converter = Numbers.SwapBytes.class,
            description = "Swap limit equal to memory plus swap: -1 to enable unlimited swap.")
    @Nullable Long swap;

    @Option(
            names = "--pids-limit",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Tune container pids limit (set -1 for unlimited).")
    @Nullable Long processes;

    @Option(
            names = "--restart",
            paramLabel = "POLICY",
            converter = RestartPolicy.Converter.class,
            description =
                    "Restart policy to apply: no, always, unless-stopped, on-failure[:TIMES].")
    @Nullable RestartPolicy restart;

    /** The Docker API's form; an empty object if nothing is to change. */
    public RawJson form() {
        var form =
                JsonForm.empty()
                        .number("BlkioWeight", weight)
                        .number("CpuPeriod", period)
                        .number("CpuQuota", quota)
                        .number("CpuRealtimePeriod", realTimePeriod)
                        .number("CpuRealtimeRuntime", realTimeRuntime)
                        .number("CpuShares", shares)
                        .number("NanoCpus", cpus)
                        .text("CpusetCpus", processors)
                        .text("CpusetMems", memories)
                        .number("Memory", memory)
                        .number("MemoryReservation", reservation)
                        .number("MemorySwap", swap)
                        .number("PidsLimit", processes);
        if (restart != null) {
            restart.into(form.part("RestartPolicy"));
        }
        return form.json();
    }
}
