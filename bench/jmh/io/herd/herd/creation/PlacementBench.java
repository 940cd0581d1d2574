package io.herd.herd.creation;

import io.herd.herd.creation.Placement.Load;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 containers at 1,000 nodes, each of which has some already. */
@State(Scope.Benchmark)
public class PlacementBench {

    private final Map<NodeName, Load> loads = new TreeMap<>();

    @Setup
    public void nodes() {
        for (int i = 0; i < 1000; i++) {
            loads.put(new NodeName("node-" + i), new Load(i * 7 % 10, i % 20));
        }
    }

    @Benchmark
    public List<NodeName> placementOf1000At1000() {
        return Placement.spread(loads, 1000);
    }
}
