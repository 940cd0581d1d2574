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
 * One end of a connection that carries frames both ways. Sending blocks while the other side does
 * not read: that is what stops a source whose reader has stopped. One thread receives; any may send
 * or close.
 */
public final class Session implements Closeable {

    // Of a frame only the head is read through its buffer, the rest past it.
    private static final int IN_BUFFER = 4 * 1024;
    // The larger of the usual frames in one piece.
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
     * From now on the other side may not be silent for longer than this while it is waited for:
     * then the session is closed, and the last frame received is the failure that says so.
     */
    public void limit(Patience patience) {
        silence = new Silence(this, patience);
    }

    /**
     * Waits for the next frame.
     *
     * @throws java.io.EOFException when the other side has closed the connection
     * @throws IOException when it broke, or carries something else
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
     * Sends a question and waits for the first frame of its answer. Who is full says so and hangs
     * up before it has read the question, so one that could not be sent may have an answer, too.
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
     * Ends it because a thread of this side threw what nobody expected: the other side is told so,
     * if it still listens, rather than left to wait.
     */
    public void fail(Throwable thrown) {
        try (this) {
            send(new Frame.Failed(broken(thrown)));
        } catch (IOException e) {
            // It is gone already, and wants to know no more.
        }
    }

    /** What has become of a stream of which a thread threw this. */
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
