package io.herd.gateway;

import io.herd.model.RawJson;

/**
 * An HTTP response to send.
 *
 * @param type the media type of the body
 * @param last whether to close the connection after it, since it is unknown where the next request
 *     begins
 */
record HttpReply(int status, String type, String body, boolean last) {

    HttpReply(int status, String type, String body) {
        this(status, type, body, false);
    }

    /** The same reply as the last one of its connection. */
    HttpReply closing() {
        return new HttpReply(status, type, body, true);
    }

    static HttpReply json(int status, RawJson json) {
        // The line end is for people who read it in a terminal.
        return new HttpReply(status, "application/json", json.text() + "\n");
    }
}
