package io.herd.engine.docker;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.engine.EngineException;
import io.herd.engine.Images;
import io.herd.engine.docker.http.SocketResponse;
import io.herd.engine.docker.layer.LayerFiles;
import io.herd.engine.docker.layer.SavedImage;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.DockerJson;
import io.herd.json.docker.ImageJson;
import io.herd.json.docker.PullJson;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.net.ProtocolException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@link Images} over the HTTP API of a Docker daemon. */
record DockerImages(DockerClient daemon) implements Images {

    private static final Pattern REFUSAL =
            Pattern.compile(
                    "no basic auth credentials|unauthorized|authentication required|: denied\\b|^denied\\b");

    @Override
    public RawJson list(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        var query = "?all=%b&filters=%s".formatted(all, encoded(filters));
        return daemon.document(Call.get("/images/json" + query), deadline);
    }

    @Override
    public RawJson inspect(String reference, Deadline deadline) throws EngineException {
        return daemon.document(Call.get(image(reference) + "/json"), deadline);
    }

    @Override
    public RawJson pull(String reference, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException {
        return transfer(Call.post("/images/create" + source(reference), login), deadline);
    }

    @Override
    public RawJson push(
            String repository, String tag, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException {
        // A daemon wants a login with each push, even an empty one.
        return transfer(
                Call.post(
                        image(repository) + "/push?tag=" + Call.encoded(tag),
                        login.or(() -> Optional.of(RegistryLogin.NONE))),
                deadline);
    }

    private RawJson transfer(Call call, Deadline deadline) throws EngineException {
        try {
            var reply = daemon.call(call, deadline);
            var transferred = daemon.read(() -> PullJson.of(reply.body()));
            if (transferred.error().isPresent()) {
                throw new EngineException(Kind.DAEMON_ERROR, transferred.error().get());
            }
            return transferred.last();
        } catch (EngineException e) {
            throw isDenied(e.failure())
                    ? new EngineException(Kind.DENIED, e.failure().message(), e)
                    : e;
        }
    }

    /**
     * Reads what a daemon answers to an archive of images. The status is 200 even if it cannot take
     * them in, so only the lines tell.
     */
    static Upload.Answer loaded(SocketResponse answer) {
        var lines = Output.documents(answer.getBody());
        return () -> {
            var line = lines.next();
            if (line.isPresent() && line.get() instanceof Frame.Document(var document)) {
                var error = said(document);
                if (error.isPresent()) {
                    throw new EngineException(Kind.DAEMON_ERROR, error.get());
                }
            }
            return line.orElseGet(Frame.Ended::new);
        };
    }

    private static Optional<String> said(RawJson line) throws ProtocolException {
        try {
            return PullJson.of(line.text()).error();
        } catch (UnexpectedJsonException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()));
        }
    }

    // Engines report the registry's refusal as an error of their own (20.10: status 500), or in the
    // stream: only the message shows it.
    private static boolean isDenied(Failure failure) {
        return failure.kind() == Kind.DAEMON_ERROR && REFUSAL.matcher(failure.message()).find();
    }

    @Override
    public void tag(String reference, String repository, String tag, Deadline deadline)
            throws EngineException {
        var query = "?repo=%s&tag=%s".formatted(Call.encoded(repository), Call.encoded(tag));
        var _ = daemon.call(Call.post(image(reference) + "/tag" + query), deadline);
    }

    @Override
    public RawJson history(String reference, Deadline deadline) throws EngineException {
        return daemon.document(Call.get(image(reference) + "/history"), deadline);
    }

    @Override
    public List<String> savedLayers(String reference, Deadline deadline) throws EngineException {
        var saved =
                daemon.begin(
                        Call.get("/images/get?names=" + Call.encoded(reference)),
                        (exchange, request) -> {
                            try (exchange) {
                                return SavedImage.read(
                                        daemon.accepted(exchange.run(request)).getBody());
                            }
                        },
                        deadline);
        return saved.manifest().isPresent() ? layers(saved, saved.manifest().get()) : List.of();
    }

    private List<String> layers(SavedImage saved, String manifest) throws EngineException {
        var names = daemon.read(() -> ImageJson.savedLayers(new RawJson(manifest)));
        var digests = names.stream().flatMap(name -> LayerFiles.digest(name).stream()).toList();
        return digests.size() == names.size() && saved.files().containsAll(names)
                ? digests
                : List.of();
    }

    @Override
    public RawJson remove(String reference, boolean force, Deadline deadline)
            throws EngineException {
        return daemon.document(Call.delete(image(reference) + "?force=" + force), deadline);
    }

    @Override
    public RawJson prune(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        // As docker's client: one that the user gives is another value of the same filter.
        var both = new LinkedHashMap<>(filters);
        both.merge("dangling", List.of(Boolean.toString(!all)), DockerImages::both);
        return daemon.document(Call.post("/images/prune?filters=" + encoded(both)), deadline);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static String encoded(Map<String, List<String>> filters) {
        return Call.encoded(DockerJson.filters(filters));
    }

    // Without a tag, or with an empty one (such as from an unset variable), the daemon would pull
    // all tags.
    private static String source(String reference) throws EngineException {
        if (reference.matches(".*[:@/]|[:@/].*|.*[:@/][:@/].*|")) {
            throw new EngineException(
                    Kind.INVALID,
                    "invalid reference format: '%s' has an empty part".formatted(reference));
        }
        int digest = reference.indexOf('@');
        int colon = reference.lastIndexOf(':');
        int cut =
                digest >= 0
                        ? digest
                        // A colon before a slash belongs to the registry's port.
                        : colon > reference.lastIndexOf('/') ? colon : reference.length();
        var tag = cut < reference.length() ? reference.substring(cut + 1) : "latest";
        return "?fromImage=%s&tag=%s"
                .formatted(Call.encoded(reference.substring(0, cut)), Call.encoded(tag));
    }

    // It must not lead to another API path: see DockerEngine.
    private static String image(String reference) throws EngineException {
        if (!reference.matches("[a-zA-Z0-9][\\w.:@-]*(/[a-zA-Z0-9][\\w.:@-]*)*")) {
            throw new EngineException(Kind.NOT_FOUND, "No such image: " + reference);
        }
        return "/images/" + reference;
    }
}
