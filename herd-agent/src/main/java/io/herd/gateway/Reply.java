package io.herd.gateway;

import io.herd.model.RawJson;

/**
 * What is sent back.
 *
 * @param type the media type of the body
 */
record Reply(int status, String type, String body) {

    static Reply json(int status, RawJson json) {
        // The line end is for those who read it in a terminal.
        return new Reply(status, "application/json", json.text() + "\n");
    }
}
