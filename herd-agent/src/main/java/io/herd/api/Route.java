package io.herd.api;

import java.util.Optional;
import java.util.Set;

/**
 * An endpoint of the Docker Engine API.
 *
 * @param pattern with at most two variables, in braces: the first may have slashes in it, and the
 *     second, which is the last part of the path, is left as it is
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
        int end = end(path);
        return path.startsWith(pattern.substring(0, open)) && end > open
                ? Optional.of(path.substring(open, end))
                : Optional.empty();
    }

    // Where the variable ends in a decoded path; -1 if what must be behind it is not.
    private int end(String path) {
        var after = pattern.substring(pattern.indexOf('}') + 1);
        int open = after.indexOf('{');
        if (open < 0) {
            return path.endsWith(after) ? path.length() - after.length() : -1;
        }
        var between = after.substring(0, open);
        int slash = path.lastIndexOf('/') + 1;
        return path.startsWith(between, slash - between.length()) && slash < path.length()
                ? slash - between.length()
                : -1;
    }

    /** The same request about something else, such as an id instead of a name. */
    public ApiRequest about(String variable, ApiRequest request) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return request;
        }
        var path = request.decodedPath();
        return request.withPath(
                path.substring(0, open)
                        + ApiRequest.encodedPath(variable)
                        + ApiRequest.encodedPath(path.substring(end(path))));
    }
}
