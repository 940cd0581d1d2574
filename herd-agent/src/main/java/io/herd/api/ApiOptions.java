package io.herd.api;

import java.util.Locale;
import java.util.Optional;

/**
 * How the Docker API of the herd is to differ from what is usual.
 *
 * @param strict whether an answer that is made of those of several nodes is refused if one of them
 *     is missing in it
 * @param place where containers, networks and volumes are created that nothing ties to others
 * @param labels whether the label {@code herd.node} is added to what is read
 * @param most the newest version that clients may speak; without, the newest that all daemons do
 */
public record ApiOptions(boolean strict, Place place, boolean labels, Optional<ApiVersion> most) {

    /** What is usual. */
    public static final ApiOptions USUAL = new ApiOptions(false, Place.OWN, true, Optional.empty());

    public boolean spread() {
        return place == Place.SPREAD;
    }

    /** Where something is created that nothing ties to others. */
    public enum Place {
        /** Where the asked agent is, if it is tied to a host or the first of its group. */
        OWN,
        /** Where there are the fewest containers. */
        SPREAD;

        /**
         * @throws IllegalArgumentException naming the text and the words
         */
        public static Place parse(String text) {
            return switch (text) {
                case "own" -> OWN;
                case "spread" -> SPREAD;
                default ->
                        throw new IllegalArgumentException(
                                "invalid place '%s': use own or spread".formatted(text));
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
