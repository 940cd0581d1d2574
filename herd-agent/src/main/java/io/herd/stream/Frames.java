package io.herd.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Encodes and decodes {@link Frame}s: a letter for the kind, four bytes for the length, most
 * significant first, and so many bytes.
 */
final class Frames {

    /** Maximum bytes of a frame; a list of 30,000 containers has about as many. */
    private static final int MOST = 64 * 1024 * 1024;

    /** Maximum bytes that are allocated only because the other side announces them. */
    private static final int USUAL = 64 * 1024;

    private Frames() {}

    static void write(Frame frame, DataOutputStream to) throws IOException {
        switch (frame) {
            case Frame.Begun _ -> empty('b', to);
            case Frame.Head(var head) -> text('h', Wire.head(head).text(), to);
            case Frame.Out(var bytes) -> bytes('o', bytes, to);
            case Frame.Err(var bytes) -> bytes('e', bytes, to);
            case Frame.Document(var json) -> text('d', json.text(), to);
            case Frame.In(var bytes) -> bytes('i', bytes, to);
            case Frame.EndOfInput _ -> empty('c', to);
            case Frame.Resized(Window(int rows, int columns)) -> {
                head('w', 2 * Integer.BYTES, to);
                to.writeInt(rows);
                to.writeInt(columns);
            }
            case Frame.Alive _ -> empty('a', to);
            case Frame.Exited(int code) -> {
                head('x', Integer.BYTES, to);
                to.writeInt(code);
            }
            case Frame.Ended _ -> empty('z', to);
            case Frame.Failed(var why) -> bytes('f', ByteBuffer.wrap(Wire.outcome(why)), to);
        }
        to.flush();
    }

    /**
     * @throws EOFException when the other side has closed the connection
     */
    static Frame read(DataInputStream from) throws IOException {
        int kind = from.readUnsignedByte();
        int length = from.readInt();
        if (length < 0 || length > MOST) {
            throw new ProtocolException("a frame of %d bytes".formatted(length & 0xffffffffL));
        }
        return frame(kind, length <= USUAL ? usual(length, from) : large(length, from));
    }

    private static byte[] usual(int length, DataInputStream from) throws IOException {
        var bytes = new byte[length];
        from.readFully(bytes);
        return bytes;
    }

    // Allocates as bytes really come, whatever length was announced.
    private static byte[] large(int length, DataInputStream from) throws IOException {
        var bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static Frame frame(int kind, byte[] bytes) throws IOException {
        return switch (kind) {
            case 'b' -> new Frame.Begun();
            case 'h' -> head(bytes);
            case 'o' -> new Frame.Out(ByteBuffer.wrap(bytes));
            case 'e' -> new Frame.Err(ByteBuffer.wrap(bytes));
            case 'd' -> document(bytes);
            case 'i' -> new Frame.In(ByteBuffer.wrap(bytes));
            case 'c' -> new Frame.EndOfInput();
            case 'w' -> {
                var sizes = numbers(bytes, 2);
                yield new Frame.Resized(new Window(sizes.getInt(), sizes.getInt()));
            }
            case 'a' -> new Frame.Alive();
            case 'x' -> new Frame.Exited(numbers(bytes, 1).getInt());
            case 'z' -> new Frame.Ended();
            case 'f' -> failed(bytes);
            default -> throw new ProtocolException("an unknown frame, '%c'".formatted(kind));
        };
    }

    private static Frame document(byte[] bytes) throws ProtocolException {
        try {
            return new Frame.Document(StrictJson.parse(new String(bytes, UTF_8)));
        } catch (MalformedJsonException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()));
        }
    }

    private static Frame head(byte[] bytes) throws ProtocolException {
        try {
            return new Frame.Head(Wire.head(StrictJson.parse(new String(bytes, UTF_8))));
        } catch (MalformedJsonException | WireException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()));
        }
    }

    private static Frame failed(byte[] bytes) throws ProtocolException {
        try {
            return new Frame.Failed(Wire.outcome(bytes));
        } catch (WireException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()));
        }
    }

    private static ByteBuffer numbers(byte[] bytes, int count) throws ProtocolException {
        if (bytes.length != count * Integer.BYTES) {
            throw new ProtocolException("a frame of the wrong length");
        }
        return ByteBuffer.wrap(bytes);
    }

    private static void head(char kind, int length, DataOutputStream to) throws IOException {
        to.writeByte(kind);
        to.writeInt(length);
    }

    private static void empty(char kind, DataOutputStream to) throws IOException {
        head(kind, 0, to);
    }

    private static void text(char kind, String text, DataOutputStream to) throws IOException {
        bytes(kind, ByteBuffer.wrap(text.getBytes(UTF_8)), to);
    }

    private static void bytes(char kind, ByteBuffer bytes, DataOutputStream to) throws IOException {
        head(kind, bytes.remaining(), to);
        to.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }
}
