package io.herd.model;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as text, exactly as it was written, so that fields unknown to herd are kept.
 * Equal if the text is. Thread-safe.
 */
public final class RawJson {

    private final @Nullable Supplier<String> source;
    private volatile @Nullable String text;

    /**
     * @param text well-formed JSON; to be checked by whoever creates it
     */
    public RawJson(String text) {
        this.source = null;
        this.text = text;
    }

    private RawJson(Supplier<String> source) {
        this.source = source;
    }

    /**
     * A document whose text is made only when it is asked for: of hundreds in a list, most are
     * shown as a line of a table.
     *
     * @param source gives the same text each time
     */
    public static RawJson later(Supplier<String> source) {
        return new RawJson(source);
    }

    public String text() {
        var made = text;
        if (made == null) {
            made = requireNonNull(source).get();
            text = made;
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawJson document && document.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
