package io.herd.cluster.jgroups;

import io.herd.cluster.MemberWatcher;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.jgroups.Address;

/**
 * Tells an agent's {@link MemberWatcher} how each view differs from the last, on one thread that
 * may block.
 */
final class MembershipNotifier implements AutoCloseable {

    private final MemberWatcher watcher;
    private final Address self;
    private final ExecutorService thread;
    private Agents last;
    private boolean toldOfName;

    MembershipNotifier(MemberWatcher watcher, Address self, Agents now, ThreadFactory threads) {
        this.watcher = watcher;
        this.self = self;
        this.last = now;
        this.thread = Executors.newSingleThreadExecutor(threads);
    }

    void tell(Agents now) {
        try {
            thread.execute(() -> compare(now));
        } catch (RejectedExecutionException e) {
            // It was closed meanwhile: nobody listens any more.
        }
    }

    private void compare(Agents now) {
        for (var agent : now.inOrder()) {
            if (!last.inOrder().contains(agent)) {
                Agents.member(agent).ifPresent(watcher::joined);
            }
        }
        for (var agent : last.inOrder()) {
            if (!now.inOrder().contains(agent)) {
                Agents.member(agent).ifPresent(watcher::gone);
            }
        }
        last = now;
        tellOfName(now);
    }

    private void tellOfName(Agents now) {
        var keeper = HerdAddress.name(self).flatMap(now::find);
        if (!toldOfName && keeper.isPresent() && !keeper.get().equals(self)) {
            toldOfName = true;
            Agents.member(keeper.get()).ifPresent(watcher::nameTaken);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
