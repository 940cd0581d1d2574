package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming;
import io.herd.action.Streaming.Attach;
import io.herd.action.Streaming.CopyIn;
import io.herd.action.Streaming.CopyOut;
import io.herd.action.Streaming.Events;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.ExportContainer;
import io.herd.action.Streaming.FetchImage;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.Logs;
import io.herd.action.Streaming.OnBehalf;
import io.herd.action.Streaming.Relay;
import io.herd.action.Streaming.SaveImages;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Wait;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.SocketResponse;
import io.herd.engine.docker.layer.LayerFiles;
import io.herd.engine.docker.layer.ThinArchive;
import io.herd.json.docker.DockerJson;
import io.herd.json.docker.ProcessJson;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Base64;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Opens {@link Streaming}s at a Docker daemon. */
record DockerStreams(DockerClient daemon) {

    private static final int TRIES = 20;
    // In nanoseconds.
    private static final long BETWEEN_TRIES = 10_000_000;

    DaemonStream open(Streaming what, Deadline deadline) throws EngineException {
        return switch (what) {
            case Logs logs -> logs(logs, deadline);
            case Exec exec -> exec(exec, deadline);
            case Attach attach -> attach(attach, deadline);
            case Wait(String id) -> waitFor(id, deadline);
            case Events events -> events(events, deadline);
            case Stats stats -> DockerStats.of(this, stats, deadline);
            case CopyOut(String id, String path) -> copyOut(id, path, deadline);
            case CopyIn(String id, String directory, boolean keepOwner) ->
                    copyIn(id, directory, keepOwner, deadline);
            case ExportContainer(String id) ->
                    listen(Call.get(DockerEngine.container(id) + "/export"), Output::raw, deadline);
            case SaveImages save -> save(save, deadline);
            case LoadImages _ -> load(deadline);
            case FetchImage _ ->
                    throw new EngineException(
                            Kind.INVALID, "an agent fetches images, not its daemon");
            case Relay(var request) -> new DockerApi(daemon).relay(request, deadline);
            case OnBehalf(_, var then) -> open(then, deadline);
        };
    }

    /** The resource usage of a container, once. */
    RawJson stats(String id, Deadline deadline) throws EngineException {
        return daemon.document(
                Call.get(DockerEngine.container(id) + "/stats?stream=false"), deadline);
    }

    /** The resource usage of a container, again and again. */
    DaemonStream follow(String id, Deadline begin) throws EngineException {
        return listen(
                Call.get(DockerEngine.container(id) + "/stats?stream=true"),
                Output::documents,
                begin);
    }

    private DaemonStream logs(Logs logs, Deadline deadline) throws EngineException {
        var container = container(logs.id(), deadline);
        var query = new StringJoiner("&", "?", "").add("stdout=1&stderr=1");
        query.add("follow=" + logs.follow());
        query.add("timestamps=" + logs.timestamps()).add("details=" + logs.details());
        logs.since().ifPresent(since -> query.add("since=" + Call.encoded(since)));
        logs.until().ifPresent(until -> query.add("until=" + Call.encoded(until)));
        logs.tail().ifPresent(tail -> query.add("tail=" + tail));
        return listen(
                Call.get(DockerEngine.container(logs.id()) + "/logs" + query),
                body -> Output.ofProcess(container.terminal(), body),
                deadline);
    }

    DaemonStream events(Events events, Deadline deadline) throws EngineException {
        var query = new StringJoiner("&", "/events?", "").setEmptyValue("/events");
        events.since().ifPresent(since -> query.add("since=" + Call.encoded(since)));
        events.until().ifPresent(until -> query.add("until=" + Call.encoded(until)));
        if (!events.filters().isEmpty()) {
            query.add("filters=" + Call.encoded(DockerJson.filters(events.filters())));
        }
        return listen(Call.get(query.toString()), Output::documents, deadline);
    }

    /** Starts a command that nobody listens to. */
    void start(Exec exec, Deadline deadline) throws EngineException {
        var id = made(exec, ProcessJson.detachedExec(exec), deadline);
        var start = ProcessJson.execStart(exec.window().isPresent(), true);
        try {
            var _ = daemon.call(Call.post("/exec/" + id + "/start", start), deadline);
        } catch (EngineException e) {
            throw DaemonErrors.ofStart(e);
        }
    }

    private String made(Exec exec, RawJson form, Deadline deadline) throws EngineException {
        var made =
                daemon.document(
                        Call.post(DockerEngine.container(exec.id()) + "/exec", form), deadline);
        var id = daemon.read(() -> ProcessJson.execId(made));
        if (!id.matches(DockerEngine.FULL_ID)) {
            throw daemon.odd("it calls a command '%s'".formatted(id));
        }
        return id;
    }

    private DaemonStream exec(Exec exec, Deadline deadline) throws EngineException {
        var id = made(exec, ProcessJson.exec(exec), deadline);
        var terminal = exec.window().isPresent();
        var talk =
                talk(
                        Call.post("/exec/" + id + "/start", ProcessJson.execStart(terminal, false)),
                        said -> Output.ofProcess(terminal, said),
                        new ExecProcess(daemon, id, exec.id(), HostProcess.uptime()),
                        deadline);
        if (exec.window().isPresent()) {
            resize(talk, exec.window().get());
        }
        return talk;
    }

    // Engines before 23 do not take the size when they create the exec, and start it a little later
    // than they report.
    private static void resize(DaemonStream talk, Window window) throws EngineException {
        for (int left = TRIES; ; left--) {
            try {
                talk.resize(window);
                return;
            } catch (EngineException e) {
                if (left == 0) {
                    // It has ended, and its output is more important.
                    return;
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    private DaemonStream attach(Attach attach, Deadline deadline) throws EngineException {
        var document = document(attach.id(), deadline);
        var container = daemon.read(() -> ProcessJson.container(document));
        var process = ContainerProcess.of(daemon, attach.id(), container, deadline);
        var query = new StringJoiner("&", "/attach?", "").add("stream=1&stdout=1&stderr=1");
        query.add("stdin=" + attach.input());
        attach.detachKeys().ifPresent(keys -> query.add("detachKeys=" + Call.encoded(keys)));
        try {
            return talk(
                    Call.post(DockerEngine.container(attach.id()) + query),
                    said ->
                            Output.after(
                                    new Frame.Document(document),
                                    Output.ofProcess(container.terminal(), said)),
                    process,
                    deadline);
        } catch (EngineException e) {
            process.close();
            throw e;
        }
    }

    private DaemonStream waitFor(String id, Deadline deadline) throws EngineException {
        return daemon.begin(
                Call.post(DockerEngine.container(id) + "/wait"),
                (exchange, request) -> {
                    var answer = daemon.accepted(exchange.run(request));
                    return new DockerConversation(
                            daemon, exchange, Optional::empty, new WaitedFor(daemon, answer));
                },
                deadline);
    }

    // The same answer that the daemon gives to HEAD, a method that docker-java does not have.
    RawJson stat(String id, String path, Deadline deadline) throws EngineException {
        try (var archive = copyOut(id, path, deadline)) {
            if (archive.next() instanceof Frame.Document(var what)) {
                return what;
            }
            throw daemon.broke(new ProtocolException("it does not say what is at " + path));
        }
    }

    private DaemonStream copyOut(String id, String path, Deadline deadline) throws EngineException {
        return daemon.begin(
                Call.get(DockerEngine.container(id) + "/archive?path=" + Call.encoded(path)),
                (exchange, request) -> {
                    var answer = daemon.accepted(exchange.run(request));
                    var output =
                            Output.after(
                                    Output.document(pathStat(answer)),
                                    Output.raw(answer.getBody()));
                    return new DockerConversation(daemon, exchange, output, new NoProcess());
                },
                deadline);
    }

    private String pathStat(SocketResponse answer) throws EngineException {
        var header = String.valueOf(answer.getHeader("X-Docker-Container-Path-Stat"));
        try {
            var stat = new String(Base64.getDecoder().decode(header), UTF_8);
            if (stat.startsWith("{")) {
                return stat;
            }
        } catch (IllegalArgumentException e) {
            // The same as none.
        }
        throw daemon.odd("it does not say what is at the path");
    }

    // The daemon refuses to put a file where a directory is, or the other way round.
    private DaemonStream copyIn(String id, String directory, boolean keepOwner, Deadline deadline)
            throws EngineException {
        return daemon.begin(
                Call.put(
                        "%s/archive?path=%s&noOverwriteDirNonDir=true&copyUIDGID=%b"
                                .formatted(
                                        DockerEngine.container(id),
                                        Call.encoded(directory),
                                        keepOwner)),
                (exchange, request) -> new Upload(daemon, exchange, request, _ -> Frame.Ended::new),
                deadline);
    }

    private DaemonStream save(SaveImages save, Deadline deadline) throws EngineException {
        var query = new StringJoiner("&", "?", "");
        save.references().forEach(reference -> query.add("names=" + Call.encoded(reference)));
        var files = LayerFiles.of(save.without());
        return listen(
                Call.get("/images/get" + query),
                body -> Output.raw(files.isEmpty() ? body : new ThinArchive(body, files)),
                deadline);
    }

    private DaemonStream load(Deadline deadline) throws EngineException {
        return daemon.begin(
                Call.post("/images/load?quiet=1"),
                (exchange, request) -> new Upload(daemon, exchange, request, DockerImages::loaded),
                deadline);
    }

    private ProcessJson.Container container(String id, Deadline deadline) throws EngineException {
        var document = document(id, deadline);
        return daemon.read(() -> ProcessJson.container(document));
    }

    private RawJson document(String id, Deadline deadline) throws EngineException {
        return daemon.document(Call.get(DockerEngine.container(id) + "/json"), deadline);
    }

    private DaemonStream listen(Call call, Function<InputStream, Output> output, Deadline begin)
            throws EngineException {
        return daemon.begin(
                call,
                (exchange, request) -> {
                    var answer = daemon.accepted(exchange.run(request));
                    return new DockerConversation(
                            daemon, exchange, output.apply(answer.getBody()), new NoProcess());
                },
                begin);
    }

    private DaemonStream talk(
            Call call, Function<InputStream, Output> output, DaemonProcess process, Deadline begin)
            throws EngineException {
        return daemon.begin(
                call,
                (exchange, request) -> {
                    var answer = daemon.accepted(exchange.upgrade(request));
                    return new DockerConversation(
                            daemon, exchange, output.apply(answer.getBody()), process);
                },
                begin);
    }
}
