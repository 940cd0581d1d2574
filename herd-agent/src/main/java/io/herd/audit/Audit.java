package io.herd.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Created;
import io.herd.action.Result.Replied;
import io.herd.action.Streaming;
import io.herd.guard.Admitted;
import io.herd.guard.DeniedException;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Caller;
import io.herd.model.IoReason;
import io.herd.model.NodeName;
import io.herd.policy.Operation;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes to a file, a line of JSON each, who has asked this node for which change, and what became
 * of it. The file is opened for each line, so that anybody may rotate it. Thread-safe.
 */
public final class Audit {

    /** Stands for the agent's log, which may be journald's. */
    public static final Path LOGGED = Path.of("-");

    private static final System.Logger LOG = System.getLogger("io.herd.audit");

    private static final Set<StandardOpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path file;
    private final NodeName node;
    private final InstantSource clock;
    private volatile boolean failing;

    public Audit(Path file, NodeName node, InstantSource clock) {
        this.file = file;
        this.node = node;
        this.clock = clock;
    }

    /** Notes an action that has ended, if it was to change something. */
    public void ended(Caller caller, Action asked, Admitted<?> admitted, Outcome outcome) {
        var operation = Operation.of(asked);
        var object = made(outcome).orElse(operation.object());
        changed(caller, operation, object, admitted, word(outcome));
    }

    /** Notes a stream that begins, likewise. */
    public void begins(Caller caller, Streaming asked, Admitted<?> admitted) {
        var operation = Operation.of(asked);
        changed(caller, operation, operation.object(), admitted, "begun");
    }

    /**
     * Notes a request that was handed to the daemon, likewise.
     *
     * @param status of the daemon's answer
     */
    public void answered(Caller caller, Streaming asked, Admitted<?> admitted, int status) {
        var operation = Operation.of(asked);
        changed(caller, operation, operation.object(), admitted, word(status));
    }

    private void changed(
            Caller caller,
            Operation<?> operation,
            String object,
            Admitted<?> admitted,
            String outcome) {
        if (operation.changes()) {
            note(caller, operation.word(), object, admitted.owner(), admitted.rule(), outcome);
        }
    }

    /** Notes what somebody may not do, whether it was to change something or not. */
    public void denied(Caller caller, Operation<?> operation, DeniedException why) {
        note(caller, operation.word(), operation.object(), why.owner(), why.rule(), "denied");
    }

    private static Optional<String> made(Outcome outcome) {
        return outcome instanceof Done(Created(String id, _, _))
                ? Optional.of(id)
                : Optional.empty();
    }

    // The daemon's words may repeat what was asked, such as a variable that is none.
    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Done(Replied(var response)) -> word(response.head().status());
            case Done(Created created) when created.startFailure().isPresent() -> "not started";
            case Done _ -> "done";
            case Outcome.Refused _ -> "refused";
            case Outcome.Failed(var failure) ->
                    "failed: " + failure.kind().name().toLowerCase(Locale.ROOT);
            case Outcome.Unreachable _, Outcome.TimedOut _ -> "not known";
        };
    }

    private static String word(int status) {
        return status < 400 ? "done" : "failed: " + status;
    }

    private void note(
            Caller caller,
            String action,
            String object,
            Optional<String> owner,
            String rule,
            String outcome) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", now().toString());
        line.put("node", node.value());
        line.put("caller", caller.name());
        line.put("by", caller.by().word());
        line.put("at", caller.at());
        line.put("action", action);
        line.put("object", object);
        owner.ifPresent(it -> line.put("owner", it));
        line.put("rule", rule);
        line.put("outcome", outcome);
        append(AnswerJson.line(line));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static FileAttribute<?> ownersAlone() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    // What was asked is done already: that it could not be noted is for the log.
    private void append(String line) {
        if (file.equals(LOGGED)) {
            LOG.log(Level.INFO, "{0}", line);
            return;
        }
        try (var to = Files.newByteChannel(file, APPENDING, ownersAlone())) {
            to.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                LOG.log(
                        Level.ERROR,
                        "cannot note in {0} who changes what: {1}",
                        file,
                        IoReason.of(e));
            }
        }
    }
}
