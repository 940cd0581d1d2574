package io.herd.gateway;

import io.herd.http.RequestHead;
import io.herd.model.Caller;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Tells who sends a request, by its head. */
final class Identification {

    private static final System.Logger LOG = System.getLogger("io.herd.gateway");
    private static final String BEARER = "bearer ";
    private static final Problem NOBODY =
            new Problem(
                    Statuses.UNAUTHORIZED,
                    "who asks is not known: send 'Authorization: Bearer TOKEN' with a token of 'herd user token NAME', or start the agent with --http-anonymous USER");
    private static final Problem INVALID =
            new Problem(
                    Statuses.UNAUTHORIZED,
                    "this token is not valid, or not any more: make one with 'herd user token NAME'");

    private final Authentication authentication;

    Identification(Authentication authentication) {
        this.authentication = authentication;
    }

    /** Whether it is known who asks. */
    boolean isKnown(RequestHead head) {
        try {
            var _ = caller(head);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Who asks. */
    Caller caller(RequestHead head) throws ProblemException {
        var token = token(head);
        try {
            return authentication
                    .caller(token)
                    .orElseThrow(() -> new ProblemException(token.isPresent() ? INVALID : NOBODY));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "cannot find out who asks: {0}", e.getMessage());
            throw new ProblemException(
                    new Problem(
                            Statuses.INTERNAL,
                            "the agent cannot find out who asks: its log says why"));
        }
    }

    private static Optional<String> token(RequestHead head) throws ProblemException {
        var given = head.values("Authorization");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var first = given.getFirst().strip();
        if (given.size() > 1 || !first.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(INVALID);
        }
        return Optional.of(first.substring(BEARER.length()).strip());
    }
}
