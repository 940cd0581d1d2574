package io.herd.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.guard.Admitted;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final Caller JANE = new Caller("jane", By.SOCKET, "a");
    private static final Outcome DONE = new Done(new Result.Nothing());

    private static final Admitted<String> OWN = new Admitted<>("", "own", Optional.of("jane"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private Audit audit;

    @BeforeEach
    void begin() {
        file = directory.resolve("audit.log");
        audit =
                new Audit(
                        file,
                        new NodeName("b"),
                        InstantSource.fixed(Instant.parse("2026-11-29T12:00:00.123456Z")));
    }

    @Test
    void aChangeIsNotedWithWhoAskedForIt() throws IOException {
        ended(new Action.RemoveContainer("abc", true, false), DONE);

        assertThat(file)
                .hasContent(
                        """
                        {"time":"2026-11-29T12:00:00.123Z","node":"b","caller":"jane","by":"socket","at":"a","action":"container.rm","object":"abc","owner":"jane","rule":"own","outcome":"done"}
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatBecameOfItIsNotedButNotTheDaemonsWords() throws IOException {
        var create = new Action.CreateContainer(Optional.of("web"), new RawJson("{}"), true);
        ended(create, new Done(new Result.Created("abc", List.of(), Optional.empty())));
        ended(
                create,
                new Done(
                        new Result.Created(
                                "abc",
                                List.of(),
                                Optional.of(new Failure(Failure.Kind.CONFLICT, "secret")))));
        ended(create, new Outcome.Failed(new Failure(Failure.Kind.CONFLICT, "secret")));
        ended(create, new Outcome.Refused("secret"));

        assertThat(Files.readAllLines(file))
                .map(line -> line.replaceFirst(".*\"action\"", "\"action\""))
                .containsExactly(
                        "\"action\":\"container.run\",\"object\":\"abc\",\"owner\":\"jane\",\"rule\":\"own\",\"outcome\":\"done\"}",
                        "\"action\":\"container.run\",\"object\":\"abc\",\"owner\":\"jane\",\"rule\":\"own\",\"outcome\":\"not started\"}",
                        "\"action\":\"container.run\",\"object\":\"web\",\"owner\":\"jane\",\"rule\":\"own\",\"outcome\":\"failed: conflict\"}",
                        "\"action\":\"container.run\",\"object\":\"web\",\"owner\":\"jane\",\"rule\":\"own\",\"outcome\":\"refused\"}");
    }

    @Test
    void questionsAreNot() {
        ended(new Action.ListContainers(true), DONE);
        ended(new Action.IfRegistered(new Action.ListContainers(true)), DONE);
        ended(new Action.DescribeNode(), DONE);
        audit.begins(JANE, new Streaming.Wait("abc"), OWN);

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsMovedAwayIsFollowedByAnother() throws IOException {
        ended(new Action.StartContainer("one"), DONE);
        Files.move(file, directory.resolve("audit.log.1"));
        ended(new Action.StartContainer("two"), DONE);
        ended(new Action.StartContainer("three"), DONE);

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void insteadOfAFileItMayBeTheLog() {
        var logged = new ArrayList<String>();
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        logged.add(new SimpleFormatter().formatMessage(record));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        var log = Logger.getLogger("io.herd.audit");
        log.addHandler(handler);
        try {
            new Audit(Audit.LOGGED, new NodeName("b"), InstantSource.system())
                    .ended(JANE, new Action.StartContainer("{0} %s '"), OWN, DONE);
        } finally {
            log.removeHandler(handler);
        }

        assertThat(logged)
                .singleElement()
                .asString()
                .startsWith("{\"time\":")
                .contains("\"object\":\"{0} %s '\"");
    }

    @Test
    void aNameIsNoWayOutOfItsLine() throws IOException {
        var caller = new Caller("jane\",\"caller\":\"root\n{}", By.KEY, "");
        audit.ended(caller, new Action.StartContainer("\u001b[1m\n"), OWN, DONE);

        assertThat(Files.readAllLines(file))
                .singleElement()
                .asString()
                .contains("\"caller\":\"jane\\\",\\\"caller\\\":\\\"root\\n{}\"")
                .doesNotContain("\u001b");
    }

    @Test
    void nothingSecretIsNoted() throws IOException {
        var secrets = new RawJson("{\"Env\":[\"PASSWORD=s3cret\"],\"Labels\":{\"k\":\"s3cret\"}}");
        var exec =
                new Streaming.Exec(
                        "abc",
                        List.of("login", "s3cret"),
                        List.of("PASSWORD=s3cret"),
                        Optional.of("/s3cret"),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        true,
                        Optional.empty());
        ended(
                new Action.CreateContainer(Optional.of("web"), secrets, true),
                new Outcome.Failed(new Failure(Failure.Kind.DAEMON_ERROR, "s3cret")));
        ended(new Action.StartExec(exec), DONE);
        audit.begins(JANE, exec, OWN);
        ended(new Action.UpdateContainer("abc", secrets), DONE);

        assertThat(Files.readAllLines(file)).hasSize(4).noneMatch(line -> line.contains("s3cret"));
    }

    private void ended(Action action, Outcome outcome) {
        audit.ended(JANE, action, OWN, outcome);
    }
}
