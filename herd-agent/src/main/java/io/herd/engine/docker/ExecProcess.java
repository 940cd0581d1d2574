package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.EngineException;
import io.herd.json.docker.ProcessJson;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A command started in a container by {@code exec}. The Docker API cannot end one, so it is
 * signalled on its host.
 *
 * @param id the daemon's id of the exec
 * @param asked the {@link HostProcess#uptime} when the daemon was asked to start it
 */
record ExecProcess(DockerClient daemon, String id, String container, Duration asked)
        implements DaemonProcess {

    private static final System.Logger LOG = System.getLogger("io.herd.engine");
    // Nanoseconds between two checks.
    private static final long LOOK = 10_000_000;
    private static final int LOOKS = 200;

    // The daemon closes the connection a little before it knows how the process ended.
    @Override
    public Frame last() throws EngineException {
        var soon = DaemonProcess.soon();
        var state = state();
        while (state.running() && !soon.passed()) {
            LockSupport.parkNanos(LOOK);
            state = state();
        }
        if (state.running()) {
            // It has closed its output and runs on, or was detached from.
            return new Frame.Ended();
        }
        return new Frame.Exited(state.exitCode());
    }

    @Override
    public void resize(Window window) throws EngineException {
        var _ =
                daemon.call(
                        Call.post("/exec/" + id + DaemonProcess.size(window)),
                        DaemonProcess.soon());
    }

    private void signal(String name) throws EngineException {
        var state = state();
        if (state.running()) {
            new HostProcess(state.pid(), container, asked).signal(name);
        }
    }

    @Override
    public void abandon() {
        Thread.ofVirtual().name("herd-exec-end").start(this::end);
    }

    private void end() {
        try {
            signal("SIGHUP");
            signal("SIGTERM");
            var _ = endsSoon();
            signal("SIGKILL");
        } catch (EngineException e) {
            if (mayStillRun()) {
                LOG.log(
                        Level.WARNING,
                        "a command in container {0} whose caller is gone may still run: {1}",
                        container,
                        e.getMessage());
            }
        }
    }

    private boolean endsSoon() throws EngineException {
        for (int left = LOOKS; left > 0; left--) {
            if (!state().running()) {
                return true;
            }
            LockSupport.parkNanos(LOOK);
        }
        return false;
    }

    // It may have ended by itself at that moment, and its daemon knows that a little later.
    private boolean mayStillRun() {
        try {
            return !endsSoon();
        } catch (EngineException e) {
            return true;
        }
    }

    private ProcessJson.Exec state() throws EngineException {
        var document = daemon.document(Call.get("/exec/" + id + "/json"), DaemonProcess.soon());
        return daemon.read(() -> ProcessJson.execState(document));
    }
}
