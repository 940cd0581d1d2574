package io.herd.cli.stream;

import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Sink;
import io.herd.cli.render.Notice;
import io.herd.cli.render.StatsTable.Sample;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.StatsJson;
import io.herd.model.NaturalOrder;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The latest resource usage of each container. Thread-safe. */
public final class Usages {

    private record Key(NodeName node, String id) {}

    private final Map<Key, Sample> latest = new ConcurrentHashMap<>();
    private final boolean named;
    private final Consumer<String> told;

    /**
     * @param named whether the user has named the containers, so that they are shown even if they
     *     do not run
     * @param told takes a line about each document that cannot be read
     */
    public Usages(boolean named, Consumer<String> told) {
        this.named = named;
        this.told = told;
    }

    /** Reads all samples of a node. */
    public Ending take(NodeName node, Session session) {
        return from(node).drain(session);
    }

    /** The same for samples that keep coming; forgets the containers of a node that is lost. */
    public Ending follow(NodeName node, Session session) {
        var ending = take(node, session);
        if (ending instanceof Ending.Broken) {
            latest.keySet().removeIf(key -> key.node().equals(node));
        }
        return ending;
    }

    private Sink from(NodeName node) {
        return new Sink() {
            @Override
            public void document(RawJson stats) {
                try {
                    add(new Sample(node, stats, StatsJson.usage(stats)));
                } catch (UnexpectedJsonException e) {
                    told.accept(
                            Notice.of("node %s says no usage: %s".formatted(node, e.getMessage())));
                }
            }
        };
    }

    private void add(Sample sample) {
        var usage = sample.usage();
        var key = new Key(sample.node(), usage.id());
        boolean isGone = usage.name().isEmpty();
        if (isGone || !(named || usage.running())) {
            latest.remove(key);
        } else {
            latest.put(key, sample);
        }
    }

    public List<Sample> now() {
        return latest.values().stream()
                .sorted(
                        Comparator.comparing(Sample::node)
                                .thenComparing(
                                        sample -> sample.usage().name(), NaturalOrder.OF_NAMES))
                .toList();
    }
}
