package io.herd.gateway;

import io.herd.model.RawJson;

/**
 * An HTTP response to send.
 *
 * @param type the media type of the body
 */
record HttpReply(int status, String type, String body) {

    static HttpReply json(int status, RawJson json) {
        // The line end is for people who read it in a terminal.
        return new HttpReply(status, "application/json", json.text() + "\n");
    }
}
