package io.herd.cluster.jgroups;

import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.cluster.transport.HerdSocket;
import io.herd.cluster.transport.Listener;
import io.herd.json.wire.Question;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.Reachability.Way;
import io.herd.stream.LatencyProbe;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jgroups.Address;

/**
 * Opens streams to agents, each on a connection of its own past the JGroups channel. Thread-safe.
 */
final class StreamDialer implements AutoCloseable {

    private final Listener listener;
    private final Map<HerdSocket, Address> open = new ConcurrentHashMap<>();

    StreamDialer(Listener listener) {
        this.listener = listener;
    }

    Opening open(Address agent, NodeName node, Streaming what, Deadline deadline) {
        var listens = HerdAddress.physical(agent);
        if (listens.isEmpty()) {
            return new Opening.Not(
                    new Outcome.Unreachable("its address does not say where it listens"));
        }
        var to = new InetSocketAddress(listens.get().getIpAddress(), listens.get().getPort());
        return Opening.of(
                until -> connect(to, agent, until),
                new Question.Open(node, what, deadline.remaining()),
                deadline);
    }

    /** Tests the connection to an agent; returns by the deadline. */
    Way reach(Address agent, NodeName node, Deadline deadline) {
        return HerdAddress.physical(agent)
                .map(at -> new InetSocketAddress(at.getIpAddress(), at.getPort()))
                .map(to -> LatencyProbe.greet(node, until -> connect(to, agent, until), deadline))
                .orElseGet(() -> new Way.Shut("its address does not say where it listens"));
    }

    private Session connect(InetSocketAddress to, Address agent, Deadline deadline)
            throws IOException {
        var socket = listener.newSocket();
        // Before it connects: to a host that is cut off, that may take until the deadline.
        open.put(socket, agent);
        try {
            socket.connect(to, Math.clamp(deadline.remaining().toMillis(), 1, 1 << 30));
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            out.write(HerdSocket.STREAM);
            return new Session(socket.getInputStream(), out, () -> close(socket));
        } catch (IOException e) {
            boolean lost = !open.containsKey(socket);
            close(socket);
            throw lost ? new IOException("it has left the herd or was lost", e) : e;
        }
    }

    private void close(HerdSocket socket) throws IOException {
        open.remove(socket);
        socket.close();
    }

    /** Closes streams to agents that are not in the herd any more. */
    void retain(Agents agents) {
        open.forEach((socket, agent) -> {
            if (!agents.inOrder().contains(agent)) {
                end(socket);
            }
        });
    }

    private void end(HerdSocket socket) {
        try {
            close(socket);
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        open.keySet().forEach(this::end);
    }
}
