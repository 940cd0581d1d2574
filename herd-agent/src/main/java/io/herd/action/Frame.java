package io.herd.action;

import io.herd.action.Streaming.Window;
import io.herd.model.RawJson;
import java.nio.ByteBuffer;

/**
 * A piece of what flows over the connection of a {@link Streaming}. After {@link Exited}, {@link
 * Ended} or {@link Failed} nothing more comes.
 */
public sealed interface Frame {

    /** What was asked for has begun. */
    record Begun() implements Frame {}

    /** Of standard output, or of an archive. */
    record Out(ByteBuffer bytes) implements Frame {}

    /** Of standard error. */
    record Err(ByteBuffer bytes) implements Frame {}

    record Document(RawJson json) implements Frame {}

    /** For standard input, or of an archive. */
    record In(ByteBuffer bytes) implements Frame {}

    /** Nothing more will be sent. */
    record EndOfInput() implements Frame {}

    /** The asker's terminal has another size. */
    record Resized(Window window) implements Frame {}

    /** Whoever sends this is still there. */
    record Alive() implements Frame {}

    record Exited(int code) implements Frame {}

    record Ended() implements Frame {}

    /**
     * @param why anything but done
     */
    record Failed(Outcome why) implements Frame {}
}
