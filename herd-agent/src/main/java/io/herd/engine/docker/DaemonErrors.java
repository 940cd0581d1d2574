package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
import io.herd.api.ApiVersion;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Endpoint;
import io.herd.json.docker.DockerJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Turns errors of a Docker daemon and of its connection into {@link EngineException}s with a
 * message for the operator.
 */
record DaemonErrors(Endpoint endpoint) {

    /** Maximum number of characters; more of a proxy's error page is no help. */
    private static final int MAX_MESSAGE = 300;

    /**
     * Messages of daemons up to 20.10 about a body that they cannot parse or that is invalid, sent
     * with status 500; newer ones use 400. The first are those of Go's JSON parser.
     */
    private static final Pattern WRONG_BODY =
            Pattern.compile("json: .*|invalid .*|(unexpected )?EOF", Pattern.DOTALL);

    private static final Pattern NO_SUCH_COMMAND =
            Pattern.compile("executable file not found|no such file or directory");

    private static final Pattern NOT_EXECUTABLE =
            Pattern.compile("permission denied|is a directory");

    /** The daemon answered with an error. */
    EngineException answered(DaemonReply reply) {
        return new EngineException(kind(reply.status()), message(reply));
    }

    /** The daemon answered with an error to a call. */
    EngineException answered(DaemonReply reply, Call call) {
        var message = message(reply);
        boolean wrongBody =
                reply.status() == 500
                        && call.body().isPresent()
                        && WRONG_BODY.matcher(message).matches();
        return new EngineException(wrongBody ? Kind.INVALID : kind(reply.status()), message);
    }

    /**
     * Classifies why a container was not started. Daemons describe a bad command only in words;
     * these are the ones that docker's command line looks for.
     */
    static EngineException ofStart(EngineException e) {
        var said = e.failure().message();
        if (e.failure().kind() == Kind.INVALID) {
            if (NO_SUCH_COMMAND.matcher(said).find()) {
                return new EngineException(Kind.NO_SUCH_COMMAND, said, e);
            }
            if (NOT_EXECUTABLE.matcher(said).find()) {
                return new EngineException(Kind.NOT_EXECUTABLE, said, e);
            }
        }
        return e;
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 400 -> Kind.INVALID;
            case 404 -> Kind.NOT_FOUND;
            case 401, 403 -> Kind.DENIED;
            case 409 -> Kind.CONFLICT;
            default -> Kind.DAEMON_ERROR;
        };
    }

    private String message(DaemonReply reply) {
        return DockerJson.message(reply.body()).orElseGet(() -> bare(reply));
    }

    /**
     * No answer came.
     *
     * @param allowed the time that the daemon had
     */
    EngineException unanswered(IOException e, Duration allowed) {
        return switch (e) {
            case SocketTimeoutException _ ->
                    new EngineException(
                            Kind.DAEMON_TIMEOUT,
                            "the Docker daemon at %s did not answer within %s"
                                    .formatted(endpoint, text(allowed)),
                            e);
            case ConnectException _ ->
                    new EngineException(
                            Kind.DAEMON_DOWN,
                            "cannot reach the Docker daemon at %s: %s"
                                    .formatted(endpoint, e.getMessage()),
                            e);
            case ClosedByInterruptException _ ->
                    new EngineException(
                            Kind.INTERNAL,
                            "interrupted while the Docker daemon at %s was asked"
                                    .formatted(endpoint),
                            e);
            default -> lost(e.getMessage() == null ? "the connection broke" : e.getMessage(), e);
        };
    }

    /** An answer came that cannot be parsed. */
    EngineException lost(String reason, Exception cause) {
        return new EngineException(
                Kind.DAEMON_LOST,
                "lost the answer of the Docker daemon at %s: %s".formatted(endpoint, reason),
                cause);
    }

    /** The daemon would ignore an option. */
    EngineException tooOld(String option, ApiVersion needed, ApiVersion spoken) {
        return new EngineException(
                Kind.INVALID,
                "%s needs API version %s, but the Docker daemon at %s speaks %s: leave it out"
                        .formatted(option, needed, endpoint, spoken));
    }

    /** The daemon answers, but herd cannot work with it. */
    EngineException unusable(String reason) {
        return new EngineException(
                Kind.DAEMON_ERROR, "the Docker daemon at %s %s".formatted(endpoint, reason));
    }

    private String bare(DaemonReply reply) {
        var text = reply.body().strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return "the Docker daemon at %s answered with HTTP status %d and no message"
                    .formatted(endpoint, reply.status());
        }
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    }

    private static String text(Duration time) {
        // A little of the allowed time has always passed already.
        long millis = time.plusMillis(1).toMillis();
        if (millis < 1_000) {
            return millis + "ms";
        }
        long tenths = Math.round(millis / 100.0);
        return tenths % 10 == 0 ? tenths / 10 + "s" : "%d.%ds".formatted(tenths / 10, tenths % 10);
    }
}
