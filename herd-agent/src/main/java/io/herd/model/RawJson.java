package io.herd.model;

/**
 * A JSON document as text, exactly as it was written, so that fields unknown to herd are kept.
 *
 * @param text well-formed JSON; to be checked by whoever creates it
 */
public record RawJson(String text) {

    @Override
    public String toString() {
        return text;
    }
}
