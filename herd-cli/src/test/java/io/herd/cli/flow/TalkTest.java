package io.herd.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Frame;
import io.herd.stream.Session;
import io.herd.stream.SessionPair;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class TalkTest {

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void whatCannotBeReadEndsTheInputAndIsTold() throws IOException {
        var unreadable = new FileInputStream("/dev/null");
        unreadable.close();
        var console = new MemoryConsole(unreadable);
        try (var ends = SessionPair.connect()) {
            Thread.ofVirtual().start(() -> endWithTheInput(ends.there()));

            assertThat(new Talk(ends.here(), console).run(true)).isEqualTo(new Ending.Exited(7));
        }

        assertThat(console.told()).isEqualTo("herd: cannot read standard input: Stream Closed\n");
    }

    private static void endWithTheInput(Session session) {
        try {
            while (!(session.receive() instanceof Frame.EndOfInput)) {}
            session.send(new Frame.Exited(7));
        } catch (IOException e) {
            session.fail(e);
        }
    }
}
