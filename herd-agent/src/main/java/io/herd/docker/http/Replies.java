package io.herd.docker.http;

import io.herd.api.ApiHead;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import io.herd.docker.ApiException;
import io.herd.json.api.ApiText;
import java.util.List;

/** Answers of herd's own. */
final class Replies {

    private Replies() {}

    /** A document. */
    static ApiResponse json(int status, String document) {
        var headers = List.of(new Header("Content-Type", "application/json"));
        return new ApiResponse(new ApiHead(status, "", headers, true), document);
    }

    /** An error, as a daemon words and ends it. */
    static ApiResponse error(ApiException e) {
        return json(e.status(), ApiText.message(String.valueOf(e.getMessage())) + "\n");
    }
}
