package io.herd.agent;

import io.herd.action.Action;
import io.herd.action.Action.OnBehalf;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result.Matches;
import io.herd.audit.Audit;
import io.herd.cluster.Handler;
import io.herd.engine.EngineException;
import io.herd.guard.DeniedException;
import io.herd.guard.Guard;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.policy.Operation;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A node that does for each caller only what he may, and notes who changes what. What an agent asks
 * by itself, on nobody's behalf, is done.
 */
final class GuardedNode implements Handler {

    private final Handler node;
    private final Guard guard;
    private final Optional<Audit> audit;
    private final ReentrantLock volumes = new ReentrantLock(true);

    GuardedNode(Handler node, Guard guard, Optional<Audit> audit) {
        this.node = node;
        this.guard = guard;
        this.audit = audit;
    }

    @Override
    public Outcome handle(Action action, Deadline deadline) {
        if (!(action instanceof OnBehalf(var caller, var asked))) {
            return node.handle(action, deadline);
        }
        try {
            return guard.concernsVolumes(caller, asked)
                    ? alone(caller, asked, deadline)
                    : guarded(caller, asked, deadline);
        } catch (EngineException e) {
            return new Failed(e.failure());
        }
    }

    private Outcome alone(Caller caller, Action asked, Deadline deadline) throws EngineException {
        try {
            if (!volumes.tryLock(deadline.heard().remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Failed(
                        new Failure(Kind.DAEMON_TIMEOUT, "it is busy with another volume"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(new Failure(Kind.INTERNAL, "the agent is ending"));
        }
        try {
            return guarded(caller, asked, deadline);
        } finally {
            volumes.unlock();
        }
    }

    private Outcome guarded(Caller caller, Action asked, Deadline deadline) throws EngineException {
        try {
            var admitted = guard.admit(caller, asked, deadline.heard());
            var outcome = node.handle(new OnBehalf(caller, admitted.asked()), deadline);
            audit.ifPresent(it -> it.ended(caller, asked, admitted, outcome));
            return outcome instanceof Done(Matches(var matches))
                    ? new Done(new Matches(guard.seen(caller, matches, deadline.heard())))
                    : outcome;
        } catch (DeniedException e) {
            audit.ifPresent(it -> it.denied(caller, Operation.of(asked), e));
            return new Failed(new Failure(Kind.FORBIDDEN, String.valueOf(e.getMessage())));
        }
    }
}
