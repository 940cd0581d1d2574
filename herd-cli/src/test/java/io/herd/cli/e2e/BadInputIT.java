package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user gets wrong: one line that names it, the next step, the right exit code, and nothing
 * is created.
 */
@ExtendWith(Lab.Up.class)
class BadInputIT {

    @TempDir Path directory;

    private final Lab lab;

    BadInputIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void nothingWasCreated() {
        assertThat(lab.ask("ps", "-aq").succeeded().lines()).isEmpty();
    }

    @Test
    void anUnknownTemplate() {
        assertFails(
                lab.ask("container", "create", "--template", "tset"),
                4,
                "no template 'tset'",
                "there are test");
    }

    @Test
    void aTemplateNameThatIsAPath() {
        assertFails(
                lab.ask("container", "create", "--template", "../templates/test"),
                1,
                "invalid template name '../templates/test'");
    }

    @Test
    void aMalformedBody() throws Exception {
        var file =
                Files.writeString(
                        directory.resolve("web.json"), "{\n  \"Image\": \"busybox\",\n}\n");

        assertFails(
                lab.ask("container", "create", "--raw", file.toString()),
                1,
                file + ":3:1: expected a name in double quotes, found '}'");
    }

    @Test
    void anImageThatIsNowhere() {
        var failed = lab.ask("container", "create", "--image", "nope", "-n", "2");

        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .matches(
                        "(herd: instance [12]: ., ., .: No such image: nope:latest\n"
                                + " +fetch it with 'herd image pull nope'\n){2}");
        assertThat(failed.exit()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-3"})
    void aNumberOfInstancesThatIsNone(String number) {
        assertFails(
                lab.ask("container", "create", "--template", "test", "-n", number),
                2,
                "invalid number of instances '" + number + "': use 1 to");
    }

    @Test
    void aNodeThatIsNotInTheHerd() {
        assertFails(
                lab.ask("ps", "--node", "zebra"),
                4,
                "no node 'zebra' in the herd: its nodes are a, b, c");
        assertFails(lab.ask("container", "start", "zebra/web"), 4, "no node 'zebra' in the herd");
    }

    @Test
    void aContainerThatIsNowhere() {
        assertFails(
                lab.ask("container", "stop", "nope"),
                4,
                "no such container: nope",
                "see 'herd container ls -a'");
    }

    @Test
    void aReferenceThatFitsTwo() {
        lab.ask("container", "create", "--template", "test", "--name", "web", "--node", "a")
                .succeeded();
        lab.docker("b", "create", "--name", "web", "busybox", "true").succeeded();

        assertFails(
                lab.ask("container", "start", "web"),
                4,
                "'web' fits 2 containers",
                "say which: a/web (",
                ", b/web (");

        lab.removeAllContainers();
    }

    @Test
    void anOptionOrACommandThatIsNone() {
        assertFails(lab.ask("ps", "--frob"), 2, "unknown option '--frob'", "see 'herd ps --help'");
        assertFails(
                lab.ask("contaner"),
                2,
                "unknown command 'contaner' for 'herd'",
                "did you mean 'herd container'? Or see 'herd --help'");
    }

    private static void assertFails(Run.Ended ended, int exit, String... inOneLineAndTheMend) {
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("herd: ")
                .contains(inOneLineAndTheMend)
                .doesNotContain("Exception", "    at ");
        assertThat(ended.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(ended.exit()).isEqualTo(exit);
    }
}
