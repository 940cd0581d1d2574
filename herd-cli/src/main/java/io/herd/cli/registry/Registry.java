package io.herd.cli.registry;

import java.util.Locale;

/**
 * A registry from which images are pulled.
 *
 * @param host as in an image's name, with its port if it has one
 */
public record Registry(String host) {

    private static final String HUB = "docker.io";

    /**
     * The registry of an image, by docker's rule: the part before the first slash is a host unless
     * it may be a user of Docker Hub.
     */
    public static Registry of(String image) {
        int slash = image.indexOf('/');
        var first = slash < 0 ? "" : image.substring(0, slash);
        boolean isHost =
                first.contains(".")
                        || first.contains(":")
                        || first.equals("localhost")
                        || !first.equals(first.toLowerCase(Locale.ROOT));
        return new Registry(isHost && !first.equals("index.docker.io") ? first : HUB);
    }

    /** The registry's key in docker's configuration. */
    String key() {
        return isHub() ? "https://index.docker.io/v1/" : host;
    }

    /** The command that logs in there. */
    public String loginCommand() {
        return isHub() ? "docker login" : "docker login " + host;
    }

    private boolean isHub() {
        return host.equals(HUB);
    }

    @Override
    public String toString() {
        return host;
    }
}
