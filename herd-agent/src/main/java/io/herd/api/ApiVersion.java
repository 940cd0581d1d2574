package io.herd.api;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version of the Docker Engine API, compared by numbers: 1.9 is older than 1.41. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** The oldest that herd speaks. Older ones are read by hardly anybody. */
    public static final ApiVersion FIRST = new ApiVersion(1, 24);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    public static Optional<ApiVersion> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new ApiVersion(
                                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /**
     * A version that herd speaks.
     *
     * @throws IllegalArgumentException naming the text and the oldest
     */
    public static ApiVersion spoken(String text) {
        return parse(text)
                .filter(it -> it.compareTo(FIRST) >= 0)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "invalid version '%s' of the Docker API: use one from %s, such as 1.41"
                                        .formatted(text, FIRST)));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return Comparator.comparingInt(ApiVersion::major)
                .thenComparingInt(ApiVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
