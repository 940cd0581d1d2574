package io.herd.action;

import io.herd.action.Streaming.Window;
import io.herd.api.ApiHead;
import io.herd.model.RawJson;
import java.nio.ByteBuffer;

/**
 * A message on the connection of a {@link Streaming}, in either direction. {@link Exited}, {@link
 * Ended} or {@link Failed} is the last one.
 */
public sealed interface Frame {

    /** The stream has begun. */
    record Begun() implements Frame {}

    /** The head of a daemon's answer; its body follows as {@link Out}. */
    record Head(ApiHead head) implements Frame {}

    /** Bytes of standard output, or of an archive. */
    record Out(ByteBuffer bytes) implements Frame {}

    /** Bytes of standard error. */
    record Err(ByteBuffer bytes) implements Frame {}

    record Document(RawJson json) implements Frame {}

    /** Bytes for standard input, or of an archive. */
    record In(ByteBuffer bytes) implements Frame {}

    /** The input is complete; the sender sends no more of it. */
    record EndOfInput() implements Frame {}

    /** The terminal of the asking side has been resized. */
    record Resized(Window window) implements Frame {}

    /** Heartbeat: the sender is still there. */
    record Alive() implements Frame {}

    record Exited(int code) implements Frame {}

    record Ended() implements Frame {}

    /**
     * The stream failed.
     *
     * @param why any outcome but {@link Outcome.Done}
     */
    record Failed(Outcome why) implements Frame {}
}
