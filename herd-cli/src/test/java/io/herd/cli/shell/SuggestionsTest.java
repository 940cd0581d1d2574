package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.shell.Suggestions.Suggestion;
import io.herd.engine.MemoryEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsTest {

    @TempDir Path directory;

    private final TestHerd herd = new TestHerd();
    private final MemoryConsole console = new MemoryConsole();
    private final Joined joined = new Joined(herd, List.of(), TestHerd.SETTINGS);
    private final RecentNames names = new RecentNames(joined, herd.context(console));
    private final Suggestions suggestions = new Suggestions(herd.context(console), names);

    @BeforeEach
    void aContainer() {
        create("web");
    }

    @Test
    void firstComeCommandsAndWhatOnlyTheShellKnows() {
        assertThat(at(List.of(), ""))
                .contains("ps", "node", "help", "watch", "exit")
                .doesNotContain("agent", "shell");
        assertThat(at(List.of("herd"), "")).contains("ps", "help");
        assertThat(at(List.of("help"), "")).contains("ps").doesNotContain("watch");
    }

    @Test
    void whatIsWatchedIsACommandLikeAnyOther() {
        assertThat(at(List.of("watch"), "")).contains("ps").doesNotContain("exit");
        assertThat(at(List.of("watch", "-n"), "")).isEmpty();
        assertThat(at(List.of("watch", "-n", "5", "logs"), "")).containsExactly("web");
    }

    @Test
    void behindAWordThatEndsWithItsSignAValueComes() {
        assertThat(suggestions.at(List.of("ps", "--filter"), ""))
                .contains(
                        new Suggestion("name=", "", false),
                        new Suggestion("status=running", "", true));
        assertThat(at(List.of("run", "--network"), "")).contains("bridge", "host", "none");
    }

    @Test
    void namesComeFromTheLiveHerd() {
        assertThat(at(List.of("container", "start"), "w")).containsExactly("web");
        assertThat(at(List.of("container", "start"), "a/")).containsExactly("a/web");
        assertThat(at(List.of("node", "inspect"), "")).containsExactly("a", "b");
        assertThat(at(List.of("ps", "--node"), "a,")).containsExactly("a,a", "a,b");
        assertThat(at(List.of("image", "rm"), "")).containsExactly("busybox:latest");
    }

    @Test
    void anIdIsCompletedWhereNoNameBeginsLikeIt() {
        var engine = new MemoryEngine("busybox");
        engine.nextId("3fdb" + "0".repeat(60));
        herd.cluster.with("c", engine);
        CommandRun.of(
                List.of("create", "--name", "db", "--node", "c", "busybox"),
                herd,
                herd.context(console));

        assertThat(at(List.of("start"), "3f")).containsExactly("3fdb00000000");
        assertThat(at(List.of("start"), "d")).contains("db", "web");
        assertThat(at(List.of("start"), "3g")).doesNotContain("3fdb00000000");
    }

    @Test
    void whatCannotBeShownIsNotSuggested() throws Exception {
        create("x\u001b[2J");
        Files.writeString(directory.resolve("a\u001b[2J"), "");
        Files.writeString(directory.resolve("a b"), "");

        assertThat(at(List.of("logs"), "")).containsExactly("web");
        assertThat(at(List.of("ps", "--key"), directory + "/a"))
                .containsExactly(directory + "/a b");
    }

    @Test
    void aCommandGetsTheContainersThatItIsFor() {
        assertThat(at(List.of("start"), "")).containsExactly("web");
        assertThat(at(List.of("stop"), "")).isEmpty();
        assertThat(at(List.of("unpause"), "")).isEmpty();

        CommandRun.of(List.of("start", "web"), herd, herd.context(console));
        names.forget();

        assertThat(at(List.of("start"), "")).isEmpty();
        assertThat(at(List.of("stop"), "")).containsExactly("web");
    }

    @Test
    void namesAreRememberedForAMomentUnlessACommandWasRun() {
        assertThat(at(List.of("logs"), "")).containsExactly("web");
        create("db");
        assertThat(at(List.of("logs"), "")).containsExactly("web");

        names.forget();

        assertThat(at(List.of("logs"), "")).containsExactly("db", "web");
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() {
        var never = new CountDownLatch(1);
        herd.cluster.with(
                "b",
                (_, _) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new io.herd.action.Outcome.Unreachable("interrupted");
                });
        suggestions.at(List.of(), "");
        long begun = System.nanoTime();

        assertThat(at(List.of("logs"), "")).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
        never.countDown();
    }

    @Test
    void withoutAHerdThereIsSilence() {
        herd.go("a", "b");

        assertThat(at(List.of("logs"), "")).isEmpty();
        assertThat(console.told()).isEmpty();
    }

    @Test
    void aDirectoryGoesOnAndAFileEnds() throws Exception {
        Files.createDirectory(directory.resolve("keys"));
        Files.writeString(directory.resolve("key"), "");

        var key = directory + "/ke";

        assertThat(suggestions.at(List.of("ps", "--key"), key))
                .containsExactly(
                        new Suggestion(directory + "/key", "", true),
                        new Suggestion(directory + "/keys/", "", false));
        assertThat(at(List.of("container", "create", "--templates"), key))
                .containsExactly(directory + "/keys/");
        assertThat(at(List.of("ps", "--key"), directory + "/none/x")).isEmpty();
    }

    private List<String> at(List<String> before, String begun) {
        return suggestions.at(before, begun).stream().map(Suggestion::text).toList();
    }

    private void create(String name) {
        CommandRun.of(
                List.of("container", "create", "--image", "busybox", "--name", name, "--node", "a"),
                herd,
                herd.context(console));
    }
}
