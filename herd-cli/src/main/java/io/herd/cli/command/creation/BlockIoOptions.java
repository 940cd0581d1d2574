package io.herd.cli.command.creation;

import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about how fast a new container may read and write the host's disks; writes them
 * into the host's part of the Docker API's create form.
 */
final class BlockIoOptions {

    @Option(
            names = "--blkio-weight",
            paramLabel = "N",
            converter = Numbers.Weight.class,
            description = "Block IO (relative weight), between 10 and 1000, or 0 to disable.")
    @Nullable Long weight;

    @Option(
            names = "--blkio-weight-device",
            paramLabel = "PATH:WEIGHT",
            converter = DeviceLimit.Weight.class,
            description = "Block IO weight (relative device weight); repeatable.")
    List<DeviceLimit> weights = new ArrayList<>();

    @Option(
            names = "--device-read-bps",
            paramLabel = "PATH:BYTES",
            converter = DeviceLimit.Bytes.class,
            description = "Limit read rate (bytes per second) from a device; repeatable.")
    List<DeviceLimit> readBytes = new ArrayList<>();

    @Option(
            names = "--device-read-iops",
            paramLabel = "PATH:N",
            converter = DeviceLimit.Operations.class,
            description = "Limit read rate (IO per second) from a device; repeatable.")
    List<DeviceLimit> reads = new ArrayList<>();

    @Option(
            names = "--device-write-bps",
            paramLabel = "PATH:BYTES",
            converter = DeviceLimit.Bytes.class,
            description = "Limit write rate (bytes per second) to a device; repeatable.")
    List<DeviceLimit> writeBytes = new ArrayList<>();

    @Option(
            names = "--device-write-iops",
            paramLabel = "PATH:N",
            converter = DeviceLimit.Operations.class,
            description = "Limit write rate (IO per second) to a device; repeatable.")
    List<DeviceLimit> writes = new ArrayList<>();

    void into(JsonForm host) {
        host.number("BlkioWeight", weight);
        each(host, "BlkioWeightDevice", "Weight", weights);
        each(host, "BlkioDeviceReadBps", "Rate", readBytes);
        each(host, "BlkioDeviceReadIOps", "Rate", reads);
        each(host, "BlkioDeviceWriteBps", "Rate", writeBytes);
        each(host, "BlkioDeviceWriteIOps", "Rate", writes);
    }

    private static void each(JsonForm host, String list, String field, List<DeviceLimit> limits) {
        limits.forEach(limit ->
                host.element(list).text("Path", limit.path()).number(field, limit.limit()));
    }
}
