package io.herd.cluster.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.Deadline;
import io.herd.model.IoReason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * This host's users and their groups, whoever manages them (files, LDAP): id(1) knows, and Java
 * does not. What it said holds for some seconds. Thread-safe.
 */
final class UserGroups {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    // Most users of a host never ask an agent for anything.
    private static final int MOST = 256;
    // What a caller may have.
    private static final int LONGEST = 256;
    private static final int MOST_GROUPS = 1024;

    private record Known(List<String> groups, Deadline until) {}

    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    /** The groups' names; none if they cannot be found out. */
    List<String> of(String user) {
        // Who may do everything anyway, on hosts where asking may take a while.
        if (user.equals("root")) {
            return List.of();
        }
        var before = known.get(user);
        if (before != null && !before.until().passed()) {
            return before.groups();
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        var now = new Known(ask(user), Deadline.in(FRESH));
        known.put(user, now);
        return now.groups();
    }

    /** The name of the user with a number, or the number, if nobody has it. */
    static String name(String uid) {
        return uid.equals("0") ? "root" : ask("-un", uid).stream().findFirst().orElse(uid);
    }

    private static List<String> ask(String user) {
        return ask("-Gnz", user);
    }

    private static List<String> ask(String what, String user) {
        try {
            var id =
                    new ProcessBuilder("/usr/bin/id", what, "--", user)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                id.getOutputStream().close();
                if (!id.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.log(Level.WARNING, "id does not say who ''{0}'' is", user);
                    return List.of();
                }
                var text = new String(id.getInputStream().readNBytes(1 << 16), UTF_8);
                return Stream.of(text.split("[\0\n]"))
                        .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
                        .limit(MOST_GROUPS)
                        .toList();
            } finally {
                id.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot find out who ''{0}'' is: {1}", user, IoReason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
