package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.EngineException;
import io.herd.json.ProcessJson;
import io.herd.model.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A container's own process.
 *
 * @param id of the container
 * @param waiting for its end; it may be removed with it, so nobody could be asked later
 * @param ended its exit code
 */
record ContainerProcess(Daemon daemon, String id, Exchange waiting, FutureTask<Integer> ended)
        implements DaemonProcess {

    // Between the last output and the end as the daemon sees it.
    private static final Duration LATE = Duration.ofMillis(500);

    /**
     * @param running else its next end counts
     */
    static ContainerProcess of(Daemon daemon, String id, boolean running, Deadline begin)
            throws EngineException {
        var condition = running ? "not-running" : "next-exit";
        return daemon.begin(
                Call.post(DockerEngine.container(id) + "/wait?condition=" + condition),
                (exchange, request) -> {
                    var answer = daemon.accepted(exchange.run(request));
                    var ended = new FutureTask<>(() -> daemon.exitCode(answer));
                    Thread.ofVirtual().name("herd-container-wait").start(ended);
                    return new ContainerProcess(daemon, id, exchange, ended);
                },
                begin);
    }

    @Override
    public Frame last() throws EngineException {
        try {
            while (true) {
                try {
                    return new Frame.Exited(ended.get(LATE.toMillis(), TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (running()) {
                        // It was detached from.
                        return new Frame.Ended();
                    }
                }
            }
        } catch (ExecutionException e) {
            throw daemon.broke(new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Frame.Ended();
        }
    }

    private boolean running() throws EngineException {
        var document =
                daemon.document(
                        Call.get(DockerEngine.container(id) + "/json"), DaemonProcess.soon());
        return daemon.read(() -> ProcessJson.container(document)).running();
    }

    @Override
    public void resize(Window window) throws EngineException {
        var _ =
                daemon.call(
                        Call.post(DockerEngine.container(id) + DaemonProcess.size(window)),
                        DaemonProcess.soon());
    }

    @Override
    public void signal(String name) throws EngineException {
        var _ =
                daemon.call(
                        Call.post(DockerEngine.container(id) + "/kill?signal=" + name),
                        DaemonProcess.soon());
    }

    @Override
    public void abandon() {
        // The container is there for others, too.
    }

    @Override
    public void close() {
        waiting.close();
    }
}
