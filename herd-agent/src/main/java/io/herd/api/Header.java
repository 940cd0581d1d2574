package io.herd.api;

import java.util.List;
import java.util.Optional;

/** A header of HTTP. */
public record Header(String name, String value) {

    /** Whether it has this name, in any case. */
    public boolean is(String name) {
        return this.name.equalsIgnoreCase(name);
    }

    /** The value of the first that has this name, in any case. */
    public static Optional<String> find(List<Header> headers, String name) {
        return headers.stream().filter(it -> it.is(name)).findFirst().map(Header::value);
    }
}
