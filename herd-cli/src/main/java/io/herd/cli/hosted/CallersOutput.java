package io.herd.cli.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The stdout and stderr of the process that a user has started. A write lasts until that process
 * has written, and fails as it failed there: what is done about a full disk or a closed pipe is the
 * same wherever a command runs. Thread-safe.
 */
final class CallersOutput {

    private final Session session;
    private final ReentrantLock turns = new ReentrantLock();
    private final BlockingQueue<Optional<IOException>> replies = new ArrayBlockingQueue<>(2);
    private volatile boolean gone;

    CallersOutput(Session session) {
        this.session = session;
    }

    OutputStream out() {
        return new Pieces(Frame.Out::new);
    }

    OutputStream err() {
        return new Pieces(Frame.Err::new);
    }

    /**
     * Takes the replies to what is written.
     *
     * @throws IOException when the process is gone: then every write fails
     */
    void listen() throws IOException {
        try {
            while (true) {
                hear(session.receive());
            }
        } finally {
            gone = true;
            var _ = replies.offer(Optional.of(gone()));
        }
    }

    private static IOException gone() {
        return new IOException("whoever started the command is gone");
    }

    private void hear(Frame frame) {
        switch (frame) {
            case Frame.Alive _ -> replies.offer(Optional.empty());
            case Frame.Err(var why) ->
                    replies.offer(Optional.of(new IOException(UTF_8.decode(why).toString())));
            case Frame.Begun _,
                    Frame.Head _,
                    Frame.Out _,
                    Frame.Document _,
                    Frame.In _,
                    Frame.EndOfInput _,
                    Frame.Resized _,
                    Frame.Exited _,
                    Frame.Ended _,
                    Frame.Failed _ -> {}
        }
    }

    private void write(Frame frame) throws IOException {
        turns.lock();
        try {
            if (gone) {
                throw gone();
            }
            session.send(frame);
            var failure = replies.take();
            if (failure.isPresent()) {
                throw failure.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        } finally {
            turns.unlock();
        }
    }

    private final class Pieces extends OutputStream {

        private final Function<ByteBuffer, Frame> frame;

        Pieces(Function<ByteBuffer, Frame> frame) {
            this.frame = frame;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                CallersOutput.this.write(frame.apply(ByteBuffer.wrap(bytes, from, length)));
            }
        }
    }
}
