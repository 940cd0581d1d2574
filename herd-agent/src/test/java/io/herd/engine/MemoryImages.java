package io.herd.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.herd.action.Failure.Kind;
import io.herd.json.ContainerForms;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The images of a daemon in memory; its registry has every image. Guarded by its engine. */
final class MemoryImages implements Images {

    private final MemoryEngine engine;
    private final Instant created = Instant.now();
    private final Set<String> references = new TreeSet<>();
    private Optional<RegistryLogin> wanted = Optional.empty();

    MemoryImages(MemoryEngine engine) {
        this.engine = engine;
    }

    void add(String reference) {
        synchronized (engine) {
            references.add(tagged(reference));
        }
    }

    void want(RegistryLogin login) {
        synchronized (engine) {
            wanted = Optional.of(login);
        }
    }

    boolean has(String reference) {
        synchronized (engine) {
            return references.contains(tagged(reference));
        }
    }

    int count() {
        synchronized (engine) {
            return references.size();
        }
    }

    @Override
    public RawJson list(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.LIST_IMAGES, deadline);
        for (var filter : filters.keySet()) {
            if (!filter.equals("reference")) {
                throw new EngineException(Kind.INVALID, "Invalid filter '" + filter + "'");
            }
        }
        var wanted =
                filters.getOrDefault("reference", List.of()).stream()
                        .map(MemoryImages::tagged)
                        .toList();
        synchronized (engine) {
            return new RawJson(
                    references.stream()
                            .filter(r -> wanted.isEmpty() || wanted.contains(r))
                            .map(r -> ContainerForms.listedImage(r, id(r), created))
                            .collect(joining(",", "[", "]")));
        }
    }

    @Override
    public RawJson inspect(String reference, Deadline deadline) throws EngineException {
        engine.pass(MemoryEngine.Call.INSPECT_IMAGE, deadline);
        var found = need(reference);
        return new RawJson(ContainerForms.listedImage(found, id(found), created));
    }

    @Override
    public RawJson pull(String reference, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.PULL, deadline);
        synchronized (engine) {
            if (!wanted.isEmpty() && !wanted.equals(login)) {
                throw new EngineException(Kind.DENIED, "unauthorized: authentication required");
            }
        }
        var news = has(reference) ? "Image is up to date" : "Downloaded newer image";
        add(reference);
        engine.tellOfImage("pull", tagged(reference), tagged(reference));
        return new RawJson("{\"status\":\"Status: %s for %s\"}".formatted(news, tagged(reference)));
    }

    @Override
    public RawJson push(
            String repository, String tag, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.PUSH, deadline);
        need(repository + ":" + tag);
        synchronized (engine) {
            if (!wanted.isEmpty() && !wanted.equals(login)) {
                throw new EngineException(Kind.DENIED, "unauthorized: authentication required");
            }
        }
        return new RawJson("{\"status\":\"%s: digest: sha256:0 size: 1\"}".formatted(tag));
    }

    @Override
    public void tag(String reference, String repository, String tag, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.TAG_IMAGE, deadline);
        need(reference);
        add(repository + ":" + tag);
    }

    @Override
    public RawJson history(String reference, Deadline deadline) throws EngineException {
        engine.pass(MemoryEngine.Call.IMAGE_HISTORY, deadline);
        var found = need(reference);
        return new RawJson(
                """
                [{"Id": "%s", "Created": 1767322800, "CreatedBy": "CMD [\\"sh\\"]",
                  "Tags": ["%s"], "Size": 4000000, "Comment": ""},
                 {"Id": "<missing>", "Created": 1767322800, "CreatedBy": "ADD busybox.tar / ",
                  "Tags": null, "Size": 0, "Comment": "built by hand"}]
                """
                        .formatted(id(found), found));
    }

    /** Its archives are names. */
    @Override
    public List<String> savedLayers(String reference, Deadline deadline) throws EngineException {
        var _ = inspect(reference, deadline);
        return List.of();
    }

    @Override
    public RawJson remove(String reference, boolean force, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.REMOVE_IMAGE, deadline);
        var found = need(reference);
        synchronized (engine) {
            if (!force && engine.uses(found)) {
                throw new EngineException(
                        Kind.CONFLICT,
                        "conflict: unable to remove repository reference \"%s\" (must force) - a container is using its referenced image"
                                .formatted(reference));
            }
            remove(found);
        }
        return new RawJson(
                "[{\"Untagged\":\"%s\"},{\"Deleted\":\"%s\"}]".formatted(found, id(found)));
    }

    @Override
    public RawJson prune(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.PRUNE_IMAGES, deadline);
        synchronized (engine) {
            // Each has a name, so without "all" there is nothing to remove.
            var unused = references.stream().filter(r -> all && !engine.uses(r)).toList();
            unused.forEach(this::remove);
            return ContainerForms.prunedImages(unused);
        }
    }

    private void remove(String reference) {
        references.remove(reference);
        engine.tellOfImage("untag", id(reference), id(reference));
        engine.tellOfImage("delete", id(reference), id(reference));
    }

    private String need(String reference) throws EngineException {
        synchronized (engine) {
            return references.stream()
                    .filter(r ->
                            r.equals(tagged(reference))
                                    || id(r).equals(reference)
                                    || id(r).startsWith("sha256:" + reference))
                    .findFirst()
                    .orElseThrow(() ->
                            new EngineException(
                                    Kind.NOT_FOUND, "No such image: " + tagged(reference)));
        }
    }

    static String tagged(String image) {
        boolean tag = image.lastIndexOf(':') > image.lastIndexOf('/');
        return tag ? image : image + ":latest";
    }

    // The same image has the same id on every node.
    static String id(String reference) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
