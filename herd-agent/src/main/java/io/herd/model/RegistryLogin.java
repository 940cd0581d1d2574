package io.herd.model;

/**
 * A login at a registry, for the daemon that pulls an image from it, or pushes one to it.
 *
 * @param header value of the Docker API's header {@code X-Registry-Auth}: a JSON object in URL-safe
 *     Base64
 */
public record RegistryLogin(String header) {

    /** No login, in the daemon's form: an empty object. */
    public static final RegistryLogin NONE = new RegistryLogin("e30=");

    /** Hides the login: the text that a record has by default would put it into logs. */
    @Override
    public String toString() {
        return "RegistryLogin[…]";
    }
}
