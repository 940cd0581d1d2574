package io.herd.agent;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.json.docker.FetchJson;
import io.herd.model.NodeName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how an {@link ImageFetch} is getting on, while it goes on by itself. */
final class FetchedImage implements DaemonStream {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /** The work. */
    @FunctionalInterface
    interface Fetch {

        /**
         * @param copied the number of bytes that have come
         * @return the image's id
         */
        String run(AtomicLong copied) throws EngineException, InterruptedException;
    }

    private final NodeName from;
    private final AtomicLong copied = new AtomicLong();
    private final FutureTask<String> work;
    private final Queue<Frame> last = new ArrayDeque<>();

    FetchedImage(NodeName from, Fetch fetch) {
        this.from = from;
        work = new FutureTask<>(() -> fetch.run(copied));
        Thread.ofVirtual().name("herd-image-fetch").start(work);
    }

    @Override
    public Frame next() throws EngineException {
        if (!last.isEmpty()) {
            return last.remove();
        }
        try {
            var id = work.get(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
            last.add(new Frame.Ended());
            return new Frame.Document(FetchJson.arrived(id));
        } catch (TimeoutException _) {
            return new Frame.Document(FetchJson.progress(from, copied.get()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException why ? why : broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broken(e);
        }
    }

    private static EngineException broken(Exception e) {
        return new EngineException(Kind.INTERNAL, "the copy broke inside herd: " + e, e);
    }

    @Override
    public void write(ByteBuffer input) {
        // It takes no input.
    }

    @Override
    public void endInput() {
        // It takes no input.
    }

    @Override
    public void resize(Window window) throws EngineException {
        throw new EngineException(Kind.INVALID, "an image has no terminal");
    }

    /** Ends the work, whose connections close. */
    @Override
    public void abandon() {
        var _ = work.cancel(true);
    }

    @Override
    public void close() {
        abandon();
    }
}
