package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.herd.answer.Progress;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final NodeName C = new NodeName("c");
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofHours(1);

    private final PaintedTerminal terminal = new PaintedTerminal(80);
    private final ProgressLine line =
            new ProgressLine(terminal.stream(), 80, AT_ONCE, Duration.ofMillis(1));

    @AfterEach
    void endTheThread() {
        line.close();
    }

    @Test
    void aCreationIsCountedByNode() {
        shows(new Progress.Creating(30), "creating: 0 of 30");
        shows(new Progress.Created(2, B), "creating: 1 of 30 (b 1)");
        shows(new Progress.Created(1, A), "creating: 2 of 30 (a 1, b 1)");
        shows(new Progress.Created(5, B), "creating: 3 of 30 (a 1, b 2)");
        shows(new Progress.NotStarted(3, C), "creating: 4 of 30, 1 not started (a 1, b 2, c 1)");
        shows(new Progress.Failed(4), "creating: 4 of 30, 1 not started, 1 failed (a 1, b 2, c 1)");
        shows(new Progress.Undoing(4), "removing again: 0 of 4, 1 not started, 1 failed");
        shows(new Progress.Undone(2, B), "removing again: 1 of 4, 1 not started, 1 failed (b 1)");
        shows(new Progress.Ended(), "");
    }

    @Test
    void aPullIsShownByNode() {
        shows(
                new Progress.Pulling("busybox", Set.of(A, B, C)),
                "pulling busybox: 0 of 3 (a …, b …, c …)");
        shows(new Progress.Pulled(B), "pulling busybox: 1 of 3 (a …, b done, c …)");
        shows(
                new Progress.NotPulled(A),
                "pulling busybox: 1 of 3, 1 failed (a failed, b done, c …)");
        shows(new Progress.Ended(), "");
    }

    @Test
    void aCopyIsShownByNodeWithWhatHasCome() {
        shows(new Progress.Copying("busybox", Set.of(A, B)), "copying busybox: 0 of 2 (a …, b …)");
        shows(new Progress.Arriving(A, 12_345_678), "copying busybox: 0 of 2 (a 12.3MB, b …)");
        shows(new Progress.Pulled(A), "copying busybox: 1 of 2 (a done, b …)");
        shows(new Progress.NotPulled(B), "copying busybox: 1 of 2, 1 failed (a done, b failed)");
    }

    @Test
    void nothingIsLeftBesideTheResults() {
        terminal.write("$ herd image pull busybox\n");
        shows(
                new Progress.Pulling("busybox", Set.of(A)),
                "$ herd image pull busybox\npulling busybox: 0 of 1 (a …)");
        line.hear(new Progress.Ended());
        terminal.write("a: up to date\n");

        assertThat(terminal.picture()).isEqualTo("$ herd image pull busybox\na: up to date\n");
    }

    @Test
    void whoeverStopsItGetsACleanTerminalBack() {
        var narrow = new PaintedTerminal(20);
        var line = new ProgressLine(narrow.stream(), 20, AT_ONCE, AT_ONCE);
        line.hear(new Progress.Pulling("busybox", Set.of(A, B, C)));
        await().untilAsserted(() -> assertThat(narrow.picture()).isEqualTo("pulling busybox:…"));

        narrow.write("^C");
        line.close();
        line.hear(new Progress.Pulled(A));

        assertThat(narrow.picture()).isEmpty();
    }

    @Test
    void anImageWithALongNameLeavesRoomForTheRest() {
        var image = "registry.example.com/team/app@sha256:" + "0123456789abcdef".repeat(4);

        shows(
                new Progress.Pulling(image, Set.of(A)),
                "pulling registry.example.com/team/app@sha256:01…: 0 of 1 (a …)");
    }

    @Test
    void anImageWithAStrangeNameDoesNotMoveTheCursor() {
        shows(
                new Progress.Pulling("a\r\nb\u001b[2J", Set.of(A)),
                "pulling a\\r\\nb\\x1b[2J: 0 of 1 (a …)");
    }

    @Test
    void whatIsSoonDoneIsNotShown() {
        var quick = new ProgressLine(terminal.stream(), 80, NEVER, AT_ONCE);

        quick.hear(new Progress.Creating(1));
        quick.hear(new Progress.Created(1, A));
        quick.hear(new Progress.Ended());

        assertThat(terminal.isUntouched()).isTrue();
    }

    @Test
    void itIsNotWrittenForEachNews() {
        var calm = new ProgressLine(terminal.stream(), 80, AT_ONCE, NEVER);
        calm.hear(new Progress.Creating(1000));
        await().untilAsserted(() -> assertThat(terminal.rewrites()).isEqualTo(1));

        for (int i = 1; i <= 1000; i++) {
            calm.hear(new Progress.Created(i, A));
        }
        calm.hear(new Progress.Ended());

        assertThat(terminal.rewrites()).isEqualTo(2);
        assertThat(terminal.picture()).isEmpty();
    }

    @Test
    void itIsNotWrittenAgainWhileNothingChanges() {
        shows(new Progress.Creating(1000), "creating: 0 of 1000");

        await().during(Duration.ofMillis(100)).until(() -> terminal.rewrites() == 1);
    }

    private void shows(Progress news, String picture) {
        line.hear(news);
        await().untilAsserted(() -> assertThat(terminal.picture()).isEqualTo(picture));
    }
}
