package io.herd.gateway;

import io.herd.model.RawJson;

/**
 * What is sent back.
 *
 * @param type the media type of the body
 * @param last whether the connection ends with it, since where the next request begins is unknown
 */
record HttpReply(int status, String type, String body, boolean last) {

    HttpReply(int status, String type, String body) {
        this(status, type, body, false);
    }

    /** As the last one of its connection. */
    HttpReply closing() {
        return new HttpReply(status, type, body, true);
    }

    static HttpReply json(int status, RawJson json) {
        // The line end is for those who read it in a terminal.
        return new HttpReply(status, "application/json", json.text() + "\n");
    }
}
