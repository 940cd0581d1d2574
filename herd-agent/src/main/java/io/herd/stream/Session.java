package io.herd.stream;

import io.herd.action.Failure;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.model.Deadline;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection that carries {@link Frame}s in both directions. Sending blocks while the
 * other side does not read, so that a source stops when its reader stops. One thread receives; any
 * thread may send or close.
 */
public final class Session implements Closeable {

    // Only the head of a frame is read through this buffer, larger contents bypass it.
    private static final int IN_BUFFER = 4 * 1024;
    // Large enough to send most frames in one piece.
    private static final int OUT_BUFFER = 64 * 1024;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Closeable connection;
    private final ReentrantLock sending = new ReentrantLock();
    private volatile @Nullable Silence silence;

    /**
     * @param connection closed with the session; closing it ends reads and writes that wait
     */
    public Session(InputStream in, OutputStream out, Closeable connection) {
        this.in = new DataInputStream(new BufferedInputStream(in, IN_BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(out, OUT_BUFFER));
        this.connection = connection;
    }

    /**
     * Limits the silence of the other side from now on, while it is waited for. After too long a
     * silence the session is closed, and the last frame received is a failure that says so.
     */
    public void limit(Patience patience) {
        silence = new Silence(this, patience);
    }

    /**
     * Waits for the next frame.
     *
     * @throws java.io.EOFException when the other side has closed the connection
     * @throws IOException when the connection broke, or carries something other than frames
     */
    public Frame receive() throws IOException {
        var limited = silence;
        return limited == null ? Frames.read(in) : limited.receive(() -> Frames.read(in));
    }

    /**
     * Waits for the next frame at most until the deadline.
     *
     * @throws SocketTimeoutException at the deadline, when the session is closed
     */
    public Frame receive(Deadline deadline) throws IOException {
        try (var alarm = new DeadlineGuard(this, deadline)) {
            try {
                return receive();
            } catch (IOException e) {
                if (alarm.rang()) {
                    throw new SocketTimeoutException("nothing came in time");
                }
                throw e;
            }
        }
    }

    /**
     * Sends a question and waits for the first frame of its answer. A server that is full answers
     * and closes before it reads the question, so a question that could not be sent may have an
     * answer, too.
     *
     * @throws SocketTimeoutException at the deadline, when the session is closed
     * @throws IOException when the other side is gone and has said nothing
     */
    public Frame ask(Frame question, Deadline deadline) throws IOException {
        try {
            send(question);
        } catch (IOException unsent) {
            try {
                return receive(deadline);
            } catch (IOException e) {
                unsent.addSuppressed(e);
                throw unsent;
            }
        }
        return receive(deadline);
    }

    /**
     * @throws IOException when the other side is gone
     */
    public void send(Frame frame) throws IOException {
        var limited = silence;
        sending.lock();
        try {
            if (limited != null) {
                limited.sends();
            }
            Frames.write(frame, out);
            if (limited != null) {
                limited.sent(frame);
            }
        } finally {
            sending.unlock();
        }
    }

    /**
     * Ends the session after an unexpected exception in a thread of this side: the other side is
     * told so, if it still listens, instead of left to wait.
     */
    public void fail(Throwable thrown) {
        try (this) {
            send(new Frame.Failed(broken(thrown)));
        } catch (IOException e) {
            // The other side is gone already.
        }
    }

    /** The outcome for a stream that ended by an unexpected exception. */
    public static Outcome broken(Throwable thrown) {
        var said = thrown.getMessage();
        return new Outcome.Failed(
                new Failure(
                        Failure.Kind.INTERNAL,
                        "the stream broke inside herd" + (said == null ? "" : ": " + said)));
    }

    @Override
    public void close() {
        var limited = silence;
        if (limited != null) {
            limited.stop();
        }
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
