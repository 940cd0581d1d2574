package io.herd.docker;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.api.ApiVersion;
import io.herd.cluster.Cluster;
import io.herd.json.api.ApiText;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The versions of the API that the herd's daemons speak. Each daemon is asked once, and again when
 * one of its answers shows another version. Thread-safe.
 */
public final class Versions {

    /** For all daemons that are asked at once. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** How long a daemon that did not answer is not asked again. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final String NEWEST = "ApiVersion";
    private static final String OLDEST = "MinAPIVersion";

    /** What one daemon speaks. */
    private record Spoken(ApiVersion oldest, ApiVersion newest) {}

    private final Cluster cluster;
    private final SilentNodes silent;
    private final Optional<ApiVersion> most;
    private final Map<NodeName, Spoken> known = new ConcurrentHashMap<>();
    private final Map<NodeName, Long> silentSince = new ConcurrentHashMap<>();

    /**
     * @param most the newest that clients may speak; without, the newest that all daemons do
     */
    public Versions(Cluster cluster, SilentNodes silent, Optional<ApiVersion> most) {
        this.cluster = cluster;
        this.silent = silent;
        this.most = most;
    }

    /**
     * The version in which a daemon is to be asked.
     *
     * @param wanted the client's, if it says one
     */
    ApiVersion of(NodeName node, Optional<String> wanted) throws ApiException {
        var all = spoken();
        if (all.isEmpty()) {
            throw ApiException.unavailable(
                    "no Docker daemon of the herd answers: 'herd node ls' says why");
        }
        var newest = newest(all);
        var version = wanted.isEmpty() ? newest : checked(wanted.get(), newest, oldest(all));
        var least = Optional.ofNullable(all.get(node)).map(Spoken::oldest).orElse(version);
        return version.compareTo(least) < 0 ? least : version;
    }

    private static ApiVersion checked(String wanted, ApiVersion newest, ApiVersion oldest)
            throws ApiException {
        var version = ApiVersion.parse(wanted);
        if (version.isEmpty() || version.get().compareTo(newest) > 0) {
            throw ApiException.badRequest(
                    "client version %s is too new. Maximum supported API version is %s"
                            .formatted(wanted, newest));
        }
        if (version.get().compareTo(oldest) < 0) {
            throw ApiException.badRequest(
                    "client version %s is too old. Minimum supported API version is %s, please upgrade your client to a newer version"
                            .formatted(wanted, oldest));
        }
        return version.get();
    }

    /** The newest that all speak. */
    ApiVersion newest() {
        return newest(spoken());
    }

    private ApiVersion newest(Map<NodeName, Spoken> all) {
        return Stream.concat(all.values().stream().map(Spoken::newest), most.stream())
                .min(Comparator.naturalOrder())
                .orElse(ApiVersion.FIRST);
    }

    /** The oldest that one of them speaks. */
    ApiVersion oldest() {
        return oldest(spoken());
    }

    private static ApiVersion oldest(Map<NodeName, Spoken> all) {
        return all.values().stream()
                .map(Spoken::oldest)
                .min(Comparator.naturalOrder())
                .orElse(ApiVersion.FIRST);
    }

    /** Notes what an answer says of its daemon's version. */
    void saw(NodeName node, String newest) {
        var spoken = known.get(node);
        if (spoken != null && !spoken.newest().toString().equals(newest)) {
            known.remove(node, spoken);
        }
    }

    private Map<NodeName, Spoken> spoken() {
        var members = cluster.members().stream().map(it -> it.name()).collect(toSet());
        known.keySet().retainAll(members);
        silentSince.keySet().retainAll(members);
        var unknown = members.stream().filter(it -> !known.containsKey(it) && !rests(it)).toList();
        if (!unknown.isEmpty()) {
            var question = new CallDaemon(ApiRequest.get("/version", ""));
            new Survey(cluster, TIMEOUT, silent)
                    .ask(unknown, question, _ -> false)
                    .byNode()
                    .forEach((node, outcome) -> {
                        if (outcome instanceof Done(Replied(var response))) {
                            note(node, response.body());
                        } else {
                            silentSince.put(node, System.nanoTime());
                        }
                    });
        }
        return known.entrySet().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean rests(NodeName node) {
        var since = silentSince.get(node);
        return since != null && System.nanoTime() - since < REST.toNanos();
    }

    private void note(NodeName node, String document) {
        var newest = ApiText.text(document, NEWEST).flatMap(ApiVersion::parse);
        var oldest = ApiText.text(document, OLDEST).flatMap(ApiVersion::parse);
        if (newest.isPresent()) {
            known.put(
                    node,
                    new Spoken(
                            oldest.filter(it -> it.compareTo(ApiVersion.FIRST) > 0)
                                    .orElse(ApiVersion.FIRST),
                            newest.get()));
            silentSince.remove(node);
        } else {
            silentSince.put(node, System.nanoTime());
        }
    }
}
