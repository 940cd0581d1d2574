package io.herd.json.docker;

import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.Optional;

/**
 * What a daemon says while it fetches an image: a JSON object a line. It has answered with status
 * 200 by then, so only the lines tell whether it went well.
 *
 * @param last its last line
 * @param error its own words, if it failed
 */
public record PullJson(RawJson last, Optional<String> error) {

    /**
     * @param body all that it said
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
                                // What daemons said before errorDetail, and still say beside it.
                                .or(() -> json.maybeText("error")));
    }
}
