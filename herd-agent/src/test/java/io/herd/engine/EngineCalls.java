package io.herd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herd.action.Failure;
import io.herd.model.Deadline;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How tests call an engine: until when, and how that failed. */
public final class EngineCalls {

    private EngineCalls() {}

    public static Deadline in(int millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }

    /** Why the call failed; it must. */
    public static Failure failure(ThrowingCallable call) {
        var thrown = catchThrowableOfType(EngineException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
