package io.herd.cluster.jgroups;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.PhysicalAddress;
import org.jgroups.View;
import org.jgroups.ViewId;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.PingData;
import org.jgroups.util.TimeScheduler;
import org.jspecify.annotations.Nullable;

/**
 * MERGE3 that considers only agents, looks for whom it has just lost more often than for others,
 * and merges as soon as it hears of another part, where the original waits for its next check. Its
 * timers restart only when the coordinator changes or an agent is lost. The original restarts them
 * on every view: with two client runs a second, a split herd would never merge.
 */
final class CalmMerge extends MERGE3 {

    // Milliseconds in which others of another part may be heard, too, and are merged with the
    // first.
    private static final long SOON = 300;

    private final Duration soonest;
    private final Duration latest;
    private final AtomicBoolean heard = new AtomicBoolean();
    private volatile @Nullable Long lostAt;

    /**
     * @param soonest time between two calls for other parts right after an agent was lost; the
     *     longer ago that is, the longer this time
     * @param latest longest time between two calls
     */
    CalmMerge(Duration soonest, Duration latest) {
        this.soonest = soonest;
        this.latest = latest;
        // Also sets how long a check waits for the views of others: 16 % of it.
        setMaxInterval(latest.toMillis());
        setId(ClassConfigurator.getProtocolId(MERGE3.class));
    }

    @Override
    public @Nullable Object down(Event event) {
        if (event.getType() == Event.TMP_VIEW) {
            // The coordinator sends a TMP_VIEW before each view; the original would stop its timers
            // for it.
            return down_prot.down(event);
        }
        if (event.getType() == Event.VIEW_CHANGE) {
            View next = event.getArg();
            if (isAgentLost(next)) {
                lostAt = System.nanoTime();
            } else if (isSettled(next)) {
                var result = down_prot.down(event);
                view = next;
                return result;
            }
        }
        return super.down(event);
    }

    private boolean isAgentLost(View next) {
        var before = view;
        return before != null
                && before.getMembers().stream()
                        .anyMatch(member ->
                                HerdAddress.isAgent(member) && !next.containsMember(member));
    }

    private boolean isSettled(View next) {
        return view != null
                && isInfoSenderRunning()
                && Objects.equals(view.getCoord(), next.getCoord());
    }

    @Override
    protected synchronized void startInfoSender() {
        if (!isInfoSenderRunning()) {
            info_sender_future = timer.scheduleWithDynamicInterval(new Call(), false);
        }
    }

    /** Does nothing: what is heard is checked when it is heard. */
    @Override
    protected synchronized void startViewConsistencyChecker() {}

    @Override
    protected void addInfo(
            Address sender, ViewId viewId, String name, PhysicalAddress physicalAddress) {
        boolean self = sender.equals(local_addr);
        // With every client that joins, the views of this part's members differ for a moment: no
        // split.
        boolean ours =
                !self
                        && view.containsMember(sender)
                        && viewId.getCreator().equals(view.getViewId().getCreator());
        if (!HerdAddress.isAgent(sender) || ours) {
            return;
        }
        super.addInfo(sender, viewId, name, physicalAddress);
        if (!self && heard.compareAndSet(false, true)) {
            var _ = timer.schedule(this::check, SOON, TimeUnit.MILLISECONDS);
        }
    }

    private void check() {
        try {
            checkInconsistencies();
        } finally {
            heard.set(false);
        }
    }

    @Override
    protected void sendInfoMessage(PingData found) {
        if (found != null && HerdAddress.isAgent(found.getAddress())) {
            super.sendInfoMessage(found);
        }
    }

    /**
     * Milliseconds until the next call for other parts: a third of the time since the last loss.
     */
    private long untilNextCall() {
        var lost = lostAt;
        if (lost == null) {
            return latest.toMillis();
        }
        long third = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lost) / 3;
        return Math.clamp(third, soonest.toMillis(), latest.toMillis());
    }

    private final class Call implements TimeScheduler.Task {

        @Override
        public void run() {
            sendInfo();
        }

        @Override
        public long nextInterval() {
            long half = untilNextCall() / 2;
            // Agents of one view must not all call at the same time.
            return half + ThreadLocalRandom.current().nextLong(2 * half);
        }
    }
}
