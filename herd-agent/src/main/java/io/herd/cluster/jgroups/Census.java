package io.herd.cluster.jgroups;

import io.herd.action.Action.DescribeNode;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.cluster.LostNodes;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.Roster;
import io.herd.model.DaemonState.Up;
import io.herd.model.Deadline;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jgroups.Address;

/**
 * What this agent knows of the others, should they be lost: how many containers each has. The
 * agents that have been there longest ask all others once a minute, and whoever joins soon after;
 * the rest ask them when a node is lost.
 */
final class Census implements AutoCloseable {

    // Not all, or their questions would grow with the square of the herd; and not one, since it may
    // be what is lost. Of three agents, the last that is left knows of both others.
    private static final int ASKING = 3;
    private static final Duration EVERY = Duration.ofMinutes(1);
    // By then the others have the same view, and several that join at once are asked at once.
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LostNodes lost;
    private final MemberWatcher watcher;
    private final GroupChannel link;
    private final Address self;
    private final ThreadFactory threads;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private Agents before = Agents.NONE;

    Census(
            LostNodes lost,
            MemberWatcher watcher,
            GroupChannel link,
            Address self,
            ThreadFactory threads) {
        this.lost = lost;
        this.watcher = watcher;
        this.link = link;
        this.self = self;
        this.threads = threads;
        this.thread = threads.newThread(this::run);
    }

    void start() {
        thread.start();
    }

    /** Takes note of who is in the herd now; does not block. */
    synchronized void view(Agents agents) {
        lost.started(agents.started(before));
        before = agents;
        // Whoever comes into the herd, also with the part of it that was cut off, asks what the
        // others remember; not on this thread, which belongs to JGroups.
        if (lost.view(agents.members())) {
            threads.newThread(this::learn).start();
        }
        changes.release();
    }

    private void learn() {
        MembershipCalls.gone(link, self).ifPresent(told -> lost.learn(told.nodes(), told.age()));
    }

    Roster roster() {
        return lost.roster();
    }

    /** Takes note of what an answer says of its node. */
    Outcome noted(Outcome outcome) {
        if (outcome instanceof Done(Described(var node)) && node.daemon() instanceof Up up) {
            lost.counted(node.name(), up.containers());
        }
        return outcome;
    }

    private void run() {
        var due = Deadline.in(EVERY);
        try {
            while (!closed) {
                var changed = changes.tryAcquire(due.remaining().toNanos(), TimeUnit.NANOSECONDS);
                note();
                Thread.sleep(SETTLED);
                changes.drainPermits();
                var all = due.passed();
                due = all ? Deadline.in(EVERY) : due;
                round(all, changed);
                note();
            }
        } catch (InterruptedException _) {
            // It was closed.
        }
    }

    // Its thread is to go on: what fails once may succeed in a minute.
    private void round(boolean all, boolean changed) {
        try {
            if (link.agents().inOrder().stream().limit(ASKING).anyMatch(self::equals)) {
                ask(all);
            }
            if ((all || changed) && lost.lacksCounts()) {
                learn();
            }
        } catch (RuntimeException e) {
            QuietLog.LOG.log(Level.DEBUG, "could not count the containers of others", e);
        }
    }

    private void note() {
        try {
            watcher.note(lost.roster());
        } catch (RuntimeException e) {
            QuietLog.LOG.log(Level.DEBUG, "could not note who is in the herd", e);
        }
    }

    private void ask(boolean all) {
        var deadline = Deadline.in(PATIENCE);
        var agents = link.agents().byName();
        var nodes = all ? agents.keySet() : lost.uncounted();
        var calls =
                nodes.stream()
                        .filter(agents::containsKey)
                        .map(agents::get)
                        .filter(agent -> !agent.equals(self))
                        .map(agent -> RemoteCalls.remote(link, agent, new DescribeNode(), deadline))
                        .toList();
        // Whoever does not answer is asked again in a minute.
        calls.forEach(call -> noted(call.get()));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
