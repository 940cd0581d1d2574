package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.cluster.Member;
import io.herd.herd.answer.NodeAnswer;
import io.herd.model.DaemonState;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTableTest {

    private static final NodeName NODE = new NodeName("node-1");
    private static final Member MEMBER = new Member(NODE, "192.168.100.101:7800");
    private static final DaemonState UP =
            new DaemonState.Up("28.5.2", "1.51", 12, 12, 7, 16, 33_000_000_000L);
    private static final List<NodeAnswer> NODES =
            List.of(
                    new NodeAnswer(
                            MEMBER,
                            new Done(
                                    new Described(
                                            new NodeInfo(
                                                    NODE,
                                                    Pool.UNREGISTERED,
                                                    Map.of(),
                                                    "0.1.0",
                                                    UP)))),
                    new NodeAnswer(
                            new Member(new NodeName("node-2"), "192.168.100.102:7800"),
                            new Outcome.Unreachable("gone")));

    @Test
    void eightyColumnsAreEnough() {
        assertThat(picture(80))
                .isEqualTo(
                        """
                        NAME    STATUS     POOL          ADDRESS               CONTAINERS  DOCKER  HERD
                        node-1  ready      unregistered  192.168.100.101:7800  12          28.5.2  0.1.0
                        node-2  no answer  -             192.168.100.102:7800  -           -       -
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 50, 65, 80, 100, 120})
    void aNameAndAStatusAreNeverCutAndNoLineIsTooLong(int width) {
        assertThat(picture(width).lines())
                .hasSize(3)
                .allMatch(line -> line.length() <= width)
                .last()
                .asString()
                .startsWith("node-2  ")
                .contains("no answer");
    }

    private static String picture(int width) {
        return Pictures.of(NodeTable.of(NODES), new Style(false, false, false, width));
    }
}
