package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.engine.EngineException;
import io.herd.json.docker.FetchJson;
import io.herd.model.NodeName;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FetchedImageTest {

    private static final NodeName B = new NodeName("b");

    @Test
    void itTellsHowMuchHasComeAndAtLastTheId() throws Exception {
        var go = new CountDownLatch(1);
        try (var fetched =
                new FetchedImage(
                        B,
                        copied -> {
                            copied.set(7);
                            go.await();
                            return "sha256:abc";
                        })) {
            assertThat(fetched.next()).isEqualTo(new Frame.Document(FetchJson.progress(B, 7)));
            go.countDown();
            assertThat(fetched.next())
                    .isEqualTo(new Frame.Document(FetchJson.arrived("sha256:abc")));
            assertThat(fetched.next()).isEqualTo(new Frame.Ended());
        }
    }

    @Test
    void whyItHasNotComeIsSaid() {
        try (var fetched =
                new FetchedImage(
                        B,
                        _ -> {
                            throw new EngineException(Kind.DAEMON_ERROR, "b: no space left");
                        })) {
            assertThatThrownBy(fetched::next)
                    .isInstanceOf(EngineException.class)
                    .hasMessage("b: no space left");
        }
    }

    @Test
    void nothingGoesOnOnceNobodyListens() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var fetched =
                new FetchedImage(
                        B,
                        _ -> {
                            begun.countDown();
                            try {
                                new CountDownLatch(1).await();
                                return "";
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                                throw e;
                            }
                        });

        begun.await();
        fetched.abandon();

        await().untilTrue(interrupted);
    }

    @Test
    void whatItTellsCanBeRead() throws Exception {
        var progress = FetchJson.read(FetchJson.progress(B, 1L << 40));
        assertThat(progress.bytes()).isEqualTo(1L << 40);
        assertThat(progress.id()).isEmpty();
        assertThat(FetchJson.read(FetchJson.arrived("x")).id()).contains("x");
    }
}
