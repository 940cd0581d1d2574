package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CreationsUnderWayTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final CreationsUnderWay creations = new CreationsUnderWay();

    @Test
    void whereNothingIsBeingCreatedNobodyWaits() {
        assertThatCode(() -> creations.awaitEnd(Deadline.in(Duration.ZERO)))
                .doesNotThrowAnyException();
    }

    @Test
    void aCreationThatGoesOnBeyondTheDeadlineIsNamed() throws Exception {
        var asked = new AtomicBoolean();

        var made =
                creations.during(() -> {
                    assertThatThrownBy(() -> creations.awaitEnd(Deadline.in(SHORT)))
                            .isInstanceOfSatisfying(
                                    EngineException.class,
                                    e ->
                                            assertThat(e.failure().kind())
                                                    .isEqualTo(Kind.DAEMON_TIMEOUT))
                            .hasMessageContaining("still being created");
                    asked.set(true);
                    return "made";
                });

        assertThat(made).isEqualTo("made");
        assertThat(asked).isTrue();
    }

    @Test
    void oneThatFailsHasEnded() {
        assertThatThrownBy(() ->
                        creations.during(() -> {
                            throw new EngineException(Kind.CONFLICT, "name in use");
                        }))
                .hasMessage("name in use");

        assertThatCode(() -> creations.awaitEnd(Deadline.in(Duration.ZERO)))
                .doesNotThrowAnyException();
    }
}
