package io.herd.json.text;

import io.herd.model.RawJson;

/** Checks JSON texts strictly, and wraps them as {@link RawJson}. */
public final class StrictJson {

    private StrictJson() {}

    /**
     * Checks that the text is one JSON document by RFC 8259, and keeps it as it is. A name that
     * appears twice in an object is an error: parsers disagree on which of the two counts.
     */
    public static RawJson parse(String text) throws MalformedJsonException {
        new JsonGrammar(text).check();
        return new RawJson(text);
    }

    /** The same, for a text that must be an object. */
    public static RawJson object(String text) throws MalformedJsonException {
        var document = parse(text);
        if (!text.stripLeading().startsWith("{")) {
            throw new MalformedJsonException(1, 1, "expected an object, {…}");
        }
        return document;
    }
}
