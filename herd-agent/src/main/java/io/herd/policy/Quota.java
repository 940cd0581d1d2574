package io.herd.policy;

import java.util.Optional;

/**
 * What each container may use at most; a container that says nothing of it may use everything, so
 * it must say something.
 *
 * @param memory bytes
 * @param cpus billionths of a processor
 * @param pids processes and threads
 */
public record Quota(Optional<Long> memory, Optional<Long> cpus, Optional<Long> pids) {

    public static final Quota NONE =
            new Quota(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * How many times a container's memory its memory and swap together may be: docker's default.
     */
    public static final int WITH_SWAP = 2;
}
