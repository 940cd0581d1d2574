package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Exchange;
import io.herd.json.docker.ProcessJson;
import io.herd.model.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The main process of a container to which a stream is attached.
 *
 * @param id id of the container
 * @param terminal whether the process has a terminal
 * @param waiting exchange that waits for its end, begun early because the container may be removed
 *     at its end
 * @param ended its exit code
 */
record ContainerProcess(
        DockerClient daemon,
        String id,
        boolean terminal,
        Exchange waiting,
        FutureTask<Integer> ended)
        implements DaemonProcess {

    // Maximum time between the last output and the daemon's report of the end.
    private static final Duration LATE = Duration.ofMillis(500);

    static ContainerProcess of(
            DockerClient daemon, String id, ProcessJson.Container container, Deadline begin)
            throws EngineException {
        return daemon.begin(
                Call.post(DockerEngine.container(id) + "/wait?condition=" + condition(container)),
                (exchange, request) -> {
                    var answer = daemon.accepted(exchange.run(request));
                    var ended = new FutureTask<>(() -> daemon.exitCode(answer));
                    Thread.ofVirtual().name("herd-container-wait").start(ended);
                    return new ContainerProcess(daemon, id, container.terminal(), exchange, ended);
                },
                begin);
    }

    // For a container that does not run yet, wait for its next end.
    private static String condition(ProcessJson.Container container) {
        if (container.removed()) {
            return "removed";
        }
        return container.running() ? "not-running" : "next-exit";
    }

    @Override
    public Frame last() throws EngineException {
        try {
            return new Frame.Exited(terminal ? endedOrDetached() : ended.get());
        } catch (TimeoutException e) {
            return new Frame.Ended();
        } catch (ExecutionException e) {
            throw daemon.broke(new IOException(said(e), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Frame.Ended();
        }
    }

    private static String said(ExecutionException e) {
        return e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
    }

    // With a terminal, the output may also end because the user pressed the daemon's keys to
    // detach.
    private int endedOrDetached()
            throws EngineException, ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            try {
                return ended.get(LATE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (running()) {
                    throw e;
                }
            }
        }
    }

    private boolean running() throws EngineException {
        try {
            var document =
                    daemon.document(
                            Call.get(DockerEngine.container(id) + "/json"), DaemonProcess.soon());
            return daemon.read(() -> ProcessJson.container(document)).running();
        } catch (EngineException e) {
            if (e.failure().kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void resize(Window window) throws EngineException {
        var _ =
                daemon.call(
                        Call.post(DockerEngine.container(id) + DaemonProcess.size(window)),
                        DaemonProcess.soon());
    }

    @Override
    public void abandon() {
        // Nothing: the container runs on, for others too.
    }

    @Override
    public void close() {
        waiting.close();
    }
}
