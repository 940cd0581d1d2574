package io.herd.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.engine.EngineException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A daemon that names somebody else's process has nobody killed. */
class HostProcessTest {

    private static final String ID =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final Duration asked = HostProcess.uptime();

    @AutoClose private final Sleeper victim = Sleeper.start();

    HostProcessTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "/", ".", ":", "user.slice", "0::/", ID})
    void aProcessOfNoContainerIsLeftAlone(String container) {
        assertThatThrownBy(() -> new HostProcess(victim.pid(), container, asked).signal("SIGKILL"))
                .isInstanceOf(EngineException.class)
                .hasMessage("process %d is not of this container on this host", victim.pid());
        assertThat(victim.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1})
    void noProcessAtAllAndTheFirstAreLeftAlone(long pid) {
        assertThatThrownBy(() -> new HostProcess(pid, ID, asked).signal("SIGKILL"))
                .hasMessageContaining("is not of this container");
    }
}
