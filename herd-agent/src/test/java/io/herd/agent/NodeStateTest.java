package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Failure.Kind;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.engine.MemoryEngine;
import io.herd.model.Deadline;
import io.herd.model.Pool;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeStateTest {

    private final MemoryEngine engine = new MemoryEngine();

    @Test
    void whatWasNotedIsReadOnce() throws Exception {
        var notes = new NodeState(engine, Map.of());

        notes.setPool(Pool.UNREGISTERED, soon());
        engine.down();

        assertThat(notes.pool(soon())).isEqualTo(Pool.UNREGISTERED);
    }

    @Test
    void aNoteWhoseAnswerWasLostCountsIfItWasMade() {
        var notes = new NodeState(losingAnswersToNotes(), Map.of());
        assertThat(notes.pool(soon())).isEqualTo(Pool.REGISTERED);

        assertThatThrownBy(() -> notes.setPool(Pool.UNREGISTERED, soon()))
                .isInstanceOf(EngineException.class);

        assertThat(notes.pool(soon())).isEqualTo(Pool.UNREGISTERED);
    }

    @Test
    void aNotedLabelBeatsTheAgentsOwnAsLongAsItIsNoted() throws Exception {
        var notes = new NodeState(engine, Map.of("zone", "west", "disk", "ssd"));
        assertThat(notes.labels(soon())).isEqualTo(Map.of("zone", "west", "disk", "ssd"));

        notes.updateLabels(Map.of("zone", "east"), List.of(), soon());
        assertThat(notes.labels(soon())).isEqualTo(Map.of("zone", "east", "disk", "ssd"));

        notes.updateLabels(Map.of(), List.of("zone"), soon());
        assertThat(notes.labels(soon())).isEqualTo(Map.of("zone", "west", "disk", "ssd"));
    }

    @Test
    void anAgentsOwnLabelIsNotRemovedAndNothingElseIsDone() throws Exception {
        var notes = new NodeState(engine, Map.of("zone", "west"));

        assertThatThrownBy(() -> notes.updateLabels(Map.of("disk", "ssd"), List.of("zone"), soon()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "label 'zone' is the agent's own: start it without --label zone=west");
        assertThat(notes.labels(soon())).isEqualTo(Map.of("zone", "west"));
    }

    @Test
    void theAgentsOwnLabelsAreKnownWhileItsDaemonIsDown() {
        engine.down();

        assertThat(new NodeState(engine, Map.of("zone", "west")).labels(soon()))
                .isEqualTo(Map.of("zone", "west"));
    }

    private Engine losingAnswersToNotes() {
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (_, method, arguments) -> {
                            var answer = method.invoke(engine, arguments);
                            if (method.getName().equals("note")) {
                                throw new EngineException(Kind.DAEMON_LOST, "lost");
                            }
                            return answer;
                        });
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
