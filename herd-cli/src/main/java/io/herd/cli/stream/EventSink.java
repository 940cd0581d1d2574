package io.herd.cli.stream;

import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Merge;
import io.herd.cli.flow.Sink;
import io.herd.cli.render.EventText.NodeEvent;
import io.herd.cli.render.Notice;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.DockerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * Sink that adds the events of one node to the merged order of all.
 *
 * @param heard the time of each node's last event, by node
 */
public record EventSink(
        NodeName node, Merge<NodeEvent> merge, Map<NodeName, Instant> heard, Console console)
        implements Sink {

    @Override
    public void document(RawJson document) throws IOException {
        try {
            var event = DockerJson.event(document);
            heard.put(node, event.time());
            merge.add(new NodeEvent(node, event));
        } catch (UnexpectedJsonException e) {
            console.tell(Notice.of("node %s told no event: %s".formatted(node, e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public Ending drain(Session session) {
        try {
            return Sink.super.drain(session);
        } finally {
            merge.ended();
        }
    }
}
