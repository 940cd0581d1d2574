package io.herd.json.docker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Locale;

/** Reads the Docker API's stats of a container. */
public final class StatsJson {

    // Go's zero time: nothing was measured.
    private static final String NEVER = "0001-01-01T";

    private StatsJson() {}

    /**
     * The resource usage of a container; all zero if it does not run.
     *
     * @param name empty once the container is gone
     * @param cpu per cent of one processor
     * @param memory bytes, without those that the kernel could reclaim at once
     * @param limit bytes
     * @param processes number of processes and threads
     */
    public record Usage(
            String id,
            String name,
            boolean running,
            double cpu,
            long memory,
            long limit,
            Traffic network,
            Traffic disks,
            long processes) {

        /** The memory used, in per cent of the limit. */
        public double memoryShare() {
            return limit == 0 ? 0 : 100.0 * memory / limit;
        }
    }

    /**
     * Bytes transferred in each direction.
     *
     * @param in bytes received or read
     * @param out bytes sent or written
     */
    public record Traffic(long in, long out) {}

    /** The document for a container that is gone: only its id. */
    public static RawJson gone(String id) {
        var json = new JsonObject();
        json.addProperty("id", id);
        return new RawJson(json.toString());
    }

    public static Usage usage(RawJson stats) throws UnexpectedJsonException {
        return DaemonDocument.object(stats, StatsJson::usage);
    }

    private static Usage usage(Fields json) {
        var memory = part(json, "memory_stats");
        return new Usage(
                json.text("id"),
                json.maybeText("name").orElse("").replaceFirst("^/", ""),
                !json.maybeText("read").orElse(NEVER).startsWith(NEVER),
                cpu(part(json, "cpu_stats"), part(json, "precpu_stats")),
                number(memory, "usage") - reclaimable(part(memory, "stats")),
                number(memory, "limit"),
                network(part(json, "networks")),
                disks(part(json, "blkio_stats")),
                number(part(json, "pids_stats"), "current"));
    }

    // As docker computes it: the container's share of the host's CPU time since the previous
    // sample.
    private static double cpu(Fields now, Fields before) {
        double used = total(now) - total(before);
        double all = number(now, "system_cpu_usage") - number(before, "system_cpu_usage");
        return used > 0 && all > 0 ? used / all * number(now, "online_cpus") * 100 : 0;
    }

    private static long total(Fields cpu) {
        return number(part(cpu, "cpu_usage"), "total_usage");
    }

    // The first is the field of cgroups version 1.
    private static long reclaimable(Fields memory) {
        return memory.maybeCounter("total_inactive_file")
                .or(() -> memory.maybeCounter("inactive_file"))
                .orElse(0L);
    }

    private static Traffic network(Fields networks) {
        long in = 0;
        long out = 0;
        for (var name : networks.json().keySet()) {
            in += number(part(networks, name), "rx_bytes");
            out += number(part(networks, name), "tx_bytes");
        }
        return new Traffic(in, out);
    }

    private static Traffic disks(Fields io) {
        var operations = io.list("io_service_bytes_recursive", JsonElement::getAsJsonObject);
        var all = operations.stream().map(Fields::new).toList();
        return new Traffic(sum(all, "read"), sum(all, "write"));
    }

    private static long sum(List<Fields> operations, String kind) {
        return operations.stream()
                .filter(it -> it.text("op").toLowerCase(Locale.ROOT).equals(kind))
                .mapToLong(it -> it.number("value"))
                .sum();
    }

    private static Fields part(Fields json, String name) {
        return json.maybeObject(name).orElseGet(() -> new Fields(new JsonObject()));
    }

    private static long number(Fields json, String name) {
        return json.maybeCounter(name).orElse(0L);
    }
}
