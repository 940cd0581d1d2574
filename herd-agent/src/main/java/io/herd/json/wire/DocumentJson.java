package io.herd.json.wire;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import java.util.Optional;

/**
 * Reads and writes the outcome that is a daemon's document, as text: the same JSON as {@link
 * OutcomeJson}'s, but a list of hundreds of containers is not taken apart and put together again at
 * each end.
 */
final class DocumentJson {

    private static final String BEGIN = "{\"outcome\":\"done\",\"result\":{\"document\":";
    private static final String END = "}}";

    private DocumentJson() {}

    /** Empty if the outcome is another. */
    static Optional<String> write(Outcome outcome) {
        return outcome instanceof Outcome.Done(Result.Document(var body))
                ? Optional.of(BEGIN + body.text() + END)
                : Optional.empty();
    }

    /** Empty if the outcome is another, or there is more in it than this version knows. */
    static Optional<Outcome> read(String text) {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            return Optional.empty();
        }
        try {
            var body = text.substring(BEGIN.length(), text.length() - END.length());
            return Optional.of(new Outcome.Done(new Result.Document(StrictJson.parse(body))));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }
}
