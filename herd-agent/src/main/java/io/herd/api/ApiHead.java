package io.herd.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of a daemon's answer.
 *
 * @param reason the words after the status; may be empty
 * @param headers without those that are about the daemon's connection; {@code Content-Length} is
 *     among them, if the body has one
 * @param framed whether the body says by itself where it ends; otherwise the connection is a tunnel
 *     from here on, in both directions
 */
public record ApiHead(int status, String reason, List<Header> headers, boolean framed) {

    public ApiHead {
        headers = List.copyOf(headers);
    }

    /** The same with one value for a header. */
    public ApiHead with(String name, String value) {
        var others = new ArrayList<>(headers);
        others.removeIf(it -> it.is(name));
        others.add(new Header(name, value));
        return new ApiHead(status, reason, others, framed);
    }

    /** The same with one header more, whether there are some of this name or not. */
    public ApiHead and(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new ApiHead(status, reason, all, framed);
    }

    /** The same with these warnings. */
    public ApiHead warned(List<String> warnings) {
        var head = this;
        for (var warning : warnings) {
            head = head.and("Warning", warning);
        }
        return head;
    }

    public Optional<String> header(String name) {
        return Header.find(headers, name);
    }
}
