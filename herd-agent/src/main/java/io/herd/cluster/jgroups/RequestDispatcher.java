package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.cluster.Handler;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Deadline;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.blocks.RequestHandler;
import org.jgroups.blocks.Response;
import org.jspecify.annotations.Nullable;

/**
 * Handles requests in the agent: decodes the action, has it carried out and encodes the outcome.
 * Never throws, because JGroups would send the exception by Java serialization. Thread-safe.
 */
final class RequestDispatcher implements RequestHandler {

    private final Handler handler;
    private final Executor threads;

    RequestDispatcher(Handler handler, Executor threads) {
        this.handler = handler;
        this.threads = threads;
    }

    @Override
    public void handle(Message request, @Nullable Response response) {
        if (response == null) {
            return;
        }
        var from = request.getOffset();
        var bytes =
                request.hasArray() && request.getArray() != null
                        ? Arrays.copyOfRange(request.getArray(), from, from + request.getLength())
                        : new byte[0];
        // Not on this thread: it belongs to JGroups, and Docker takes its time.
        threads.execute(() -> reply(new BytesMessage(request.getSrc(), answer(bytes)), response));
    }

    /** Never used: requests are dispatched asynchronously. */
    @Override
    public Object handle(Message request) {
        return new byte[0];
    }

    private static void reply(Message reply, Response response) {
        try {
            response.send(reply, false);
        } catch (RuntimeException e) {
            // This agent has left meanwhile, which the asker notices itself.
            QuietLog.LOG.log(Level.DEBUG, "could not send an answer", e);
        }
    }

    private byte[] answer(byte[] bytes) {
        try {
            var request = Wire.request(bytes);
            return Wire.outcome(answer(request.action(), Deadline.in(request.timeout())));
        } catch (WireException e) {
            return Wire.outcome(new Outcome.Refused(text(e)));
        } catch (RuntimeException | Error e) {
            QuietLog.LOG.log(Level.ERROR, "could not write an answer", e);
            return Wire.outcome(internal(e));
        }
    }

    Outcome answer(Action action, Deadline deadline) {
        try {
            return handler.handle(action, deadline);
        } catch (RuntimeException | Error e) {
            // The action is not logged: it may contain logins, and secrets in an environment.
            QuietLog.LOG.log(Level.ERROR, "could not do what was asked", e);
            return internal(e);
        }
    }

    private static Outcome internal(Throwable e) {
        return new Outcome.Failed(new Failure(Failure.Kind.INTERNAL, text(e)));
    }

    private static String text(Throwable e) {
        var message = e.getMessage();
        return message == null ? "it failed inside herd, the agent's log shows where" : message;
    }
}
