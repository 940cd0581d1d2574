package io.herd.agent;

import static java.util.stream.Collectors.joining;

import io.herd.model.Legible;
import io.herd.model.Trace;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Formats the agent's log on stderr, one line per record. Under journald a line begins with its
 * priority, such as {@code <6>}, and journald adds the time; elsewhere it begins with the time.
 */
final class JournaldFormatter extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
                    .withZone(ZoneId.systemDefault());

    private final boolean journald;

    JournaldFormatter(boolean journald) {
        this.journald = journald;
    }

    /** Installs it as the log of this process, in place of the default of java.util.logging. */
    static void open(Map<String, String> environment) {
        LogManager.getLogManager().reset();
        var handler = new ConsoleHandler();
        // systemd sets this variable where stderr leads to journald: systemd.exec(5).
        handler.setFormatter(new JournaldFormatter(environment.containsKey("JOURNAL_STREAM")));
        Logger.getLogger("").addHandler(handler);
    }

    @Override
    public String format(LogRecord line) {
        var start =
                journald
                        ? "<" + priority(line.getLevel()) + ">"
                        : TIME.format(line.getInstant()) + " " + word(line.getLevel());
        return start + Legible.of(formatMessage(line)) + "\n" + trace(line.getThrown());
    }

    // syslog(3): 3 error, 4 warning, 6 informational, 7 debug.
    private static int priority(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return 3;
        } else if (value >= Level.WARNING.intValue()) {
            return 4;
        }
        return value >= Level.INFO.intValue() ? 6 : 7;
    }

    private static String word(Level level) {
        return switch (priority(level)) {
            case 3 -> "ERROR ";
            case 4 -> "WARN  ";
            case 6 -> "INFO  ";
            default -> "DEBUG ";
        };
    }

    private static String trace(@Nullable Throwable thrown) {
        // Indented, so that no line of the trace can be taken for a record.
        return thrown == null
                ? ""
                : Trace.lines(thrown).stream().map(line -> "    " + line + "\n").collect(joining());
    }
}
