package io.herd.cli.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Has the agent run a command line, and writes the output. The frames are those of io.herd.stream:
 * a letter, four bytes for the length, and so many bytes. After each piece of output the agent is
 * told that it is written, or why not.
 */
final class Conversation implements Closeable {

    /** The command needs the user's own process, and nothing was done. */
    static final int NOT_HERE = -1;

    // As herd.render.ExitCode has it: what was done is not known.
    private static final int PARTIAL = 3;
    private static final int FAILED = 1;

    private static final int HEAD = 5;
    private static final byte[] ERASE_LINE = "\r\u001b[K".getBytes(UTF_8);
    // The agent says every two seconds that it is alive; it declines or begins at once.
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long HELLO_MILLIS = 2_000;

    private final SocketChannel channel;
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);
    private final ByteBuffer head = ByteBuffer.allocateDirect(HEAD);
    private final Alarm alarm;
    private boolean begun;
    private boolean cleaned;

    private Conversation(SocketChannel channel) {
        this.channel = channel;
        this.alarm = new Alarm(channel);
    }

    static Conversation at(String socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Conversation(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException(e);
        }
    }

    /** Runs a command line; returns its exit code, or {@link #NOT_HERE}. */
    int run(String line) throws IOException {
        alarm.set(HELLO_MILLIS);
        try {
            send('d', line.getBytes(UTF_8));
            while (true) {
                int kind = receiveHead();
                var content = receive(head.getInt(1));
                alarm.set(PATIENCE_MILLIS);
                switch (kind) {
                    case 'b' -> begun = true;
                    case 'o' -> write(out, content);
                    case 'e' -> {
                        write(err, content);
                        keepClean(content);
                    }
                    case 'a' -> {}
                    case 'x' -> {
                        return ByteBuffer.wrap(content).getInt();
                    }
                    default -> {
                        return begun ? broken(FAILED) : NOT_HERE;
                    }
                }
            }
        } catch (IOException e) {
            return begun ? broken(PARTIAL) : NOT_HERE;
        }
    }

    private int broken(int code) throws IOException {
        var why =
                code == FAILED
                        ? "herd: the agent of this host failed: see its log"
                        : "herd: the agent of this host went away before the command had ended; what it has done is not known";
        err.write((why + "\n").getBytes(UTF_8));
        return code;
    }

    private void write(OutputStream to, byte[] content) throws IOException {
        alarm.off();
        try {
            to.write(content);
        } catch (IOException e) {
            alarm.set(PATIENCE_MILLIS);
            var why = e.getMessage();
            send('e', (why == null ? "" : why).getBytes(UTF_8));
            return;
        }
        alarm.set(PATIENCE_MILLIS);
        send('a', new byte[0]);
    }

    // A line of progress is erased by the one who draws it, unless the user stops this process.
    private void keepClean(byte[] content) {
        boolean drawn = content.length > 2 && content[content.length - 1] == 'K';
        if (drawn && !cleaned) {
            cleaned = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::erase));
        }
    }

    private void erase() {
        try {
            err.write(ERASE_LINE);
        } catch (IOException e) {
            // There is no terminal any more.
        }
    }

    private void send(char kind, byte[] content) throws IOException {
        var frame = ByteBuffer.allocateDirect(HEAD + content.length);
        frame.put((byte) kind).putInt(content.length).put(content).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    private int receiveHead() throws IOException {
        fill(head.clear());
        return head.get(0);
    }

    private byte[] receive(int length) throws IOException {
        if (length < 0) {
            throw new IOException("no length: " + length);
        }
        var content = new byte[length];
        fill(ByteBuffer.wrap(content));
        return content;
    }

    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
    }

    @Override
    public void close() throws IOException {
        alarm.off();
        channel.close();
    }
}
