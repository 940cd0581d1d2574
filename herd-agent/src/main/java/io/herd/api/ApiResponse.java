package io.herd.api;

/**
 * A daemon's answer as a whole.
 *
 * @param body mostly a JSON document
 */
public record ApiResponse(ApiHead head, String body) {

    public boolean ok() {
        return head.status() < 300;
    }
}
