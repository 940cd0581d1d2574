package io.herd.json.docker;

import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.Optional;

/**
 * The result of a daemon's pull, from its response: one JSON object per line. The status is 200
 * even if the pull fails later, so only the lines tell.
 *
 * @param last its last line
 * @param error the daemon's message, if the pull failed
 */
public record PullJson(RawJson last, Optional<String> error) {

    /**
     * @param body the whole response
     */
    public static PullJson of(String body) throws UnexpectedJsonException {
        var last = Optional.<RawJson>empty();
        for (var line : body.lines().filter(line -> !line.isBlank()).toList()) {
            var error = error(line);
            last = Optional.of(new RawJson(line));
            if (error.isPresent()) {
                return new PullJson(new RawJson(line), error);
            }
        }
        return new PullJson(
                last.orElseThrow(
                        () -> new UnexpectedJsonException("it ended without a word of the image")),
                Optional.empty());
    }

    private static Optional<String> error(String line) throws UnexpectedJsonException {
        return DaemonDocument.object(
                new RawJson(line),
                json ->
                        json.maybeObject("errorDetail")
                                .flatMap(detail -> detail.maybeText("message"))
                                // Daemons used this field before errorDetail, and still send both.
                                .or(() -> json.maybeText("error")));
    }
}
