package io.herd.cluster.jgroups;

import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.PhysicalAddress;
import org.jgroups.View;
import org.jgroups.ViewId;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.PingData;

/**
 * MERGE3 that restarts its timers only when the coordinator changes, and considers only agents. The
 * original restarts them on every view: with two client runs a second, a split herd would never
 * merge.
 */
final class CalmMerge extends MERGE3 {

    CalmMerge() {
        setId(ClassConfigurator.getProtocolId(MERGE3.class));
    }

    @Override
    public Object down(Event event) {
        if (event.getType() == Event.TMP_VIEW) {
            // The coordinator sends a TMP_VIEW before each view; the original would stop its timers
            // for it.
            return down_prot.down(event);
        }
        if (event.getType() == Event.VIEW_CHANGE && isSettled(event.getArg())) {
            var result = down_prot.down(event);
            view = event.getArg();
            return result;
        }
        return super.down(event);
    }

    private boolean isSettled(View next) {
        return view != null
                && isInfoSenderRunning()
                && isViewConsistencyCheckerRunning()
                && view.getCoord().equals(next.getCoord());
    }

    @Override
    protected void addInfo(
            Address sender, ViewId viewId, String name, PhysicalAddress physicalAddress) {
        // With every client that joins, the views of this part's members differ for a moment: no
        // split.
        boolean ours =
                !sender.equals(local_addr)
                        && view.containsMember(sender)
                        && viewId.getCreator().equals(view.getViewId().getCreator());
        if (HerdAddress.isAgent(sender) && !ours) {
            super.addInfo(sender, viewId, name, physicalAddress);
        }
    }

    @Override
    protected void sendInfoMessage(PingData found) {
        if (found != null && HerdAddress.isAgent(found.getAddress())) {
            super.sendInfoMessage(found);
        }
    }
}
