package io.herd.model;

/**
 * Who wants an image from a registry, for the daemon that fetches it.
 *
 * @param header what the Docker API's {@code X-Registry-Auth} takes: a JSON object in the URL form
 *     of Base64
 */
public record RegistryLogin(String header) {

    /** Never the login: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "RegistryLogin[…]";
    }
}
