package io.herd;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.quicktheories.QuickTheory;
import org.quicktheories.api.AsString;
import org.quicktheories.core.ExceptionReporter;

/** What must hold for any values. */
public final class Properties {

    private Properties() {}

    /** A failure names the smallest values that were found, and the seed. */
    public static QuickTheory property() {
        return QuickTheory.qt().withReporter(new Printable());
    }

    /** Surefire cuts a message at the first half of a surrogate pair, and with it the seed. */
    private static final class Printable extends ExceptionReporter {

        @Override
        public void falisification(
                long seed, int used, Object smallest, List<Object> all, AsString<Object> text) {
            report(seed, () -> super.falisification(seed, used, smallest, all, text));
        }

        @Override
        public void falisification(
                long seed,
                int used,
                Object smallest,
                Throwable cause,
                List<Object> all,
                AsString<Object> text) {
            report(seed, () -> super.falisification(seed, used, smallest, cause, all, text));
        }

        private static void report(long seed, Runnable report) {
            try {
                report.run();
            } catch (AssertionError e) {
                var message = printable(String.valueOf(e.getMessage()));
                throw new AssertionError(
                        "%s: repeat it with -DQT_SEED=%d".formatted(message, seed));
            }
        }

        private static String printable(String text) {
            return text.codePoints().mapToObj(Printable::printable).collect(joining());
        }

        private static String printable(int c) {
            boolean whole =
                    !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
            return whole || Character.isWhitespace(c)
                    ? Character.toString(c)
                    : "\\u%04x".formatted(c);
        }
    }
}
