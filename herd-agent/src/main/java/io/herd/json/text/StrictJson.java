package io.herd.json.text;

import io.herd.model.RawJson;

/** Texts that become {@link RawJson}. */
public final class StrictJson {

    private StrictJson() {}

    /**
     * Keeps the text as it is once it has proved to be one JSON document by the letter of RFC 8259,
     * without names that appear twice in an object: readers disagree on which of the two counts.
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
