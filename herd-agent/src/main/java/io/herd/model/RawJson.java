package io.herd.model;

/**
 * A JSON document exactly as somebody wrote it, so that fields nobody here knows survive the
 * journey.
 *
 * @param text well-formed JSON; whoever makes one has checked that
 */
public record RawJson(String text) {

    @Override
    public String toString() {
        return text;
    }
}
