package io.herd.cli.command.creation;

import io.herd.cli.command.option.UsageException;
import io.herd.json.text.JsonForm;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The value of {@code --security-opt}; docker's client reads some of them itself: a profile for
 * seccomp is a file of this host.
 */
public final class SecurityOption {

    private static final String SECCOMP = "seccomp";

    private SecurityOption() {}

    /**
     * Writes an option into the host's part of a create form.
     *
     * @throws UsageException naming a profile that cannot be read
     */
    public static void into(JsonForm host, String text) throws UsageException {
        // Docker's old form has a colon.
        var parts = text.split(text.contains("=") ? "=" : ":", 2);
        if (parts.length < 2 && !text.equals("no-new-privileges")) {
            throw new UsageException(
                    "invalid security option '%s': use KEY=VALUE, or no-new-privileges"
                            .formatted(text));
        }
        if (text.equals("systempaths=unconfined")) {
            host.emptied("MaskedPaths").emptied("ReadonlyPaths");
        } else if (parts[0].equals(SECCOMP)
                && !List.of("unconfined", "builtin").contains(parts[1])) {
            host.moreTexts("SecurityOpt", List.of(SECCOMP + "=" + profile(parts[1])));
        } else {
            host.moreTexts("SecurityOpt", List.of(text));
        }
    }

    /** Whether {@link #into} reads a file of this host for it. */
    static boolean readsFile(String text) {
        return text.matches(SECCOMP + "[=:].*");
    }

    private static String profile(String file) throws UsageException {
        try {
            return JsonForm.over(StrictJson.object(Files.readString(Path.of(file)))).json().text();
        } catch (MalformedJsonException e) {
            throw new UsageException("'%s' is no profile: %s".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw new UsageException(
                    "'%s' cannot be read: use unconfined, or a JSON file of this host"
                            .formatted(file));
        }
    }
}
