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
import org.junit.jupiter.api.Test;

class NotesTest {

    private final MemoryEngine engine = new MemoryEngine();

    @Test
    void whatWasNotedIsReadOnce() throws Exception {
        var notes = new Notes(engine);

        notes.setPool(Pool.UNREGISTERED, soon());
        engine.down();

        assertThat(notes.pool(soon())).isEqualTo(Pool.UNREGISTERED);
    }

    @Test
    void aNoteWhoseAnswerWasLostCountsIfItWasMade() {
        var notes = new Notes(losingAnswersToNotes());
        assertThat(notes.pool(soon())).isEqualTo(Pool.REGISTERED);

        assertThatThrownBy(() -> notes.setPool(Pool.UNREGISTERED, soon()))
                .isInstanceOf(EngineException.class);

        assertThat(notes.pool(soon())).isEqualTo(Pool.UNREGISTERED);
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
