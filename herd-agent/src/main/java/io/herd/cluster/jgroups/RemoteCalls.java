package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jgroups.SuspectedException;
import org.jgroups.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * Sends actions to agents and turns every reply, error and timeout into an {@link Outcome}; the
 * only place that does. Each method starts a call and returns a supplier that waits for its
 * outcome.
 */
final class RemoteCalls {

    private RemoteCalls() {}

    static Supplier<Outcome> remote(
            GroupChannel link, Address agent, Action action, Deadline deadline) {
        var started = System.nanoTime();
        var reply = link.request(agent, Wire.request(action, deadline.remaining()));
        return () -> await(reply, RemoteCalls::decoded, deadline, started);
    }

    /** Calls this very process, without the network but with the same deadline. */
    static Supplier<Outcome> local(
            RequestDispatcher answering, ThreadFactory threads, Action action, Deadline deadline) {
        var started = System.nanoTime();
        var answer = new FutureTask<>(() -> answering.answer(action, deadline));
        threads.newThread(answer).start();
        return () -> await(answer, outcome -> outcome, deadline, started);
    }

    private static <T> Outcome await(
            Future<T> reply, Function<T, Outcome> read, Deadline deadline, long started) {
        try {
            return read.apply(reply.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            reply.cancel(true);
            return new Outcome.TimedOut(Duration.ofNanos(System.nanoTime() - started));
        } catch (ExecutionException e) {
            return lost(e.getCause());
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unreachable("interrupted while waiting for its answer");
        }
    }

    private static Outcome decoded(byte[] reply) {
        try {
            return Wire.outcome(reply);
        } catch (WireException e) {
            return internal(Objects.requireNonNullElse(e.getMessage(), "cannot read the answer"));
        }
    }

    private static Outcome lost(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> internal("could not ask");
            case SuspectedException _, UnreachableException _ ->
                    new Outcome.Unreachable("it left the herd or was lost before it answered");
            case IllegalStateException _ ->
                    new Outcome.Unreachable("this process has left the herd");
            // Some socket error: the agent was in the view but could not be reached.
            default -> new Outcome.Unreachable("the connection to it broke: " + cause.getMessage());
        };
    }

    private static Outcome internal(String message) {
        return new Outcome.Failed(new Failure(Failure.Kind.INTERNAL, message));
    }
}
