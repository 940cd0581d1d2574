package io.herd.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cli.archive.Landing.There;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules are those of docker cp's manual. */
class LandingTest {

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "false, /to, NOTHING,   /,    to",
        "false, /to, FILE,      /,    to",
        "false, /to, DIRECTORY, /to,  ''",
        "true,  /to, NOTHING,   /,    to",
        "true,  /to/, NOTHING,  /,    to",
        "true,  /to, DIRECTORY, /to,  ''",
        "false, to,  NOTHING,   .,    to"
    })
    void aCopyGoesIntoADirectoryElseInPlaceOfThePath(
            boolean directory, String to, There there, String into, String as) throws Exception {
        assertThat(Landing.of(directory, new CopyPath(to), there))
                .isEqualTo(new Landing(into, Optional.of(as).filter(name -> !name.isEmpty())));
    }

    @Test
    void aDirectoryDoesNotReplaceAFile() {
        assertThatThrownBy(() -> Landing.of(true, new CopyPath("/to"), There.FILE))
                .hasMessage("a directory cannot be copied to the file '/to'");
    }

    @Test
    void aFileDoesNotGoIntoADirectoryThatIsNotThere() {
        assertThatThrownBy(() -> Landing.of(false, new CopyPath("/to/"), There.NOTHING))
                .hasMessage("there is no directory '/to/'");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, b, false",
        "/a/b/, b, false",
        "/a/b/., ., true",
        "/a/b/./, ., true",
        "., ., true",
        "./, ., true",
        ".//, ., true",
        "a., a., false",
        "/, ., true"
    })
    void aPathIsReadAsDockerDoesIt(String text, String base, boolean bare) {
        assertThat(new CopyPath(text).base()).isEqualTo(base);
        assertThat(new CopyPath(text).top().isEmpty()).isEqualTo(bare);
    }

    @Test
    void aTargetOfThisHostIsWhereItsLinkLeads() throws Exception {
        var real = Files.createDirectory(home.resolve("real"));
        var link = Files.createSymbolicLink(home.resolve("link"), real);

        var target = LocalTarget.of(link.toString());

        assertThat(target)
                .isEqualTo(new LocalTarget(real, new CopyPath(real.toString()), There.DIRECTORY));
        assertThatThrownBy(() -> LocalTarget.of(home + "/no/such"))
                .hasMessage("there is no directory '%s/no'", home);
        assertThatThrownBy(() -> LocalSource.of(home + "/nosuch", false))
                .hasMessage("cannot copy '%s/nosuch': no such file or directory", home);
    }

    @Test
    void whatIsCopiedIntoADirectoryThatIsNotThereDoesNotMakeIt() throws Exception {
        var target = LocalTarget.of(home + "/new/.");

        assertThatThrownBy(() -> target.inside(true, Optional.empty(), Optional.empty()))
                .hasMessage("there is no directory '%s/new/.'", home);
    }

    @Test
    void linksThatLeadInACircleAreNoTarget() throws Exception {
        Files.createSymbolicLink(home.resolve("a"), home.resolve("b"));
        var b = Files.createSymbolicLink(home.resolve("b"), home.resolve("a"));

        assertThatThrownBy(() -> LocalTarget.of(b.toString()))
                .hasMessageStartingWith("too many links at");
    }
}
