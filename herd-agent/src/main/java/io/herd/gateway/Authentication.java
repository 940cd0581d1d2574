package io.herd.gateway;

import io.herd.model.Caller;
import java.io.IOException;
import java.util.Optional;

/** Finds out who sends a request. */
@FunctionalInterface
public interface Authentication {

    /**
     * @param token what the client shows as its bearer token (RFC 6750), if it shows any
     * @return empty if it is not known who asks
     * @throws IOException when it cannot be found out
     */
    Optional<Caller> caller(Optional<String> token) throws IOException;
}
