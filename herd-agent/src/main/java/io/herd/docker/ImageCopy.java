package io.herd.docker;

import io.herd.herd.ImageTransfer;
import io.herd.herd.ImageTransfer.Arrival;
import io.herd.model.NodeName;
import java.lang.System.Logger.Level;

/** Brings an image that a container's place lacks from a node that has it. */
record ImageCopy(Daemons daemons) {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");

    /**
     * @throws ApiException that no node has it, in docker's words; or why it did not arrive
     */
    void bring(String reference, NodeName to) throws ApiException {
        var found = new ImageOwner(daemons).of(reference);
        var from = found.nodes().getFirst();
        LOG.log(Level.INFO, "copying image {0} from {1} to {2}", reference, from, to);
        var transfer = new ImageTransfer(daemons.cluster(), reference, daemons.timeout());
        if (transfer.of(from, found.id(), to, _ -> {}) instanceof Arrival.Not(var why)) {
            throw ApiException.of(to, why);
        }
    }
}
