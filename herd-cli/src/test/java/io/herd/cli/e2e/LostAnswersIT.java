package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What becomes of a creation while host c does not answer, as docker itself sees it: nothing is
 * there twice, nothing is there that nobody spoke of.
 */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class LostAnswersIT {

    private static final int WANTED = 9;
    // Longer than one container takes on a busy machine, shorter than a frozen agent is put up
    // with.
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LONGER = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Lab lab;

    LostAnswersIT(Lab lab) {
        this.lab = lab;
    }

    /** The coordinator is whoever has been there longest, and a frozen one lets nobody join. */
    @BeforeAll
    static void cIsNotTheCoordinator(Lab lab) {
        lab.agent("c", "restart");
        lab.up();
    }

    @AfterEach
    void mend() {
        lab.mend();
    }

    @Test
    void whatAFrozenAgentHasMadeIsFoundWhenItIsThawed() {
        try (var create = startCreation()) {
            lab.freeze("c");
            staysWithoutAnAnswer(create);
            lab.thaw("c");

            everyInstanceIsThereOnce(create.await().succeeded());
        }
    }

    @Test
    void whatADeadAgentHasMadeIsFoundOverTheOneThatFollowsIt() {
        try (var create = startCreation()) {
            lab.agent("c", "kill");
            lab.agent("c", "start");

            // The second if the new agent was not back in time.
            assertThat(create.await().exit()).isIn(0, 3);
        }

        everyInstanceIsThereOnce(lab.herd(creation()).succeeded());
    }

    @Test
    void allOrNothingLeavesNothingOfADaemonThatWasFrozen() {
        try (var create = startCreation("--all-or-nothing")) {
            lab.daemon("c", "freeze");
            staysWithoutAnAnswer(create);
            lab.daemon("c", "thaw");

            var failed = create.await();

            assertThat(failed.exit()).as(failed.err()).isEqualTo(1);
            assertThat(failed.out()).isEmpty();
            assertThat(failed.err()).contains("was removed again, since not all could be made");
            assertThat(instances()).isEmpty();
        }
    }

    @Test
    void allOrNothingNamesWhatMayBeLeftAndTheSameCommandMakesItWhole() {
        try (var create = startCreation("--all-or-nothing")) {
            lab.freeze("c");

            var failed = create.await();

            assertThat(failed.exit()).as(failed.err()).isEqualTo(3);
            // c may have made one before it froze, which cannot be undone then.
            assertThat(ids("c")).containsAll(failed.lines());
            assertThat(failed.err())
                    .contains("it may exist on c: look there for the label herd.request=lost");
            assertThat(ids("a")).isEmpty();
            assertThat(ids("b")).isEmpty();
            var named = failed.err().lines().filter(line -> line.contains("it may exist on c"));
            assertThat(named.count() + failed.lines().size())
                    .isGreaterThanOrEqualTo(ids("c").size());
        }
        lab.agent("c", "kill");
        lab.up();

        everyInstanceIsThereOnce(lab.herd(creation("--all-or-nothing")).succeeded());
    }

    /** A creation of which c has begun its share. */
    private Run startCreation(String... options) {
        var create = lab.start(creation(options));
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !create.alive() || !ids("c").isEmpty());
        assertThat(create.alive()).as(create.errSoFar()).isTrue();
        return create;
    }

    private static String[] creation(String... options) {
        var command = new ArrayList<>(List.of("container", "create", "--template", "test"));
        command.addAll(List.of("-n", Integer.toString(WANTED), "--start"));
        command.addAll(List.of("--request-id", "lost"));
        command.addAll(List.of("--create-timeout", PATIENCE.toSeconds() + "s"));
        command.addAll(List.of(options));
        return command.toArray(String[]::new);
    }

    private static void staysWithoutAnAnswer(Run create) {
        await().atMost(SOON).during(LONGER).until(create::alive);
    }

    private void everyInstanceIsThereOnce(Run.Ended created) {
        assertThat(instances())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, WANTED).mapToObj(Integer::toString).toList());
        assertThat(Lab.HOSTS.stream().flatMap(host -> ids(host).stream()))
                .containsExactlyInAnyOrderElementsOf(created.lines());
    }

    private List<String> instances() {
        return Lab.HOSTS.stream()
                .flatMap(host -> docker(host, "{{.Label \"herd.instance\"}}").stream())
                .toList();
    }

    private List<String> ids(String host) {
        return docker(host, "{{.ID}}");
    }

    private List<String> docker(String host, String format) {
        return lab.docker(host, "ps", "-a", "--no-trunc", "--format", format).succeeded().lines();
    }
}
