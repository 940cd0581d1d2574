package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Action.WaitContainer;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.cluster.Handler;
import io.herd.json.Wire;
import io.herd.json.WireException;
import io.herd.model.Deadline;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.blocks.RequestHandler;
import org.jgroups.blocks.Response;
import org.jspecify.annotations.Nullable;

/**
 * The agent's side of a request: bytes in, bytes out, and never an exception, which JGroups would
 * send by Java serialization.
 */
final class Answering implements RequestHandler {

    private final Handler handler;
    private final Executor threads;
    private final Map<Thread, Address> waiting = new ConcurrentHashMap<>();

    Answering(Handler handler, Executor threads) {
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
        // Not on this thread: it is one of JGroups', and Docker takes its time.
        var asker = request.getSrc();
        threads.execute(() -> {
            var answer = answer(asker, bytes);
            // Interrupted means that whoever asked is gone.
            if (!Thread.interrupted()) {
                reply(new BytesMessage(asker, answer), response);
            }
        });
    }

    /** They have left or were lost, and wait for nothing any more. */
    void gone(Collection<Address> members) {
        waiting.forEach((thread, asker) -> {
            if (members.contains(asker)) {
                thread.interrupt();
            }
        });
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
            // This agent has left meanwhile, which the asker sees for itself.
            QuietLog.LOG.log(Level.DEBUG, "could not send an answer", e);
        }
    }

    private byte[] answer(Address asker, byte[] bytes) {
        try {
            var request = Wire.request(bytes);
            var deadline = Deadline.in(request.timeout());
            return Wire.outcome(
                    request.action() instanceof WaitContainer
                            ? whileThere(asker, () -> answer(request.action(), deadline))
                            : answer(request.action(), deadline));
        } catch (WireException e) {
            return Wire.outcome(new Outcome.Refused(text(e)));
        } catch (RuntimeException e) {
            QuietLog.LOG.log(Level.ERROR, "could not write an answer", e);
            return Wire.outcome(internal(e));
        }
    }

    // Nothing else is broken off: all else ends soon, and half a change is worse than one that
    // nobody hears of.
    private Outcome whileThere(Address asker, Supplier<Outcome> answer) {
        waiting.put(Thread.currentThread(), asker);
        try {
            return answer.get();
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    Outcome answer(Action action, Deadline deadline) {
        try {
            return handler.handle(action, deadline);
        } catch (RuntimeException e) {
            QuietLog.LOG.log(Level.ERROR, () -> "could not handle " + action, e);
            return internal(e);
        }
    }

    private static Outcome internal(Exception e) {
        return new Outcome.Failed(new Failure(Failure.Kind.INTERNAL, text(e)));
    }

    private static String text(Exception e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
