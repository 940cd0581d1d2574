package io.herd.cluster.jgroups;

import com.google.errorprone.annotations.FormatMethod;
import java.lang.System.Logger.Level;
import org.jgroups.logging.CustomLogFactory;
import org.jgroups.logging.Log;
import org.jgroups.logging.LogFactory;
import org.jgroups.logging.NoopLogImpl;
import org.jgroups.protocols.TP;

/**
 * JGroups log that drops everything but errors: JGroups warns of every client that comes and goes
 * and of every stranger's packet, which is not for the operator.
 */
final class QuietLog extends NoopLogImpl {

    static final System.Logger LOG = System.getLogger("io.herd.cluster");

    private final Level level;

    private QuietLog(Level level) {
        this.level = level;
    }

    /**
     * Installs it. To be called before any class of JGroups is initialised: each gets its log just
     * once.
     */
    static void install() {
        LogFactory.setCustomLogFactory(
                new CustomLogFactory() {
                    @Override
                    public Log getLog(Class<?> type) {
                        // The transport calls a peer that goes away an error; to a herd it is none.
                        return new QuietLog(
                                TP.class.isAssignableFrom(type) ? Level.DEBUG : Level.ERROR);
                    }

                    @Override
                    public Log getLog(String category) {
                        return new QuietLog(Level.ERROR);
                    }
                });
    }

    @Override
    public boolean isErrorEnabled() {
        return LOG.isLoggable(level);
    }

    @Override
    public boolean isFatalEnabled() {
        return LOG.isLoggable(level);
    }

    @Override
    public void error(String message) {
        LOG.log(level, message);
    }

    @FormatMethod
    @Override
    public void error(String format, Object... args) {
        LOG.log(level, () -> format.formatted(args));
    }

    @Override
    public void error(String message, Throwable cause) {
        LOG.log(level, message, cause);
    }

    @Override
    public void fatal(String message) {
        error(message);
    }

    @FormatMethod
    @Override
    public void fatal(String format, Object... args) {
        error(format, args);
    }

    @Override
    public void fatal(String message, Throwable cause) {
        error(message, cause);
    }
}
