package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import io.herd.herd.answer.Outcomes;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.NodeDocument;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What several daemons have answered to one request.
 *
 * @param parts the own daemon's first, if it has answered
 * @param missing why the others have not, by node
 * @param strict whether there is no answer then
 */
record Gathering(List<NodeDocument> parts, NavigableMap<NodeName, String> missing, boolean strict) {

    /** Takes a part apart. */
    @FunctionalInterface
    interface Taking {
        void take(NodeDocument part) throws UnexpectedJsonException;
    }

    /**
     * Asks all of these.
     *
     * @throws ApiException what is wrong with the request, in the words of a daemon; or that nobody
     *     has answered
     */
    static Gathering of(HerdApi api, Collection<NodeName> nodes, ApiRequest request)
            throws ApiException {
        var versioned = new TreeMap<NodeName, ApiRequest>();
        for (var node : nodes) {
            versioned.put(node, api.versioned(node, request));
        }
        var answers =
                api.daemons()
                        .survey()
                        .ask(nodes, node -> new CallDaemon(at(versioned, node)), _ -> false);
        if (!request.method().equals("GET")) {
            needDone(answers);
        }
        var gathered = of(api, answers);
        api.daemons()
                .gone(nodes)
                .forEach(it -> gathered.missing.putIfAbsent(it.name(), it.reason()));
        return gathered;
    }

    // What has changed something on some nodes alone is no success, and is told of each.
    private static void needDone(Answers answers) throws ApiException {
        var outcomes = new TreeMap<NodeName, String>();
        var statuses = new ArrayList<Integer>();
        for (var node : answers.byNode().keySet()) {
            if (answers.of(node) instanceof Done(Replied(var response))) {
                outcomes.put(node, response.ok() ? "done" : Errors.message(response));
                if (!response.ok()) {
                    statuses.add(response.head().status());
                }
            } else {
                var e = ApiException.of(node, answers.of(node));
                outcomes.put(node, why(answers.of(node)));
                statuses.add(e.status());
            }
        }
        if (!statuses.isEmpty()) {
            throw new ApiException(
                    statuses.getFirst(),
                    outcomes.entrySet().stream()
                            .map(it -> it.getKey() + ": " + it.getValue())
                            .collect(joining("; ")));
        }
    }

    private static ApiRequest at(NavigableMap<NodeName, ApiRequest> requests, NodeName node) {
        return Objects.requireNonNull(requests.get(node));
    }

    private static Gathering of(HerdApi api, Answers answers) throws ApiException {
        var daemons = api.daemons();
        var parts = new ArrayList<NodeDocument>();
        var missing = new TreeMap<NodeName, String>();
        for (var node : daemons.ownFirst(answers.byNode().keySet())) {
            var outcome = answers.of(node);
            if (outcome instanceof Done(Replied(var response))) {
                refused(node, response, daemons);
                if (response.ok()) {
                    parts.add(api.document(node, response));
                } else {
                    missing.put(node, Errors.message(response));
                }
            } else {
                missing.put(node, why(outcome));
            }
        }
        if (parts.isEmpty() && !missing.isEmpty()) {
            throw nobody(daemons, answers, missing);
        }
        return new Gathering(parts, missing, api.options().strict());
    }

    // What one daemon does not understand, another does not either.
    private static void refused(NodeName node, ApiResponse response, Daemons daemons)
            throws ApiException {
        int status = response.head().status();
        if (status >= 400 && status < 500) {
            throw new ApiException(status, Errors.at(node, daemons.self(), response));
        }
    }

    private static ApiException nobody(
            Daemons daemons, Answers answers, NavigableMap<NodeName, String> missing) {
        var first = answers.byNode().getOrDefault(daemons.self(), answers.of(missing.firstKey()));
        var node =
                answers.byNode().containsKey(daemons.self()) ? daemons.self() : missing.firstKey();
        return first instanceof Done
                ? new ApiException(500, node + ": " + missing.get(node))
                : ApiException.of(node, first);
    }

    private static String why(Outcome outcome) {
        return Outcomes.trouble(outcome).orElse("its agent is of another version");
    }

    /** Takes all parts apart; one that cannot be read is missing. */
    void each(Taking taking) {
        for (var part : List.copyOf(parts)) {
            try {
                taking.take(part);
            } catch (UnexpectedJsonException e) {
                missing.put(
                        part.node(),
                        "cannot read what its Docker daemon answers: " + e.getMessage());
            }
        }
    }

    /**
     * An answer with a document of all, that names who is missing in it.
     *
     * @throws ApiException if somebody is, and that is not wanted
     */
    ApiResponse answer(String document) throws ApiException {
        return new ApiResponse(head(missing, strict), document);
    }

    /**
     * The head of an answer that names who is missing in it.
     *
     * @throws ApiException if somebody is, and there is no answer then
     */
    static ApiHead head(NavigableMap<NodeName, String> missing, boolean strict)
            throws ApiException {
        if (strict && !missing.isEmpty()) {
            throw ApiException.unavailable(
                    missing.entrySet().stream()
                            .map(it -> it.getKey() + ": " + it.getValue())
                            .collect(joining("; ")));
        }
        var head =
                new ApiHead(200, "", List.of(new Header("Content-Type", "application/json")), true);
        for (var node : missing.entrySet()) {
            head =
                    head.and("Warning", Unheard.warning(node.getKey(), node.getValue()))
                            .and("X-Herd-Missing", node.getKey().value());
        }
        return head;
    }
}
