package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a host without an agent, of which the first leaves a process in the herd. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeepIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FRONT = "io.herd.cli.front.Front";
    private static final List<String> NODES = List.of("a", "b", "c");

    @TempDir Path run;

    private final Lab lab;
    private final Map<String, String> keeping = new HashMap<>();

    KeepIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void web() {
        lab.up();
        lab.startTicking("b", "web");
    }

    @AfterAll
    void mend() {
        lab.mend();
    }

    @BeforeEach
    void wanted() {
        keeping.clear();
        keeping.putAll(Map.of("XDG_RUNTIME_DIR", run.toString(), "HERD_KEEP", "2m"));
    }

    // Those that a test has frozen or killed find their sockets gone, too.
    @AfterEach
    void nobodyStays() throws IOException {
        for (var pid : keepers()) {
            signal("CONT", pid);
        }
        herd("keep", "stop").succeeded();
        await().atMost(SOON).until(() -> keepers().isEmpty());
    }

    @Test
    void theFirstCommandLeavesAProcessThatRunsTheNext() throws IOException {
        assertThat(herd("node", "ls", "-q").succeeded().lines()).isEqualTo(NODES);
        awaitKeeper();

        try (var logs = start("logs", "-f", "web")) {
            await().atMost(SOON).until(() -> logs.outSoFar().contains("tick"));

            assertThat(commandLine(logs.pid())).contains(FRONT);
        }
        assertThat(herd("exec", "web", "echo", "hi").succeeded().out()).isEqualTo("hi\n");
        assertThat(herd("ps", "--format", "{{.Names}}").succeeded().lines()).contains("web");
    }

    @Test
    void ofSeveralCommandsAtOnceOneLeavesAProcess() {
        var runs = Stream.generate(() -> start("node", "ls", "-q")).limit(6).toList();

        assertThat(runs).allMatch(it -> it.await().succeeded().lines().equals(NODES));
        awaitKeeper();
        assertThat(keepers()).hasSize(1);
    }

    @Test
    void whatNeedsTheUsersFilesAsksItFromAProcessOfItsOwn() throws IOException {
        keep();
        var file = Files.writeString(run.resolve("file"), "content");
        herd("cp", file.toString(), "web:/tmp/file").succeeded();

        assertThat(herd("cp", "web:/tmp/file", "-").succeeded().out()).contains("content");
        assertThat(keepers()).hasSize(1);
    }

    @Test
    void itsDirectoryAndItsSocketAreTheUsersAlone() throws IOException {
        keep();
        var directory = run.resolve("herd");

        assertThat(mode(directory)).isEqualTo("rwx------");
        try (var sockets = Files.list(directory)) {
            assertThat(sockets).hasSize(1).allMatch(it -> mode(it).equals("rw-------"));
        }
    }

    @Test
    void aDirectoryThatOthersCanUseIsNotUsed() throws IOException {
        var directory = Files.createDirectory(run.resolve("herd"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));

        var listed = herd("node", "ls", "--format", "{{.Name}}").succeeded();

        assertThat(listed.lines()).isEqualTo(NODES);
        assertThat(listed.err())
                .isEqualTo(
                        "herd: no process stays in the herd for the next commands: %s must be yours alone, with mode 700: remove it, or set XDG_RUNTIME_DIR to a directory of your own\n"
                                .formatted(directory));
        assertThat(keepers()).isEmpty();
    }

    @Test
    void withoutAPlaceForItsSocketTheUserIsTold() {
        keeping.put("XDG_RUNTIME_DIR", "");

        assertThat(herd("node", "ls").succeeded().err())
                .isEqualTo(
                        "herd: no process stays in the herd for the next commands: XDG_RUNTIME_DIR is not set, where its socket would be\n");
    }

    @Test
    void withoutKeepNobodyStays() throws IOException {
        keeping.remove("HERD_KEEP");
        herd("node", "ls").succeeded();
        herd("--keep", "off", "node", "ls").succeeded();

        assertThat(run).isEmptyDirectory();
    }

    @Test
    void onlyWhoWouldJoinLikewiseIsAnswered() throws IOException {
        keep();
        var other = run.resolve("other.key");
        herd("key", "new", other.toString()).succeeded();

        var denied = herd("--key", other.toString(), "--keep", "off", "ps");
        assertThat(denied.exit()).isEqualTo(6);
        assertThat(herd("--key", other.toString(), "ps").exit()).isEqualTo(6);
        assertThat(herd("--cluster", "other", "ps").exit()).isEqualTo(6);
        assertThat(herd("--join", lab.address("b"), "node", "ls", "-q").succeeded().lines())
                .isEqualTo(NODES);
        await().atMost(SOON).until(() -> keepers().size() == 2);
    }

    @Test
    void oneThatIsStoppedWhileItIsBeingStartedDoesNotStay() {
        herd("node", "ls", "-q").succeeded();

        herd("keep", "stop").succeeded();

        await().atMost(SOON).until(() -> keepers().isEmpty());
    }

    @Test
    void itLeavesWhenNobodyHasComeForAWhile() throws IOException {
        keeping.put("HERD_KEEP", "3s");
        keep();

        await().atMost(SOON).until(() -> keepers().isEmpty());

        try (var left = Files.list(run.resolve("herd"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void ofOneThatWasKilledOnlyTheSocketIsLeftAndTheNextCommandLeavesAnother() throws IOException {
        keep();
        signal("KILL", keepers().getFirst());
        await().atMost(SOON).until(() -> keepers().isEmpty());

        assertThat(herd("node", "ls", "-q").succeeded().lines()).isEqualTo(NODES);
        awaitKeeper();
    }

    @Test
    void aFrozenOneKeepsNobodyWaiting() throws IOException {
        keep();
        signal("STOP", keepers().getFirst());

        var listed = herd("node", "ls", "-q").succeeded();

        assertThat(listed.lines()).isEqualTo(NODES);
        assertThat(listed.took()).isLessThan(SOON);
    }

    @Test
    void ctrlCIsNotMeantForIt() throws IOException {
        keep();
        var stat = Files.readString(Path.of("/proc/" + keepers().getFirst() + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);

        // proc(5): state, parent, process group, session.
        assertThat(List.of(fields[2], fields[3])).containsOnly(Long.toString(keepers().getFirst()));
    }

    @Test
    void aSecondOneSaysThatThereIsOne() throws IOException {
        keep();
        var second = herd("keep", "start").succeeded();

        assertThat(second.err()).contains("another process stays in herd 'herd' already");
        assertThat(keepers()).hasSize(1);
    }

    @Test
    void oneThatIsToldToEndLeavesInOrder() throws IOException {
        keep();
        signal("TERM", keepers().getFirst());

        await().atMost(SOON).until(() -> keepers().isEmpty());
        try (var left = Files.list(run.resolve("herd"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoIsToStopIsNamedAndNobodyElseIs() throws IOException {
        keep();
        var stopped = herd("keep", "stop", "sheep");

        assertThat(stopped.exit()).isEqualTo(4);
        assertThat(stopped.err())
                .isEqualTo(
                        "herd: no process of yours stays in a herd 'sheep'\n      'herd keep ls' shows them\n");
        assertThat(herd("keep", "ls", "-q").succeeded().lines()).containsExactly("herd");
        assertThat(herd("keep", "stop", "herd").succeeded().lines()).containsExactly("herd");
    }

    private void keep() throws IOException {
        herd("node", "ls").succeeded();
        awaitKeeper();
    }

    private void awaitKeeper() {
        await().atMost(SOON).until(() -> herd("keep", "ls", "-q").succeeded().lines().size() == 1);
    }

    private Run.Ended herd(String... arguments) {
        return lab.herdWith(keeping, arguments);
    }

    private Run start(String... arguments) {
        var environment = new HashMap<>(lab.environment());
        environment.putAll(keeping);
        var command = new ArrayList<>(List.of(lab.herd().toString()));
        command.addAll(List.of(arguments));
        return Run.start(environment, command.toArray(String[]::new));
    }

    // Each has the directory of this test in its environment.
    private List<Long> keepers() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains("keep\0start"))
                .filter(pid -> text(pid, "environ").contains(run.toString()))
                .toList();
    }

    private static String commandLine(long pid) {
        return text(pid, "cmdline");
    }

    private static String text(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc/" + pid, file), ISO_8859_1);
        } catch (IOException e) {
            // It has ended.
            return "";
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, long pid) {
        Run.start(Map.of(), "kill", "-" + name, Long.toString(pid)).await().succeeded();
    }
}
