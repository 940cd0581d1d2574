package io.herd.engine;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.herd.action.Failure.Kind;
import io.herd.json.ContainerForms;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The volumes and networks of a daemon in memory; no container uses them. Guarded by its engine.
 */
final class MemoryResources implements Resources {

    private static final List<String> PREDEFINED = List.of("bridge", "host", "none");

    private final MemoryEngine engine;
    private final Map<ResourceKind, Map<String, RawJson>> byKind =
            new EnumMap<>(ResourceKind.class);

    MemoryResources(MemoryEngine engine) {
        this.engine = engine;
        byKind.put(ResourceKind.VOLUME, new TreeMap<>());
        byKind.put(ResourceKind.NETWORK, new TreeMap<>());
        for (var name : PREDEFINED) {
            of(ResourceKind.NETWORK)
                    .put(name, ContainerForms.network("{\"Name\": \"%s\"}".formatted(name)));
        }
    }

    private Map<String, RawJson> of(ResourceKind kind) {
        return requireNonNull(byKind.get(kind));
    }

    @Override
    public RawJson list(ResourceKind kind, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        for (var filter : filters.keySet()) {
            if (!List.of("name", "label").contains(filter)) {
                throw new EngineException(Kind.INVALID, "invalid filter '" + filter + "'");
            }
        }
        synchronized (engine) {
            var names = filters.getOrDefault("name", List.of(""));
            var array =
                    of(kind).entrySet().stream()
                            .filter(it -> names.stream().anyMatch(it.getKey()::contains))
                            .filter(it -> hasLabels(it.getValue(), filters))
                            .map(it -> it.getValue().text())
                            .collect(joining(",", "[", "]"));
            return new RawJson(
                    switch (kind) {
                        case VOLUME -> "{\"Volumes\":%s,\"Warnings\":null}".formatted(array);
                        case NETWORK -> array;
                    });
        }
    }

    @Override
    public RawJson inspect(ResourceKind kind, String name, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        synchronized (engine) {
            return requireNonNull(of(kind).get(need(kind, name)));
        }
    }

    @Override
    public RawJson create(ResourceKind kind, RawJson body, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        synchronized (engine) {
            return switch (kind) {
                case VOLUME -> {
                    var volume = ContainerForms.volume(body.text());
                    var name = ContainerForms.name(volume);
                    of(kind).putIfAbsent(name, volume);
                    yield requireNonNull(of(kind).get(name));
                }
                case NETWORK -> {
                    var network = ContainerForms.network(body.text());
                    var name = ContainerForms.name(network);
                    if (of(kind).putIfAbsent(name, network) != null) {
                        throw new EngineException(
                                Kind.CONFLICT,
                                "network with name %s already exists".formatted(name));
                    }
                    yield network;
                }
            };
        }
    }

    @Override
    public void remove(ResourceKind kind, String name, boolean force, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        synchronized (engine) {
            if (force && kind == ResourceKind.VOLUME && !of(kind).containsKey(name)) {
                return;
            }
            var own = need(kind, name);
            if (kind == ResourceKind.NETWORK && PREDEFINED.contains(name)) {
                throw new EngineException(
                        Kind.DENIED, name + " is a pre-defined network and cannot be removed");
            }
            of(kind).remove(own);
        }
    }

    @Override
    public RawJson prune(
            ResourceKind kind, boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        synchronized (engine) {
            // Every volume here has a name.
            var gone =
                    new ArrayList<>(
                            kind == ResourceKind.VOLUME && !all
                                    ? List.<String>of()
                                    : of(kind).keySet());
            if (kind == ResourceKind.NETWORK) {
                gone.removeAll(PREDEFINED);
            }
            gone.removeIf(it -> !hasLabels(requireNonNull(of(kind).get(it)), filters));
            gone.forEach(of(kind)::remove);
            return ContainerForms.prunedResources(kind, gone);
        }
    }

    @Override
    public void connect(String network, RawJson body, Deadline deadline) throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        synchronized (engine) {
            need(ResourceKind.NETWORK, network);
        }
    }

    @Override
    public void disconnect(String network, String id, boolean force, Deadline deadline)
            throws EngineException {
        engine.pass(MemoryEngine.Call.RESOURCES, deadline);
        synchronized (engine) {
            need(ResourceKind.NETWORK, network);
        }
    }

    private static boolean hasLabels(RawJson resource, Map<String, List<String>> filters) {
        return ContainerForms.labelsOf(resource)
                .containsAll(filters.getOrDefault("label", List.of()));
    }

    /** The name of what has this name, or, of a network, this id. */
    private String need(ResourceKind kind, String name) throws EngineException {
        if (of(kind).containsKey(name)) {
            return name;
        }
        return of(kind).entrySet().stream()
                .filter(it -> it.getValue().text().contains("\"Id\":\"" + name + "\""))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> missing(kind, name));
    }

    private static EngineException missing(ResourceKind kind, String name) {
        return new EngineException(
                Kind.NOT_FOUND,
                switch (kind) {
                    case VOLUME -> "get %s: no such volume".formatted(name);
                    case NETWORK -> "network %s not found".formatted(name);
                });
    }
}
