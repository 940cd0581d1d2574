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
        AGENT_KILLED(Of.NEW_AGENT),
        /** The agent is stopped as by systemd, and started again at the end. */
        AGENT_STOPPED(Of.NEW_AGENT),
        AGENT_FROZEN(Of.AGENT),
        /** The agent can open nothing more: no file, no connection. */
        DESCRIPTORS(Of.AGENT),
        /**
         * The agent is killed and started with a clock that is an hour off, and again with a right
         * one.
         */
        CLOCK(Of.NEW_AGENT),
        /** The daemon is killed, and started again at the end. */
        DAEMON_KILLED(Of.DAEMON),
        DAEMON_FROZEN(Of.DAEMON),
        /** The daemon takes its time for each request. */
        DAEMON_SLOW(Of.DAEMON),
        /** The daemon's disk is full. */
        DISK_FULL(Of.DAEMON),
        /** The host's cable is cut. */
        CUT(Of.LINK),
        /** The host hears nothing, and is heard. */
        DEAF(Of.LINK),
        /** The host is not heard, and hears. */
        MUTE(Of.LINK),
        /** A fifth of the host's packets are lost, each way. */
        LOSSY(Of.LINK),
        /** What the host sends takes 100 to 300 ms, and overtakes each other. */
        SLOW(Of.LINK);

        private final Of of;

        Kind(Of of) {
            this.of = of;
        }

        /** Whether it is the host's link that breaks. */
        boolean link() {
            return of == Of.LINK;
        }

        /** Whether another process of the agent runs afterwards. */
        public boolean restarts() {
            return of == Of.NEW_AGENT;
        }
    }

    /** Of which part of a host something breaks. */
    private enum Of {
        AGENT,
        /** An agent that does not come back: another is started. */
        NEW_AGENT,
        DAEMON,
        LINK
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
