package io.herd.model;

/** How the Docker daemon of a node is. */
public sealed interface DaemonState {

    /**
     * It answers.
     *
     * @param version the engine's version, such as 20.10.24
     * @param apiVersion the API version that was agreed on, such as 1.41
     * @param containers containers in any state
     * @param running containers that run
     * @param images images in the daemon's store
     * @param cpus logical processors
     * @param memory bytes
     */
    record Up(
            String version,
            String apiVersion,
            int containers,
            int running,
            int images,
            int cpus,
            long memory)
            implements DaemonState {}

    /**
     * It does not.
     *
     * @param reason in words for the operator
     */
    record Down(String reason) implements DaemonState {}
}
