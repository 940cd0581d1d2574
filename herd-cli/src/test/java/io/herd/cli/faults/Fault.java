package io.herd.cli.faults;

import java.util.Locale;

/**
 * Something that breaks on one host, for a while.
 *
 * @param host which one
 * @param from ms since the run's beginning
 * @param lasts ms until it is mended
 */
public record Fault(Kind kind, String host, int from, int lasts) {

    /** What breaks. */
    public enum Kind {
        /** The agent is killed, and started again at the end. */
        AGENT_KILLED,
        /** The agent is stopped as by systemd, and started again at the end. */
        AGENT_STOPPED,
        AGENT_FROZEN,
        /** The agent can open nothing more: no file, no connection. */
        DESCRIPTORS,
        /**
         * The agent is killed and started with a clock that is an hour off, and again with a right
         * one.
         */
        CLOCK,
        /** The daemon is killed, and started again at the end. */
        DAEMON_KILLED,
        DAEMON_FROZEN,
        /** The daemon takes its time for each request. */
        DAEMON_SLOW,
        /** The daemon's disk is full. */
        DISK_FULL,
        /** The host's cable is cut. */
        CUT,
        /** The host hears nothing, and is heard. */
        DEAF,
        /** The host is not heard, and hears. */
        MUTE,
        /** A fifth of the host's packets are lost, each way. */
        LOSSY,
        /** What the host sends takes 100 to 300 ms, and overtakes each other. */
        SLOW;

        /** Whether it is the host's link that breaks. */
        boolean link() {
            return switch (this) {
                case CUT, DEAF, MUTE, LOSSY, SLOW -> true;
                case AGENT_KILLED,
                        AGENT_STOPPED,
                        AGENT_FROZEN,
                        DESCRIPTORS,
                        CLOCK,
                        DAEMON_KILLED,
                        DAEMON_FROZEN,
                        DAEMON_SLOW,
                        DISK_FULL ->
                        false;
            };
        }

        /** Whether another process of the agent runs afterwards. */
        public boolean restarts() {
            return switch (this) {
                case AGENT_KILLED, AGENT_STOPPED, CLOCK -> true;
                case AGENT_FROZEN,
                        DESCRIPTORS,
                        DAEMON_KILLED,
                        DAEMON_FROZEN,
                        DAEMON_SLOW,
                        DISK_FULL,
                        CUT,
                        DEAF,
                        MUTE,
                        LOSSY,
                        SLOW ->
                        false;
            };
        }
    }

    public int until() {
        return from + lasts;
    }

    @Override
    public String toString() {
        return "%5.1f to %4.1f s  %s %s"
                .formatted(
                        from / 1000.0,
                        until() / 1000.0,
                        host,
                        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
