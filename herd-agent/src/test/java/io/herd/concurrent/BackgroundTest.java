package io.herd.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final CountDownLatch free = new CountDownLatch(1);

    @Test
    void whoeverWaitsGivesUpAtTheDeadlineAndTheTaskGoesOn() {
        var task = Background.start("test", this::held);
        assertThat(task.await(Deadline.in(Duration.ofMillis(20)))).isEmpty();

        free.countDown();

        assertThat(task.await()).isEqualTo("done");
    }

    @Test
    void whatATaskThrewIsTheCauseForWhoeverWaits() {
        var broken = new IllegalArgumentException("broken");
        var task =
                Background.start(
                        "test",
                        () -> {
                            throw broken;
                        });

        assertThatThrownBy(task::await).hasCause(broken);
    }

    private String held() {
        try {
            free.await();
            return "done";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }
}
