package io.herd.json.docker;

import io.herd.json.Fields;

/**
 * What a container may use, and whether it starts again by itself; 0 where its form says nothing.
 *
 * @param memory bytes
 * @param swap bytes of memory and swap together; -1 without a limit
 * @param cpus billionths of a processor; -1 without a limit, or one that is not known
 * @param pids -1 without a limit
 * @param restarts whether it is started again without an end
 */
public record Demands(long memory, long swap, long cpus, long pids, boolean restarts) {

    private static final long KERNELS_PERIOD = 100_000;
    private static final long MOST_MICROSECONDS = 9_000_000_000L;
    private static final long UNLIMITED = -1;

    /** Those of a new container. */
    static Demands ofNew(Fields host) {
        return of(host, KERNELS_PERIOD);
    }

    /** Those that one that is there is to have; its period is not known. */
    static Demands ofOld(Fields resources) {
        return of(resources, 0);
    }

    /**
     * @param period what a form that says nothing of it leaves it at, in microseconds; 0 if unknown
     */
    private static Demands of(Fields host, long period) {
        return new Demands(
                number(host, "Memory"),
                number(host, "MemorySwap"),
                cpus(host, period),
                pids(host),
                host.maybeObject("RestartPolicy").map(Demands::restarts).orElse(false));
    }

    private static long cpus(Fields host, long usualPeriod) {
        long exact = number(host, "NanoCpus");
        long quota = number(host, "CpuQuota");
        long given = number(host, "CpuPeriod");
        if (exact != 0 || (quota == 0 && given == 0)) {
            return exact;
        }
        long period = given == 0 ? usualPeriod : given;
        return quota <= 0 || period <= 0 || quota > MOST_MICROSECONDS
                ? UNLIMITED
                : quota * 1_000_000_000 / period;
    }

    // What is said to be 0 has no limit.
    private static long pids(Fields host) {
        long pids = number(host, "PidsLimit");
        return pids == 0 && host.maybeNumber("PidsLimit").isPresent() ? UNLIMITED : pids;
    }

    private static boolean restarts(Fields policy) {
        return switch (policy.maybeText("Name").orElse("")) {
            case "", "no" -> false;
            case "on-failure" -> number(policy, "MaximumRetryCount") == 0;
            default -> true;
        };
    }

    private static long number(Fields fields, String name) {
        return fields.maybeNumber(name).orElse(0L);
    }
}
