package io.herd.api;

import java.util.Optional;
import java.util.Set;

/**
 * An endpoint of the Docker Engine API.
 *
 * @param pattern with at most one variable, in braces, which may have slashes in it
 * @param word what it does, in the words of policies
 */
public record Route(
        String method,
        String pattern,
        Where where,
        Subject subject,
        String word,
        Set<Trait> traits) {

    /** What is special about an endpoint. */
    public enum Trait {
        /** It changes something. */
        CHANGES,
        /** The connection may become a tunnel. */
        TUNNEL,
        /**
         * A body of the request's means nothing. Daemons drop what of it comes with the head, and
         * take the rest for input of the tunnel's.
         */
        BODILESS,
        /** Its answer may begin late, however well the daemon is. */
        SLOW,
        /** Its answer is a document, and there at once. */
        SHORT
    }

    public Route {
        traits = Set.copyOf(traits);
    }

    public boolean changes() {
        return traits.contains(Trait.CHANGES);
    }

    public boolean tunnels() {
        return traits.contains(Trait.TUNNEL);
    }

    public boolean bodiless() {
        return traits.contains(Trait.BODILESS);
    }

    public boolean slow() {
        return traits.contains(Trait.SLOW);
    }

    /** Whether request and answer are handed over whole. */
    public boolean whole() {
        return subject.form() || traits.contains(Trait.SHORT);
    }

    /**
     * The variable in a decoded path, which is nothing where the pattern has none; empty if the
     * path does not fit.
     */
    Optional<String> variable(String path) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return path.equals(pattern) ? Optional.of("") : Optional.empty();
        }
        var before = pattern.substring(0, open);
        var after = pattern.substring(pattern.indexOf('}') + 1);
        return path.length() > before.length() + after.length()
                        && path.startsWith(before)
                        && path.endsWith(after)
                ? Optional.of(path.substring(before.length(), path.length() - after.length()))
                : Optional.empty();
    }

    /** The encoded path for another variable. */
    public String path(String variable) {
        int open = pattern.indexOf('{');
        return open < 0
                ? pattern
                : pattern.substring(0, open)
                        + ApiRequest.encodedPath(variable)
                        + pattern.substring(pattern.indexOf('}') + 1);
    }
}
