package io.herd.cli.shell;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.cluster.Handler;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A node that answers nobody, until whoever asked it is interrupted. */
final class StuckNode implements Handler {

    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public Outcome handle(Action action, Deadline deadline) {
        asked.countDown();
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return new Outcome.Unreachable("interrupted");
    }
}
