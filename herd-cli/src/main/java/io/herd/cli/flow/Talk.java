package io.herd.cli.flow;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.cli.render.Notice;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Connects the console to a process in the herd: its output is written as it is, and input is sent
 * to it.
 */
public record Talk(Session session, Console console) implements Sink {

    private static final int PIECE = 32 * 1024;

    /**
     * Runs to the end, and closes the session.
     *
     * @param input whether to send what is typed or piped in
     */
    public Ending run(boolean input) {
        var typing = Thread.ofPlatform().daemon().name("herd-input").unstarted(this::type);
        if (input) {
            typing.start();
        }
        try {
            return drain(session);
        } finally {
            typing.interrupt();
        }
    }

    /** The same with a raw terminal: sends every key and every change of the window's size. */
    public Ending run(Tty tty) {
        try (var _ = tty.raw(this::resize)) {
            resize(tty.size());
            return run(true);
        }
    }

    void resize(Window size) {
        tell(new Frame.Resized(size));
    }

    @Override
    public void out(ByteBuffer bytes) throws IOException {
        write(bytes, console.out());
    }

    @Override
    public void err(ByteBuffer bytes) throws IOException {
        write(bytes, console.err());
    }

    private static void write(ByteBuffer bytes, OutputStream to) throws IOException {
        to.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        to.flush();
    }

    private void type() {
        var bytes = new byte[PIECE];
        try {
            for (int n = read(bytes); n >= 0; n = read(bytes)) {
                session.send(new Frame.In(ByteBuffer.wrap(bytes, 0, n)));
            }
            session.send(new Frame.EndOfInput());
        } catch (IOException e) {
            // The other direction ends, too, and says why.
        }
    }

    // An input that cannot be read counts as ended, so that the process does not wait for more.
    private int read(byte[] bytes) throws InterruptedIOException {
        try {
            return console.in().read(bytes);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            console.tell(Notice.of(Console.unreadable(e)));
            return -1;
        }
    }

    private void tell(Frame frame) {
        try {
            session.send(frame);
        } catch (IOException e) {
            // The other direction ends, too, and says why.
        }
    }
}
