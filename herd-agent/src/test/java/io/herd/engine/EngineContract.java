package io.herd.engine;

import static io.herd.engine.EngineCalls.failure;
import static io.herd.model.ResourceKind.NETWORK;
import static io.herd.model.ResourceKind.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming;
import io.herd.engine.Engine.Found;
import io.herd.engine.Engine.Made;
import io.herd.json.docker.DockerJson;
import io.herd.json.docker.DockerJson.Listed;
import io.herd.json.docker.PathJson;
import io.herd.json.docker.ProcessJson;
import io.herd.json.docker.StatsJson;
import io.herd.model.DaemonEvent;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every engine does alike. It has the image busybox, and perhaps other containers. */
public abstract class EngineContract {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final RawJson SLEEP =
            new RawJson(
                    """
                    {"Image": "busybox", "Cmd": ["sleep", "1000"],
                     "Labels": {"contract": "yes"}, "HostConfig": {"NetworkMode": "none"}}
                    """);

    private final List<String> made = new ArrayList<>();

    protected abstract Engine engine();

    /** Leaves what a daemon has that died between the two: the newer note beside the older one. */
    protected abstract void noteAndDie(Map<String, String> older, Map<String, String> newer)
            throws EngineException;

    @AfterEach
    void removeWhatWasMade() throws EngineException {
        for (var id : made) {
            if (!engine().findById(id, soon()).isEmpty()) {
                engine().remove(id, true, true, soon());
            }
        }
    }

    @Test
    void aContainerIsMadeStartedStoppedAndRemoved() throws Exception {
        var id = make(Optional.empty()).id();
        assertThat(id).matches("[0-9a-f]{64}");
        assertThat(inspect(id)).contains("\"Status\":\"created\"");

        engine().start(id, soon());
        assertThat(inspect(id)).contains("\"Status\":\"running\"");

        engine().stop(id, Optional.of(0), soon());
        assertThat(inspect(id)).contains("\"Status\":\"exited\"");

        engine().remove(id, false, false, soon());
        assertThat(engine().findById(id, soon())).isEmpty();
    }

    @Test
    void aDescriptionIsTheDaemonsOwnDocument() throws Exception {
        var name = newName();
        var id = make(Optional.of(name)).id();

        assertThat(inspect(id))
                .contains("\"Id\":\"" + id + "\"", "\"Name\":\"/" + name + "\"")
                .contains("\"Image\":\"busybox\"", "\"NetworkMode\":\"none\"", "\"contract\"");
        assertThat(engine().inspect(name, soon())).isEqualTo(engine().inspect(id, soon()));
    }

    @Test
    void aCommandInAContainerGetsItsInputToTheLastByteAndSaysHowItEnded() throws Exception {
        var id = running();
        var sent = new byte[300_000];
        new Random(7).nextBytes(sent);

        try (var cat = engine().open(exec(id, "cat"), soon())) {
            var said = new FutureTask<>(() -> outputOf(cat));
            Thread.ofVirtual().start(said);
            cat.write(ByteBuffer.wrap(sent));
            cat.endInput();

            assertThat(said.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
        }
    }

    @Test
    void aCommandsExitCodeIsItsLastWord() throws Exception {
        try (var failing = engine().open(exec(running(), "sh", "-c", "exit 3"), soon())) {
            assertThat(failing.next()).isEqualTo(new Frame.Exited(3));
        }
    }

    @Test
    void aContainerThatDoesNotRunTakesNoCommand() throws Exception {
        var id = make(Optional.empty()).id();

        assertThat(failure(() -> engine().open(exec(id, "cat"), soon())).kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(failure(() -> engine().open(exec("nosuch", "cat"), soon())).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void theLogOfAContainerThatHasSaidNothingIsEmpty() throws Exception {
        var all =
                new Streaming.Logs(
                        running(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false);
        try (var log = engine().open(all, soon())) {
            assertThat(log.next()).isEqualTo(new Frame.Ended());
        }
    }

    @Test
    void whoIsAttachedIsToldFirstWhatItIsAndLastHowItEnded() throws Exception {
        var id = make(Optional.empty()).id();
        try (var attached = engine().open(new Streaming.Attach(id, false), soon())) {
            engine().start(id, soon());
            var first = (Frame.Document) attached.next();
            assertThat(ProcessJson.container(first.json()))
                    .isEqualTo(new ProcessJson.Container(false, "created", false, false, false));

            engine().kill(id, Optional.empty(), soon());

            assertThat(attached.next()).isEqualTo(new Frame.Exited(137));
        }
    }

    @Test
    void theProcessesOfAContainerAreListedWhileItRuns() throws Exception {
        var id = running();

        var table = ProcessJson.table(engine().top(id, List.of(), soon()));

        assertThat(table.titles()).contains("PID", "CMD");
        assertThat(table.rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row).hasSameSizeAs(table.titles()).contains("sleep 1000"));
        assertThat(ProcessJson.table(engine().top(id, List.of("-o", "pid,args"), soon())).titles())
                .hasSize(2);
        engine().stop(id, Optional.of(0), soon());
        assertThat(failure(() -> engine().top(id, List.of(), soon())).kind())
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void anArchiveThatIsPutInComesOutAgain() throws Exception {
        var id = make(Optional.empty()).id();
        try (var in = engine().open(new Streaming.CopyIn(id, "/", false), soon())) {
            in.write(ByteBuffer.wrap(Archives.of("note", "hello")));
            in.endInput();
            assertThat(in.next()).isEqualTo(new Frame.Ended());
        }

        assertThat(PathJson.found(engine().stat(id, "/note", soon())))
                .isEqualTo(new PathJson.Found(false, false, Optional.empty()));
        try (var out = engine().open(new Streaming.CopyOut(id, "/note"), soon())) {
            assertThat(out.next())
                    .isInstanceOfSatisfying(
                            Frame.Document.class,
                            it -> assertThat(it.json().text()).contains("\"name\":\"note\""));
            assertThat(Archives.contentOf("note", outputOf(out, new Frame.Ended())))
                    .isEqualTo("hello");
        }
    }

    @Test
    void whatIsNotInAContainerIsNeitherCopiedNorDescribed() throws Exception {
        var id = make(Optional.empty()).id();

        var failures =
                List.of(
                        failure(() -> engine().stat(id, "/no/such", soon())),
                        failure(() ->
                                engine().open(new Streaming.CopyOut(id, "/no/such"), soon())));

        assertThat(failures)
                .allSatisfy(failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
                    assertThat(failure.message()).contains("/no/such", id);
                });
        assertThat(PathJson.found(engine().stat(id, "/", soon())).directory()).isTrue();
    }

    private String running() throws EngineException {
        var id = make(Optional.empty()).id();
        engine().start(id, soon());
        return id;
    }

    @Test
    void aCommandIsStartedInTheBackground() throws Exception {
        var id = running();

        engine().exec(exec(id, "sh", "-c", "exit 0"), soon());
        assertThat(failure(() -> engine().exec(exec(id, "nosuch"), soon())).kind())
                .isEqualTo(Kind.NO_SUCH_COMMAND);

        engine().stop(id, Optional.of(0), soon());
        assertThat(failure(() -> engine().exec(exec(id, "sh"), soon())).kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(failure(() -> engine().exec(exec("nosuch", "sh"), soon())).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    private static Streaming.Exec exec(String id, String... command) {
        return new Streaming.Exec(
                id,
                List.of(command),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                true,
                Optional.empty());
    }

    private static byte[] outputOf(DaemonStream conversation) throws Exception {
        return outputOf(conversation, new Frame.Exited(0));
    }

    private static byte[] outputOf(DaemonStream conversation, Frame last) throws Exception {
        var output = new ByteArrayOutputStream();
        var frame = conversation.next();
        while (frame instanceof Frame.Out(var bytes)) {
            output.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            frame = conversation.next();
        }
        assertThat(frame).isEqualTo(last);
        return output.toByteArray();
    }

    @Test
    void aContainerWithoutANameGetsOne() throws Exception {
        var id = make(Optional.empty()).id();

        var found = engine().findById(id, soon());

        assertThat(found).extracting(Found::id).containsExactly(id);
        assertThat(found.getFirst().name()).isNotBlank().doesNotStartWith("/");
    }

    @Test
    void aFieldNobodyKnowsIsNoError() throws Exception {
        var form =
                new RawJson(
                        "{\"Image\":\"busybox\",\"Cmd\":[\"sleep\",\"9\"],\"FutureField\":{\"a\":1}}");

        assertThat(make(Optional.empty(), form).id()).isNotBlank();
    }

    @Test
    void aMissingImageIsNotFoundByName() {
        var form = new RawJson("{\"Image\":\"herd-has-no-such\",\"Cmd\":[\"true\"]}");

        var failure = failure(() -> make(Optional.empty(), form));

        assertThat(failure)
                .isEqualTo(new Failure(Kind.NOT_FOUND, "No such image: herd-has-no-such:latest"));
    }

    @Test
    void aNameInUseIsAConflictThatNamesBoth() throws Exception {
        var name = newName();
        var id = make(Optional.of(name)).id();

        var failure = failure(() -> make(Optional.of(name)));

        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(failure.message())
                .startsWith(
                        "Conflict. The container name \"/%s\" is already in use by container \"%s\"."
                                .formatted(name, id));
    }

    @Test
    void anImpossibleNameIsInvalid() {
        assertThat(failure(() -> make(Optional.of("a/ü b?&x=1"))))
                .isEqualTo(
                        new Failure(
                                Kind.INVALID,
                                "Invalid container name (a/ü b?&x=1), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"));
    }

    @Test
    void anEmptyFormIsInvalid() {
        var failure = failure(() -> make(Optional.empty(), new RawJson("{}")));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID);
        // Engine 26 begins it with a small letter.
        assertThat(failure.message())
                .isEqualToIgnoringCase("Config cannot be empty in order to create a container");
    }

    // Engine 20.10 answers these with 500, newer ones with 400.
    @Test
    void aFormTheDaemonCannotReadFailsInItsWords() {
        for (var text : List.of("{\"Image\":{}}", "[]", "{\"Image\":\"busybox\"", "5")) {
            var failure = failure(() -> make(Optional.empty(), new RawJson(text)));
            assertThat(failure.kind()).as(text).isIn(Kind.INVALID, Kind.DAEMON_ERROR);
            assertThat(failure.message()).as(text).isNotBlank();
        }
    }

    @Test
    void startingAContainerThatRunsAndStoppingOneThatDoesNotAreNoErrors() throws Exception {
        var id = make(Optional.empty()).id();

        engine().stop(id, Optional.empty(), soon());
        engine().start(id, soon());
        engine().start(id, soon());
        engine().stop(id, Optional.of(0), soon());
        engine().stop(id, Optional.of(0), soon());

        assertThat(inspect(id)).contains("\"Running\":false");
    }

    @Test
    void aRunningContainerIsRemovedOnlyByForce() throws Exception {
        var id = make(Optional.empty()).id();
        engine().start(id, soon());

        var failure = failure(() -> engine().remove(id, false, false, soon()));
        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        // Engine 26 has other words, and the name instead of the id.
        assertThat(failure.message())
                .containsPattern("running container " + id + "|container is running");

        engine().remove(id, true, true, soon());
        assertThat(engine().findById(id, soon())).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        List<ThrowingCallable> calls =
                List.of(
                        () -> engine().inspect("herd-none", soon()),
                        () -> engine().start("herd-none", soon()),
                        () -> engine().stop("herd-none", Optional.empty(), soon()),
                        () -> engine().restart("herd-none", Optional.empty(), soon()),
                        () -> engine().pause("herd-none", soon()),
                        () -> engine().unpause("herd-none", soon()),
                        () -> endOf("herd-none"),
                        () -> engine().rename("herd-none", "herd-other", soon()),
                        () -> engine().remove("herd-none", true, true, soon()));
        assertThat(calls)
                .extracting(EngineCalls::failure)
                .containsOnly(new Failure(Kind.NOT_FOUND, "No such container: herd-none"));
    }

    @Test
    void noReferenceLeadsToAnotherCall() {
        for (var odd : List.of("..", ".", "", "x/../y", "a?b=c", "a b%2F#")) {
            var failure = failure(() -> engine().remove(odd, true, true, soon()));
            assertThat(failure).isEqualTo(new Failure(Kind.NOT_FOUND, "No such container: " + odd));
        }
    }

    @Test
    void aContainerIsFoundByFullIdAndByPrefix() throws Exception {
        var name = newName();
        var id = make(Optional.of(name)).id();
        var found = new Found(id, name);

        assertThat(engine().findById(id, soon())).containsExactly(found);
        assertThat(engine().findById(id.substring(0, 12), soon())).containsExactly(found);
        assertThat(engine().findById(id.substring(1, 64), soon())).isEmpty();
        assertThat(engine().findById("xyz", soon())).isEmpty();
        assertThat(engine().findById("", soon())).isEmpty();
    }

    @Test
    void anAmbiguousPrefixFindsAll() throws Exception {
        // With 17 ids two begin with the same of 16 digits.
        var ids = new ArrayList<String>();
        for (int i = 0; i < 17; i++) {
            ids.add(make(Optional.empty()).id());
        }
        for (int i = 0; i < 16; i++) {
            var digit = Integer.toHexString(i);
            assertThat(engine().findById(digit, soon()))
                    .extracting(Found::id)
                    .containsAll(ids.stream().filter(id -> id.startsWith(digit)).toList())
                    .allMatch(id -> id.startsWith(digit));
        }
    }

    @Test
    void aNameIsFoundOnlyInFull() throws Exception {
        var name = newName();
        var id = make(Optional.of(name)).id();
        make(Optional.of(name + "-more"));

        assertThat(engine().findByName(name, soon())).contains(new Found(id, name));
        for (var other : List.of(name.substring(1), name + "-mor", name.replace('-', '.'), ".*")) {
            assertThat(engine().findByName(other, soon())).as(other).isEmpty();
        }
        assertThat(engine().findByName("(", soon())).isEmpty();
        assertThat(engine().findByName("", soon())).isEmpty();
        assertThat(engine().findByName(id, soon())).isEmpty();
    }

    @Test
    void theListHasTheRunningOnesOrAll() throws Exception {
        var still = make(Optional.of(newName())).id();
        var running = make(Optional.of(newName())).id();
        engine().start(running, soon());

        assertThat(DockerJson.list(engine().containers(false, soon())))
                .extracting(Listed::id)
                .contains(running)
                .doesNotContain(still);
        var all = engine().containers(true, soon());
        assertThat(DockerJson.list(all)).extracting(Listed::id).contains(running, still);
        assertThat(all.text())
                .contains("\"Image\":\"busybox\"", "\"Command\":\"sleep 1000\"", "\"Created\":")
                .contains("\"State\":\"running\"", "\"Status\":\"Created\"", "\"Ports\":[]")
                .contains("\"Labels\":{\"contract\":\"yes\"}");
    }

    @Test
    void theDescriptionCountsContainers() throws Exception {
        var before = engine().describe(soon());
        engine().start(make(Optional.empty()).id(), soon());
        make(Optional.empty());

        var after = engine().describe(soon());

        assertThat(after.containers() - before.containers()).isEqualTo(2);
        assertThat(after.running() - before.running()).isEqualTo(1);
        assertThat(after.images()).isPositive();
        assertThat(after.cpus()).isPositive();
        assertThat(after.memory()).isGreaterThan(1 << 20);
        assertThat(after.version()).isNotBlank();
        assertThat(after.apiVersion()).matches("1\\.\\d+");
    }

    @Test
    void itSaysWhichApiItSpeaks() throws Exception {
        var profile = engine().profile(soon());

        assertThat(profile.oldestApi()).matches("1\\.\\d+");
        assertThat(profile.newestApi()).matches("1\\.\\d+");
        assertThat(profile.bridgeSubnets())
                .allMatch(subnet -> subnet.matches("[0-9a-f.:]+/[0-9]+"));
    }

    @Test
    void manyThreadsCanAskAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var names = IntStream.range(0, 20).mapToObj(_ -> newName()).toList();
            var makers =
                    names.stream()
                            .map(n ->
                                    threads.submit(
                                            () -> engine().create(Optional.of(n), SLEEP, soon())))
                            .toList();
            for (var maker : makers) {
                made.add(maker.get().id());
            }
            assertThat(names)
                    .allSatisfy(n -> assertThat(engine().findByName(n, soon())).isPresent());
        }
    }

    @Test
    void aDeadlineThatHasPassedIsATimeout() {
        assertThat(failure(() -> engine().describe(Deadline.in(Duration.ZERO))).kind())
                .isEqualTo(Kind.DAEMON_TIMEOUT);
    }

    @Test
    void aContainerIsRestartedWhetherItRunsOrNot() throws Exception {
        var id = make(Optional.empty()).id();

        engine().restart(id, Optional.of(0), soon());
        assertThat(inspect(id)).contains("\"Status\":\"running\"");
        engine().restart(id, Optional.of(0), soon());
        assertThat(inspect(id)).contains("\"Status\":\"running\"");
    }

    @Test
    void aContainerThatIsKilledHasExited() throws Exception {
        var id = make(Optional.empty()).id();
        engine().start(id, soon());

        engine().kill(id, Optional.empty(), soon());

        assertThat(endOf(id)).isEqualTo(new Frame.Exited(137));
        assertThat(inspect(id)).contains("\"Status\":\"exited\"", "\"ExitCode\":137");
        var failure = failure(() -> engine().kill(id, Optional.of("KILL"), soon()));
        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(failure.message())
                .containsIgnoringCase("cannot kill container")
                .contains("is not running");
    }

    @Test
    void aSignalThatDoesNotKillLeavesItRunning() throws Exception {
        var id = make(Optional.empty()).id();
        engine().start(id, soon());

        engine().kill(id, Optional.of("SIGCONT"), soon());

        assertThat(inspect(id)).contains("\"Running\":true");
    }

    @Test
    void aContainerIsPausedAndGoesOn() throws Exception {
        var id = make(Optional.empty()).id();
        engine().start(id, soon());

        engine().pause(id, soon());
        assertThat(inspect(id)).contains("\"Status\":\"paused\"");
        assertThat(failure(() -> engine().pause(id, soon())).message()).contains("already paused");

        engine().unpause(id, soon());
        assertThat(inspect(id)).contains("\"Status\":\"running\"");
        assertThat(failure(() -> engine().unpause(id, soon())).message()).contains("not paused");
    }

    @Test
    void whoeverWaitsIsToldTheExitCode() throws Exception {
        var id = make(Optional.empty()).id();
        assertThat(endOf(id)).isEqualTo(new Frame.Exited(0));
        engine().start(id, soon());

        try (var end = engine().open(new Streaming.Wait(id), soon())) {
            engine().stop(id, Optional.of(0), soon());
            assertThat(end.next()).isEqualTo(new Frame.Exited(137));
        }
        assertThat(endOf(id)).isEqualTo(new Frame.Exited(137));
        assertThat(failure(() -> endOf("nosuch")).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void whoeverWaitsIsFreeOnceItIsClosed() throws Exception {
        var waiting = engine().open(new Streaming.Wait(running()), soon());
        var end = new FutureTask<>(() -> waiting.next());
        Thread.ofVirtual().start(end);
        await().during(Duration.ofMillis(100)).until(() -> !end.isDone());

        waiting.close();

        await().atMost(Duration.ofSeconds(5)).until(end::isDone);
    }

    @Test
    void whatAContainerUsesIsToldOnceOrAgainAndAgain() throws Exception {
        var id = running();
        try (var once = engine().open(new Streaming.Stats(List.of(id), false), soon())) {
            assertThat(usageIn(once.next()).id()).isEqualTo(id);
            assertThat(once.next()).isEqualTo(new Frame.Ended());
        }
        try (var all = engine().open(new Streaming.Stats(List.of(id), true), soon())) {
            assertThat(usageIn(all.next()).running()).isTrue();
            assertThat(usageIn(all.next()).id()).isEqualTo(id);
        }
        var none = new Streaming.Stats(List.of("nosuch"), false);
        try (var nothing = engine().open(none, soon())) {
            assertThat(nothing.next()).isEqualTo(new Frame.Ended());
        }
    }

    @Test
    void whoFollowsWhatAllUseHearsOfThoseThatAreStartedAndThatEnd() throws Exception {
        var still = make(Optional.empty()).id();
        try (var all = engine().open(new Streaming.Stats(List.of(), true), soon())) {
            var id = running();
            untilUsage(all, usage -> usage.id().equals(id) && usage.running());
            engine().stop(id, Optional.of(0), soon());

            untilUsage(all, usage -> !usage.id().equals(still) && !usage.running());
            engine().remove(id, false, false, soon());

            untilUsage(all, usage -> usage.id().equals(id) && usage.name().isEmpty());
        }
    }

    private void untilUsage(DaemonStream stats, Predicate<StatsJson.Usage> wanted)
            throws Exception {
        while (!wanted.test(usageIn(stats.next()))) {}
    }

    private static StatsJson.Usage usageIn(Frame frame) throws Exception {
        assertThat(frame).isInstanceOf(Frame.Document.class);
        return StatsJson.usage(((Frame.Document) frame).json());
    }

    private Frame endOf(String id) throws EngineException {
        try (var end = engine().open(new Streaming.Wait(id), soon())) {
            return end.next();
        }
    }

    @Test
    void aContainerIsFoundByItsNewName() throws Exception {
        var name = newName();
        var id = make(Optional.of(name)).id();
        var other = newName();

        engine().rename(id, other, soon());

        assertThat(engine().findByName(other, soon())).contains(new Found(id, other));
        assertThat(engine().findByName(name, soon())).isEmpty();
    }

    @Test
    void aContainerIsNotRenamedToAnothersNameOrToNone() throws Exception {
        var taken = newName();
        make(Optional.of(taken));
        var id = make(Optional.empty()).id();

        var conflict = failure(() -> engine().rename(id, taken, soon()));
        assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(conflict.message()).contains("\"/" + taken + "\" is already in use");
        assertThat(failure(() -> engine().rename(id, "a b", soon())).kind())
                .isIn(Kind.INVALID, Kind.DAEMON_ERROR);
    }

    @Test
    void pruningRemovesWhatDoesNotRun() throws Exception {
        var still = make(Optional.empty()).id();
        var running = make(Optional.empty()).id();
        engine().start(running, soon());

        var pruned = engine().prune(Map.of(), soon());

        assertThat(pruned.text()).contains(still, "SpaceReclaimed").doesNotContain(running);
        assertThat(engine().findById(still, soon())).isEmpty();
        assertThat(engine().findById(running, soon())).isNotEmpty();
    }

    @Test
    void theListIsFilteredAsTheDaemonDoesIt() throws Exception {
        var name = newName();
        var still = make(Optional.of(name)).id();
        var running = make(Optional.of("other-" + newName())).id();
        engine().start(running, soon());

        assertThat(listed(Map.of("name", List.of(name + "$", name)))).contains(still);
        assertThat(listed(Map.of("name", List.of("^/?" + name)))).contains(still);
        assertThat(listed(Map.of("id", List.of(running)))).containsExactly(running);
        assertThat(listed(Map.of("status", List.of("running"))))
                .contains(running)
                .doesNotContain(still);
        assertThat(listed(Map.of("label", List.of("contract=yes")))).contains(running, still);
        assertThat(listed(Map.of("label", List.of("contract=yes", "other")))).isEmpty();
        var failure = failure(() -> listed(Map.of("mood", List.of("good"))));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID);
        assertThat(failure.message()).containsIgnoringCase("invalid filter").contains("mood");
    }

    @Test
    void imagesAreListedAndDescribed() throws Exception {
        var all = engine().images().list(false, Map.of(), soon()).text();
        assertThat(all)
                .contains("\"RepoTags\":[\"busybox:latest\"]", "\"Id\":\"sha256:", "\"Size\"");
        assertThat(engine().images().inspect("busybox", soon()).text())
                .startsWith("{")
                .contains("busybox:latest");
        var none = Map.of("reference", List.of("herd-none"));
        assertThat(engine().images().list(true, none, soon()).text().strip()).isEqualTo("[]");
        var odd = Map.of("mood", List.of("good"));
        assertThat(failure(() -> engine().images().list(true, odd, soon())).kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void anImageThatIsNotThereIsNotFound() {
        List<ThrowingCallable> calls =
                List.of(
                        () -> engine().images().inspect("herd-none", soon()),
                        () -> engine().images().savedLayers("herd-none", soon()),
                        () -> engine().images().remove("herd-none", true, soon()),
                        () -> engine().images().remove("..", true, soon()),
                        () -> engine().images().inspect("a/../b", soon()));
        assertThat(calls)
                .extracting(EngineCalls::failure)
                .allSatisfy(failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
                    assertThat(failure.message()).containsIgnoringCase("no such image");
                });
    }

    @Test
    void anImageInUseIsNotRemoved() throws Exception {
        make(Optional.empty());

        var failure = failure(() -> engine().images().remove("busybox", false, soon()));

        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(failure.message()).contains("is using its referenced image");
    }

    @Test
    void whatWasNotedLastIsRemembered() throws Exception {
        assertThat(engine().notes(soon())).isEmpty();
        engine().note(Map.of("herd.pool", "unregistered"), soon());
        engine().note(Map.of("herd.pool", "unregistered", "herd.label.zone", "é/\"1\""), soon());

        assertThat(engine().notes(soon()))
                .isEqualTo(Map.of("herd.pool", "unregistered", "herd.label.zone", "é/\"1\""));

        engine().note(Map.of(), soon());

        assertThat(engine().notes(soon())).isEmpty();
    }

    @Test
    void ofTwoNotesTheNewerCountsAndTheNextTakesThePlaceOfBoth() throws Exception {
        for (int i = 0; i < 2; i++) {
            noteAndDie(Map.of("herd.label.zone", "east"), Map.of("herd.label.zone", "west"));
            assertThat(engine().notes(soon())).isEqualTo(Map.of("herd.label.zone", "west"));

            engine().note(Map.of("herd.label.disk", "ssd"), soon());
            assertThat(engine().notes(soon())).isEqualTo(Map.of("herd.label.disk", "ssd"));
        }

        noteAndDie(Map.of("herd.label.zone", "east"), Map.of("herd.label.zone", "west"));
        engine().note(Map.of(), soon());

        assertThat(engine().notes(soon())).isEmpty();
    }

    @Test
    void pruningImagesLeavesThoseThatHaveAName() throws Exception {
        assertThat(engine().images().prune(false, Map.of(), soon()).text())
                .contains("SpaceReclaimed");
        assertThat(engine().images().inspect("busybox", soon()).text()).contains("busybox");
    }

    @Test
    void aVolumeIsCreatedDescribedListedAndRemoved() throws Exception {
        var name = newName();
        var form = new RawJson("{\"Name\": \"%s\", \"Labels\": {\"a\": \"1\"}}".formatted(name));
        var volumes = engine().resources();

        var made = volumes.create(VOLUME, form, soon());
        var again = volumes.create(VOLUME, form, soon());
        var listed = volumes.list(VOLUME, Map.of("name", List.of(name)), soon());
        var described = volumes.inspect(VOLUME, name, soon());
        volumes.remove(VOLUME, name, false, soon());

        assertThat(List.of(made, again, listed, described))
                .allSatisfy(json -> assertThat(json.text()).contains("\"" + name + "\""));
        assertThat(listed.text()).startsWith("{\"Volumes\":[");
        assertThat(failure(() -> volumes.remove(VOLUME, name, false, soon())).kind())
                .isEqualTo(Kind.NOT_FOUND);
        volumes.remove(VOLUME, name, true, soon());
    }

    @Test
    void pruningAllVolumesRemovesThoseThatHaveANameButNotHerdsNotes() throws Exception {
        var name = newName();
        var volumes = engine().resources();
        var _ = volumes.create(VOLUME, new RawJson("{\"Name\": \"%s\"}".formatted(name)), soon());
        engine().note(Map.of("herd.pool", "unregistered"), soon());

        var keeping = volumes.prune(VOLUME, true, Map.of("label!", List.of("x")), soon());
        assertThat(engine().notes(soon())).isEqualTo(Map.of("herd.pool", "unregistered"));
        var _ = volumes.create(VOLUME, new RawJson("{\"Name\": \"%s\"}".formatted(name)), soon());
        var all = volumes.prune(VOLUME, true, Map.of(), soon());

        assertThat(keeping.text()).contains(name);
        assertThat(all.text()).contains(name, "SpaceReclaimed").doesNotContain("herd.node");
        assertThat(engine().notes(soon())).isEqualTo(Map.of("herd.pool", "unregistered"));
        engine().note(Map.of(), soon());
    }

    @Test
    void aNetworkIsCreatedOnceDescribedListedAndRemoved() throws Exception {
        var name = newName();
        var form = new RawJson("{\"Name\": \"%s\", \"CheckDuplicate\": true}".formatted(name));
        var networks = engine().resources();

        var made = networks.create(NETWORK, form, soon());
        var conflict = failure(() -> networks.create(NETWORK, form, soon()));
        var listed = networks.list(NETWORK, Map.of("name", List.of(name)), soon());
        var described = networks.inspect(NETWORK, name, soon());
        networks.remove(NETWORK, name, false, soon());

        assertThat(made.text()).contains("\"Id\":\"");
        assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(conflict.message()).contains(name + " already exists");
        assertThat(listed.text()).startsWith("[{").contains("\"" + name + "\"");
        assertThat(described.text()).contains("\"Driver\":\"bridge\"");
        assertThat(failure(() -> networks.inspect(NETWORK, name, soon())).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void noNameOfAVolumeOrNetworkLeadsToAnotherCall() {
        for (var kind : ResourceKind.values()) {
            for (var name : List.of("..", "a/../../containers/x", "herd-none", "a?b")) {
                var failure = failure(() -> engine().resources().inspect(kind, name, soon()));
                assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
                assertThat(failure.message())
                        .containsAnyOf(
                                "get %s: no such volume".formatted(name),
                                "network %s not found".formatted(name));
            }
        }
    }

    @Test
    void networksThatAreAlwaysThereAreNotRemoved() {
        var failure = failure(() -> engine().resources().remove(NETWORK, "host", false, soon()));

        assertThat(failure.message()).contains("pre-defined network");
    }

    @Test
    void anImageGetsOneMoreNameAndTellsItsHistory() throws Exception {
        var repository = "host:5000/" + newName();
        engine().images().tag("busybox", repository, "v1", soon());

        var named = engine().images().list(false, Map.of(), soon()).text();
        var history = engine().images().history("busybox", soon()).text();
        var _ = engine().images().remove(repository + ":v1", false, soon());

        assertThat(named).contains(repository + ":v1");
        assertThat(history).startsWith("[{").contains("\"CreatedBy\":");
    }

    @Test
    void aDaemonDescribesItselfAndMeasuresItsDisk() throws Exception {
        assertThat(engine().info(soon()).text()).contains("\"ServerVersion\":\"", "\"Driver\":");
        assertThat(engine().diskUsage(soon()).text())
                .contains("\"Images\":", "\"Containers\":", "\"Volumes\":", "\"BuildCache\":");
    }

    @Test
    void aDaemonThatAnswersIsThere() throws Exception {
        engine().ping(soon());

        assertThat(failure(() -> engine().ping(Deadline.in(Duration.ZERO))).kind())
                .isEqualTo(Kind.DAEMON_TIMEOUT);
    }

    @Test
    void whatHappensIsToldInItsOrder() throws Exception {
        var name = newName();
        var told = new ArrayList<DaemonEvent>();
        try (var events = events(Map.of("container", List.of(name)))) {
            var id = make(Optional.of(name)).id();
            engine().start(id, soon());
            engine().pause(id, soon());
            engine().unpause(id, soon());
            engine().stop(id, Optional.of(0), soon());
            engine().remove(id, false, false, soon());
            while (told.isEmpty() || !told.getLast().action().equals("destroy")) {
                told.add(events.next().orElseThrow());
            }

            assertThat(told)
                    .extracting(DaemonEvent::action)
                    .containsSubsequence("create", "start", "pause", "unpause", "die", "destroy");
            assertThat(told)
                    .allSatisfy(event -> {
                        assertThat(event.type()).isEqualTo("container");
                        assertThat(event.actor()).isEqualTo(id);
                        assertThat(event.attributes()).containsEntry("name", name);
                        assertThat(event.raw().text())
                                .contains("\"Action\":\"" + event.action() + "\"", "\"timeNano\":");
                    });
            assertThat(told).extracting(DaemonEvent::time).isSorted();
        }
    }

    @Test
    void whatHappenedBeforeIsToldToWhoAsksForItAndEndsWhenAsked() throws Exception {
        var name = newName();
        DaemonEvent created;
        try (var events = events(Map.of("container", List.of(name)))) {
            var id = make(Optional.of(name)).id();
            created = events.next().orElseThrow();
            engine().start(id, soon());
            assertThat(events.next().orElseThrow().action()).isEqualTo("start");
        }
        var filters = Map.of("container", List.of(name));
        var since = Optional.of(created.time());
        var now = Optional.of(Instant.now());

        try (var events = engine().events(since, now, filters, soon())) {
            assertThat(events.next()).contains(created);
            assertThat(events.next().orElseThrow().action()).isEqualTo("start");
            assertThat(events.next()).isEmpty();
        }
        var later = Optional.of(created.time().plusNanos(1));
        try (var events = engine().events(later, now, filters, soon())) {
            assertThat(events.next().orElseThrow().action()).isEqualTo("start");
        }
    }

    @Test
    void onlyWhatTheFiltersLetThroughIsTold() throws Exception {
        var wanted = Map.of("type", List.of("container"), "event", List.of("start", "destroy"));
        try (var events = events(wanted)) {
            var id = make(Optional.empty()).id();
            engine().start(id, soon());
            engine().remove(id, true, true, soon());

            assertThat(events.next().orElseThrow().action()).isEqualTo("start");
            assertThat(events.next().orElseThrow().action()).isEqualTo("destroy");
        }
    }

    @Test
    void whoeverWaitsForAnEventIsToldThatTheyWereClosed() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var events = events(Map.of("container", List.of("herd-none")));
            var waiting = threads.submit(events::next);
            await().during(Duration.ofMillis(100)).until(() -> !waiting.isDone());

            events.close();

            assertThat(waiting.get()).isEmpty();
            assertThat(events.next()).isEmpty();
        }
    }

    private Events events(Map<String, List<String>> filters) throws EngineException {
        return engine().events(Optional.empty(), Optional.empty(), filters, soon());
    }

    private List<String> listed(Map<String, List<String>> filters) throws Exception {
        return DockerJson.list(engine().containers(true, false, filters, soon())).stream()
                .map(Listed::id)
                .toList();
    }

    private Made make(Optional<String> name) throws EngineException {
        return make(name, SLEEP);
    }

    private Made make(Optional<String> name, RawJson form) throws EngineException {
        var container = engine().create(name, form, soon());
        made.add(container.id());
        return container;
    }

    private String inspect(String id) throws EngineException {
        return engine().inspect(id, soon()).text();
    }

    private static String newName() {
        return "contract-%d-%d".formatted(ProcessHandle.current().pid(), NAMES.incrementAndGet());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30));
    }
}
