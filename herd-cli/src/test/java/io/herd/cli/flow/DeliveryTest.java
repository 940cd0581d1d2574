package io.herd.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.stream.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    /** Else it would take the next line of a shell, whose input it reads. */
    @Test
    void aContentThatGoesOnIsLeftWhenTheOtherSideHasEnded() throws Exception {
        var refused = new Outcome.Refused("no room");
        var said = new ByteArrayOutputStream();
        new Session(InputStream.nullInputStream(), said, () -> {}).send(new Frame.Failed(refused));
        var left = new CountDownLatch(1);
        try (var endless = new PipedInputStream();
                var _ = new PipedOutputStream(endless)) {
            var session =
                    new Session(
                            new ByteArrayInputStream(said.toByteArray()),
                            OutputStream.nullOutputStream(),
                            () -> {});

            var ending =
                    new Delivery(session)
                            .of(to -> {
                                try {
                                    endless.transferTo(to);
                                } catch (InterruptedIOException e) {
                                    left.countDown();
                                    throw new IOException(e);
                                }
                            });

            assertThat(ending).isEqualTo(new Ending.Broken(refused));
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
