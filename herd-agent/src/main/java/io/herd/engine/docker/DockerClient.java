package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.herd.api.ApiVersion;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Endpoint;
import io.herd.engine.docker.http.Exchange;
import io.herd.engine.docker.http.SocketResponse;
import io.herd.engine.docker.http.SocketTransport;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.DockerJson;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HTTP client for one Docker daemon: negotiates the API version, sends calls, and turns errors into
 * {@link EngineException}s. Thread-safe.
 */
final class DockerClient implements AutoCloseable {

    static final ApiVersion OLDEST = new ApiVersion(1, 24);
    static final ApiVersion NEWEST = new ApiVersion(1, 47);

    /** Maximum size of a body in bytes; a list of 300 containers has about 0.3 MB. */
    private static final int MAX_BODY = 64 * 1024 * 1024;

    /**
     * The result of the version negotiation.
     *
     * @param server newest version that the daemon speaks
     * @param used version for our calls
     */
    private record Terms(String server, ApiVersion used) {}

    private final SocketTransport transport;
    private final DaemonErrors trouble;

    /**
     * Null until the first call, and again whenever the daemon may have been replaced by another
     * version.
     */
    private volatile @Nullable Terms terms;

    DockerClient(Endpoint endpoint) {
        transport = new SocketTransport(endpoint);
        trouble = new DaemonErrors(endpoint);
    }

    /** Sends a call, and returns the response if it reports success. */
    DaemonReply call(Call call, Deadline deadline) throws EngineException {
        var reply = tryCall(call, deadline);
        if (!reply.ok()) {
            throw trouble.answered(reply, call);
        }
        return reply;
    }

    /** Sends a call, and returns any response, also one that reports failure. */
    DaemonReply tryCall(Call call, Deadline deadline) throws EngineException {
        var allowed = deadline.remaining();
        try {
            var agreed = terms(deadline);
            var reply = send(call.request("/v" + agreed.used()), deadline);
            if (changed(agreed, reply)) {
                terms = null;
                if (reply.status() == 400) {
                    // Refused because of its version, so nothing was done.
                    return send(call.request("/v" + terms(deadline).used()), deadline);
                }
            }
            return reply;
        } catch (IOException e) {
            terms = null;
            throw trouble.unanswered(e, allowed);
        }
    }

    /** Begins an exchange. */
    @FunctionalInterface
    interface Beginning<T> {
        T of(Exchange exchange, Request request) throws EngineException, IOException;
    }

    /**
     * Begins a call that goes on without a deadline once it has begun.
     *
     * @param begin deadline for its beginning
     */
    <T> T begin(Call call, Beginning<T> beginning, Deadline begin) throws EngineException {
        var allowed = begin.remaining();
        try {
            var request = call.request("/v" + terms(begin).used());
            return conduct(
                    exchange -> {
                        var begun = beginning.of(exchange, request);
                        exchange.endless();
                        return begun;
                    },
                    begin);
        } catch (IOException e) {
            terms = null;
            throw trouble.unanswered(e, allowed);
        }
    }

    /** Conducts an exchange. */
    @FunctionalInterface
    interface Conducting<T> {
        T of(Exchange exchange) throws EngineException, IOException;
    }

    /**
     * Conducts an exchange on a connection of its own, in whatever version of the API; it is closed
     * if that fails.
     */
    <T> T exchange(Conducting<T> conducting, Deadline deadline) throws EngineException {
        var allowed = deadline.remaining();
        try {
            return conduct(conducting, deadline);
        } catch (IOException e) {
            throw trouble.unanswered(e, allowed);
        }
    }

    private <T> T conduct(Conducting<T> conducting, Deadline deadline)
            throws EngineException, IOException {
        var exchange = transport.exchange(deadline);
        try {
            return conducting.of(exchange);
        } catch (EngineException | IOException | RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    /** Returns the response, whose body goes on, unless it reports failure. */
    SocketResponse accepted(SocketResponse response) throws EngineException, IOException {
        if (response.getStatusCode() != 101 && !DaemonReply.ok(response.getStatusCode())) {
            // The daemon may have been replaced by another version.
            terms = null;
            throw trouble.answered(reply(response));
        }
        return response;
    }

    /** Waits for the exit code in a response whose body may come much later than its head. */
    int exitCode(SocketResponse answer) throws EngineException, IOException {
        var document = document(reply(answer));
        return read(() -> DockerJson.exitCode(document));
    }

    /** The error for an answer that no Docker daemon gives. */
    EngineException odd(String what) {
        return trouble.lost(what, new ProtocolException(what));
    }

    /** The error for a daemon that cannot do what is asked of it. */
    EngineException unusable(String why) {
        return trouble.unusable(why);
    }

    /** The error for a connection that broke after its call had begun. */
    EngineException broke(IOException e) {
        terms = null;
        return trouble.unanswered(e, Duration.ZERO);
    }

    /** Sends a call, and returns the document of its response. */
    RawJson document(Call call, Deadline deadline) throws EngineException {
        return document(call(call, deadline));
    }

    /** The negotiated API version of the calls. */
    ApiVersion apiVersion(Deadline deadline) throws EngineException {
        var allowed = deadline.remaining();
        try {
            return terms(deadline).used();
        } catch (IOException e) {
            throw trouble.unanswered(e, allowed);
        }
    }

    /** Throws an error that names the option if the daemon speaks only older versions. */
    void require(ApiVersion oldest, String option, Deadline deadline) throws EngineException {
        var spoken = apiVersion(deadline);
        if (spoken.compareTo(oldest) < 0) {
            throw trouble.tooOld(option, oldest, spoken);
        }
    }

    /**
     * Checks that the daemon passes over nothing in a create form.
     *
     * @throws EngineException naming what it is too old for
     */
    void checkThatItKnows(RawJson form, Deadline deadline) throws EngineException {
        var passedOver = NewerField.passedOver(form, apiVersion(deadline));
        if (passedOver.isPresent()) {
            throw trouble.unusable(passedOver.get());
        }
    }

    /** Parses a daemon's document. */
    @FunctionalInterface
    interface Reader<T> {
        T read() throws UnexpectedJsonException;
    }

    <T> T read(Reader<T> reader) throws EngineException {
        try {
            return reader.read();
        } catch (UnexpectedJsonException e) {
            throw unexpected(e);
        }
    }

    private EngineException unexpected(UnexpectedJsonException e) {
        return trouble.lost(String.valueOf(e.getMessage()), e);
    }

    @Override
    public void close() {
        transport.close();
    }

    private static boolean changed(Terms agreed, DaemonReply reply) {
        return reply.apiVersion().filter(server -> !server.equals(agreed.server())).isPresent();
    }

    private Terms terms(Deadline deadline) throws EngineException, IOException {
        var known = terms;
        if (known != null) {
            return known;
        }
        var ping = send(Call.get("/_ping").request(""), deadline);
        if (!ping.ok()) {
            throw trouble.answered(ping);
        }
        var server = ping.apiVersion().orElse("");
        var newest = ApiVersion.parse(server);
        if (newest.isEmpty()) {
            throw trouble.unusable("does not say which API version it speaks");
        }
        var agreed = new Terms(server, common(newest.get(), deadline));
        terms = agreed;
        return agreed;
    }

    private ApiVersion common(ApiVersion server, Deadline deadline)
            throws EngineException, IOException {
        if (server.compareTo(OLDEST) >= 0 && server.compareTo(NEWEST) <= 0) {
            return server;
        }
        var oldest = oldest(deadline);
        boolean speaksOurs = oldest.filter(version -> version.compareTo(NEWEST) > 0).isEmpty();
        if (server.compareTo(NEWEST) > 0 && speaksOurs) {
            return NEWEST;
        }
        throw trouble.unusable(
                "speaks API versions %s to %s, herd %s to %s: none in common"
                        .formatted(
                                oldest.map(ApiVersion::toString).orElse("?"),
                                server,
                                OLDEST,
                                NEWEST));
    }

    // Asked only when needed: for this answer a daemon runs other programs.
    private Optional<ApiVersion> oldest(Deadline deadline) throws EngineException, IOException {
        var reply = send(Call.get("/version").request(""), deadline);
        if (!reply.ok()) {
            throw trouble.answered(reply);
        }
        try {
            return DockerJson.oldestApiVersion(document(reply)).flatMap(ApiVersion::parse);
        } catch (UnexpectedJsonException e) {
            throw unexpected(e);
        }
    }

    private RawJson document(DaemonReply reply) throws EngineException {
        try {
            return StrictJson.parse(reply.body());
        } catch (MalformedJsonException e) {
            throw trouble.lost("it is no JSON: " + e.getMessage(), e);
        }
    }

    private DaemonReply send(Request request, Deadline deadline) throws IOException {
        try (var response = transport.execute(request, deadline)) {
            return reply(response);
        }
    }

    static DaemonReply reply(Response response) throws IOException {
        try (var input = response.getBody()) {
            var body = input.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw new ProtocolException(
                        "it has more than %d MB".formatted(MAX_BODY / 1024 / 1024));
            }
            return new DaemonReply(
                    response.getStatusCode(),
                    Optional.ofNullable(response.getHeader("Api-Version")),
                    new String(body, UTF_8));
        }
    }
}
