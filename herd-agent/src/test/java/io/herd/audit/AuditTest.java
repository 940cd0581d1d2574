package io.herd.audit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.json.wire.WireTest;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final Caller JANE = new Caller("jane", By.SOCKET, "a");
    private static final Outcome DONE = new Done(new Result.Nothing());

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
        audit.ended(janes(new Action.RemoveContainer("abc", true, false)), DONE);

        assertThat(file)
                .hasContent(
                        """
                        {"time":"2026-11-29T12:00:00.123Z","node":"b","caller":"jane","by":"socket","at":"a","action":"container.rm","object":"abc","outcome":"done"}
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatBecameOfItIsNotedButNotTheDaemonsWords() throws IOException {
        var create = janes(new Action.CreateContainer(Optional.of("web"), new RawJson("{}"), true));
        audit.ended(create, new Done(new Result.Created("abc", List.of(), Optional.empty())));
        audit.ended(
                create,
                new Done(
                        new Result.Created(
                                "abc",
                                List.of(),
                                Optional.of(new Failure(Failure.Kind.CONFLICT, "secret")))));
        audit.ended(create, new Outcome.Failed(new Failure(Failure.Kind.CONFLICT, "secret")));
        audit.ended(create, new Outcome.Refused("secret"));

        assertThat(Files.readAllLines(file))
                .map(line -> line.replaceFirst(".*\"action\"", "\"action\""))
                .containsExactly(
                        "\"action\":\"container.run\",\"object\":\"abc\",\"outcome\":\"done\"}",
                        "\"action\":\"container.run\",\"object\":\"abc\",\"outcome\":\"not started\"}",
                        "\"action\":\"container.run\",\"object\":\"web\",\"outcome\":\"failed: conflict\"}",
                        "\"action\":\"container.run\",\"object\":\"web\",\"outcome\":\"refused\"}");
    }

    @Test
    void questionsAndWhatAgentsDoByThemselvesAreNot() {
        audit.ended(janes(new Action.ListContainers(true)), DONE);
        audit.ended(janes(new Action.IfRegistered(new Action.ListContainers(true))), DONE);
        audit.ended(new Action.Leave(new NodeName("a"), "h:1"), DONE);
        audit.begins(new Streaming.OnBehalf(JANE, new Streaming.Wait("abc")));

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsMovedAwayIsFollowedByAnother() throws IOException {
        audit.ended(janes(new Action.StartContainer("one")), DONE);
        Files.move(file, directory.resolve("audit.log.1"));
        audit.ended(janes(new Action.StartContainer("two")), DONE);
        audit.ended(janes(new Action.StartContainer("three")), DONE);

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void aNameIsNoWayOutOfItsLine() throws IOException {
        var caller = new Caller("jane\",\"caller\":\"root\n{}", By.KEY, "");
        audit.ended(new Action.OnBehalf(caller, new Action.StartContainer("\u001b[1m\n")), DONE);

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
        audit.ended(
                janes(new Action.CreateContainer(Optional.of("web"), secrets, true)),
                new Outcome.Failed(new Failure(Failure.Kind.DAEMON_ERROR, "s3cret")));
        audit.ended(janes(new Action.StartExec(exec)), DONE);
        audit.begins(new Streaming.OnBehalf(JANE, exec));
        audit.ended(janes(new Action.UpdateContainer("abc", secrets)), DONE);

        assertThat(Files.readAllLines(file)).hasSize(4).noneMatch(line -> line.contains("s3cret"));
    }

    /** A new action must be put here, as what it changes or as a question. */
    @Test
    void thisIsWhatCountsAsAChange() {
        var actions =
                WireTest.actions().map(it -> row(it.asked().getClass(), Change.of(it))).distinct();
        var streams =
                WireTest.streams().map(it -> row(it.asked().getClass(), Change.of(it))).distinct();

        assertThat(
                        Stream.concat(actions, streams)
                                .distinct()
                                .sorted()
                                .collect(joining("\n", "", "\n")))
                .isEqualTo(
                        """
                        Attach: container.attach
                        CommitContainer: container.commit
                        ConnectNetwork: network.connect
                        CopyIn: container.cp
                        CopyOut: -
                        CreateContainer: container.create
                        CreateContainer: container.run
                        CreateResource: volume.create
                        DescribeDaemon: -
                        DescribeNode: -
                        DiffContainer: -
                        DisconnectNetwork: network.disconnect
                        Events: -
                        ExamineNode: -
                        Exec: container.exec
                        ExportContainer: -
                        FindContainers: -
                        ForgetGone: node.forget
                        IfRegistered: -
                        ImageHistory: -
                        InspectContainer: -
                        InspectImage: -
                        InspectResource: -
                        KillContainer: container.kill
                        Leave: -
                        ListContainers: -
                        ListGone: -
                        ListImages: -
                        ListResources: -
                        LoadImages: image.load
                        Logs: -
                        MeasureDisk: -
                        PauseContainer: container.pause
                        PruneBuilds: builder.prune
                        PruneContainers: container.prune
                        PruneImages: image.prune
                        PruneResources: network.prune
                        PruneResources: volume.prune
                        PullImage: image.pull
                        PushImage: image.push
                        RemoveContainer: container.rm
                        RemoveImage: image.rm
                        RemoveResource: volume.rm
                        RenameContainer: container.rename
                        RestartContainer: container.restart
                        SaveImages: -
                        SetPool: node.unregister
                        StartContainer: container.start
                        StartExec: container.exec
                        StatPath: -
                        Stats: -
                        StopContainer: container.stop
                        TagImage: image.tag
                        TellTime: -
                        TopContainer: -
                        UnpauseContainer: container.unpause
                        UpdateContainer: container.update
                        UpdateLabels: node.update
                        Wait: -
                        """);
    }

    private static String row(Class<?> kind, Optional<Change> change) {
        return kind.getSimpleName() + ": " + change.map(Change::action).orElse("-");
    }

    private static Action janes(Action action) {
        return new Action.OnBehalf(JANE, action);
    }
}
