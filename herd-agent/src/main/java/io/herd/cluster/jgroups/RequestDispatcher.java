package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Action.OnBehalf;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.cluster.Handler;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jgroups.Address;
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

    // A client of an older version does not say who asks.
    private static final String NAMELESS = "?";

    private final Handler handler;
    private final Executor threads;
    private volatile Predicate<Address> sees = _ -> true;

    RequestDispatcher(Handler handler, Executor threads) {
        this.handler = handler;
        this.threads = threads;
    }

    /**
     * From now on other agents are answered only if this one sees them in the herd. Whoever was
     * frozen or cut off does not know at once that the others go on without it: with its old view
     * it would take a part of the herd for the whole.
     */
    void onlyFor(Predicate<Address> seen) {
        sees = seen;
    }

    @Override
    public void handle(Message request, @Nullable Response response) {
        if (response == null) {
            return;
        }
        var start = request.getOffset();
        var bytes =
                request.hasArray() && request.getArray() != null
                        ? Arrays.copyOfRange(request.getArray(), start, start + request.getLength())
                        : new byte[0];
        // Not on this thread: it belongs to JGroups, and Docker takes its time.
        var from = request.getSrc();
        threads.execute(() -> reply(new BytesMessage(from, answer(bytes, from)), response));
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

    private byte[] answer(byte[] bytes, Address from) {
        try {
            var request = Wire.request(bytes);
            var action = known(request.action(), from);
            return Wire.outcome(
                    isForAll(action) || !HerdAddress.isAgent(from) || sees.test(from)
                            ? answer(action, Deadline.in(request.timeout()))
                            : unseen(from));
        } catch (WireException e) {
            return Wire.outcome(new Outcome.Refused(text(e)));
        } catch (RuntimeException | Error e) {
            QuietLog.LOG.log(Level.ERROR, "could not write an answer", e);
            return Wire.outcome(internal(e));
        }
    }

    // What agents tell each other to find together again.
    private static boolean isForAll(Action action) {
        return action instanceof Action.Leave || action instanceof Action.ListGone;
    }

    private static Outcome unseen(Address agent) {
        return new Outcome.Unreachable(
                "it has lost the agent at %s, which was frozen or cut off and is catching up; try again in some seconds"
                        .formatted(HerdAddress.place(agent)));
    }

    // An agent has found out who asks it. A client is believed its name alone, since it has the
    // key.
    private static Action known(Action action, Address from) {
        return HerdAddress.isAgent(from)
                ? action
                : new OnBehalf(
                        new Caller(name(action), By.KEY, HerdAddress.place(from)), action.asked());
    }

    private static String name(Action action) {
        return action instanceof OnBehalf(var caller, _) ? caller.name() : NAMELESS;
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
