package io.herd.model;

/** The state of a node's Docker daemon: up or down. */
public sealed interface DaemonState {

    /**
     * The daemon answers.
     *
     * @param version the engine's version, such as 20.10.24
     * @param apiVersion the negotiated API version, such as 1.41
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
     * The daemon does not answer.
     *
     * @param reason in words for the operator
     */
    record Down(String reason) implements DaemonState {}
}
