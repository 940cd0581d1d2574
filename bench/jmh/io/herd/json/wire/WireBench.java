package io.herd.json.wire;

import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The answer of one node to a list, with 300 containers. */
@State(Scope.Benchmark)
public class WireBench {

    private final RawJson list = DaemonsList.of(300);
    private final Outcome answer = new Done(new Document(list));
    private final byte[] written = Wire.outcome(answer);
    private final NodeName node = new NodeName("a");

    @Benchmark
    public byte[] answerOf300IsWritten() {
        return Wire.outcome(answer);
    }

    @Benchmark
    public Outcome answerOf300IsRead() throws Exception {
        return Wire.outcome(written);
    }

    @Benchmark
    public List<Container> containersOfItAreRead() throws Exception {
        return ContainerJson.list(node, list);
    }
}
