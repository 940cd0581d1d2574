package io.herd.policy;

import io.herd.model.Caller;
import java.util.List;
import java.util.regex.Pattern;

/** Compares names with those in a policy, in which {@code *} stands for any characters. */
final class Patterns {

    private static final String REGISTRY = "docker.io/";
    private static final String OFFICIAL = "library/";
    // A daemon that knows no image of such a name takes it for the beginning of an id.
    private static final Pattern MAY_BE_AN_ID = Pattern.compile("(sha256:)?[0-9a-f]+");
    private static final Pattern TAG = Pattern.compile(":[^/:@]*$");

    private Patterns() {}

    static boolean fits(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> fits(pattern, name));
    }

    /** Whether a pattern fits the caller's name, or with an at sign before it one of his groups. */
    static boolean fitsCaller(List<String> patterns, Caller caller) {
        return patterns.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("@")
                                ? caller.groups().stream()
                                        .anyMatch(group -> fits(pattern.substring(1), group))
                                : fits(pattern, caller.name()));
    }

    /**
     * Whether a pattern fits an image. One without a tag fits all tags; one of Docker Hub need not
     * say so.
     */
    static boolean fitsImage(List<String> patterns, String image) {
        if (patterns.contains("*")) {
            return true;
        }
        var name = plain(image);
        var untagged = TAG.matcher(name.replaceFirst("@.*$", "")).replaceFirst("");
        var tagged = name.equals(untagged) ? name + ":latest" : name;
        return !MAY_BE_AN_ID.matcher(image).matches()
                && patterns.stream()
                        .map(Patterns::plain)
                        .anyMatch(pattern -> fits(pattern, tagged) || fits(pattern, untagged));
    }

    private static String plain(String image) {
        var inRegistry = image.startsWith(REGISTRY) ? image.substring(REGISTRY.length()) : image;
        return inRegistry.startsWith(OFFICIAL)
                ? inRegistry.substring(OFFICIAL.length())
                : inRegistry;
    }

    private static boolean fits(String pattern, String name) {
        // Without backtracking over more than one star at a time.
        var parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(name);
        }
        var last = parts[parts.length - 1];
        if (!name.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return name.length() - last.length() >= at && name.endsWith(last);
    }
}
