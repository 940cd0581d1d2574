package io.herd.cli.flow;

import io.herd.action.Frame;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;

/** Takes the frames that a stream sends. An exception means that it can take no more. */
public interface Sink {

    default void out(ByteBuffer bytes) throws IOException {}

    default void err(ByteBuffer bytes) throws IOException {}

    default void document(RawJson document) throws IOException {}

    /** Takes all frames to the end of the stream, and closes the session. */
    default Ending drain(Session session) {
        try (session) {
            while (true) {
                var frame = Received.frame(session);
                switch (frame) {
                    case Frame.Out(var bytes) -> out(bytes);
                    case Frame.Err(var bytes) -> err(bytes);
                    case Frame.Document(var document) -> document(document);
                    case Frame.Exited(int code) -> {
                        return new Ending.Exited(code);
                    }
                    case Frame.Ended _ -> {
                        return new Ending.Complete();
                    }
                    case Frame.Failed(var why) -> {
                        return new Ending.Broken(why);
                    }
                    case Frame.Begun _,
                            Frame.Head _,
                            Frame.In _,
                            Frame.EndOfInput _,
                            Frame.Resized _,
                            Frame.Alive _ -> {}
                }
            }
        } catch (InterruptedIOException e) {
            return new Ending.Interrupted();
        } catch (IOException e) {
            return Unwritten.of(e);
        } catch (RuntimeException | Error e) {
            return new Ending.Broken(Session.broken(e));
        }
    }
}
