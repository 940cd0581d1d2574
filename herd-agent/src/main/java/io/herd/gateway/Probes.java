package io.herd.gateway;

import io.herd.action.Action.DescribeNode;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.json.dockermod.DockerModJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.DaemonState;
import io.herd.model.DaemonState.Down;
import io.herd.model.DaemonState.Up;
import io.herd.model.NodeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers GET requests about the agent: index, health, readiness and metrics. */
final class Probes {

    private final Herd herd;
    private final NodeName self;
    private final String version;
    private final Metrics metrics;

    Probes(Herd herd, NodeName self, String version, Metrics metrics) {
        this.herd = herd;
        this.self = self;
        this.version = version;
        this.metrics = metrics;
    }

    HttpReply index() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("about", "herd: any number of Docker hosts as one. POST / takes a JSON action.");
        fields.put("version", version);
        fields.put("node", self);
        fields.put("actions", DockerModJson.actions());
        fields.put("probes", List.of("/health", "/ready", "/metrics"));
        return HttpReply.json(Statuses.OK, AnswerJson.object(fields));
    }

    /** The process is alive, whatever its daemon and the herd do. */
    HttpReply health() {
        return HttpReply.json(
                Statuses.OK, AnswerJson.object(new LinkedHashMap<>(Map.of("healthy", true))));
    }

    /**
     * Whether the daemon answers and this agent is in the herd.
     *
     * @param known whether it is known who asks; strangers are told no names
     */
    HttpReply ready(boolean known) {
        return switch (daemon()) {
            case Up up -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("ready", true);
                if (known) {
                    fields.put("node", self);
                    fields.put("docker", up.version());
                    fields.put("nodes", herd.nodes());
                }
                yield HttpReply.json(Statuses.OK, AnswerJson.object(fields));
            }
            case Down(String reason) ->
                    known
                            ? new Problem(Statuses.UNAVAILABLE, self + ": " + reason, self).reply()
                            : new Problem(Statuses.UNAVAILABLE, "the agent is not ready").reply();
        };
    }

    HttpReply metrics() {
        var text = metrics.text(herd.nodes().size(), daemon());
        return new HttpReply(Statuses.OK, metrics.type(), text);
    }

    /** Asked through the herd, as any other client would. */
    private DaemonState daemon() {
        try {
            var outcome = herd.ask(new Selector.Named(Set.of(self)), new DescribeNode()).of(self);
            return outcome instanceof Done(Described(var node))
                    ? node.daemon()
                    : new Down(ListHandler.problem(self, outcome).message());
        } catch (NoSuchNodeException e) {
            return new Down(String.valueOf(e.getMessage()));
        }
    }
}
