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
        /** The daemon is killed, and started again at the end. */
        DAEMON_KILLED,
        DAEMON_FROZEN,
        /** The host's cable is cut. */
        CUT,
        /** The host hears nothing, and is heard. */
        DEAF,
        /** The host is not heard, and hears. */
        MUTE,
        /** A fifth of the host's packets are lost, each way. */
        LOSSY;

        /** Whether it is the host's link that breaks. */
        boolean link() {
            return switch (this) {
                case CUT, DEAF, MUTE, LOSSY -> true;
                case AGENT_KILLED, AGENT_STOPPED, AGENT_FROZEN, DAEMON_KILLED, DAEMON_FROZEN ->
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
