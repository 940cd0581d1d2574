package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names that are no UTF-8, into a container of host b and out of it, as docker cp does it. */
@ExtendWith(Lab.Up.class)
class CopyIT {

    // Of all that is below, sorted: its name and where it leads.
    private static final String LISTED =
            "find . | LC_ALL=C sort | while IFS= read -r f; do echo \"$f -> $(readlink \"$f\")\"; done | od -An -c";
    private static final String BAD = "'bad\\377'";

    @TempDir Path home;

    private final Lab lab;

    CopyIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void web() {
        lab.docker("b", "run", "-d", "--name", "web", "busybox", "sleep", "1000").succeeded();
        bash(
                """
                mkdir -p in/é && cd in
                echo hello >"$(printf %1$s)"
                ln -s "$(printf %1$s)" soft
                ln "$(printf %1$s)" "$(printf 'twin\\200')"
                long=$(printf %1$s%%0200d 0)
                mkdir -p "$long/$long"
                echo hello >"$long/$long/$long"
                ln -s "$long/$long/$long" far
                """
                        .formatted(BAD));
    }

    @AfterEach
    void mend() {
        lab.mend();
    }

    @Test
    void bytesInNamesAndLinksAreKeptOnTheWayIn() {
        herd("cp in web:/herd").succeeded();
        lab.docker("b", "cp", home.resolve("in").toString(), "web:/docker").succeeded();

        assertThat(inContainer("cd /herd; " + LISTED))
                .isEqualTo(inContainer("cd /docker; " + LISTED))
                .isEqualTo(bash("cd in; " + LISTED).out())
                .contains("377");
        assertThat(inContainer("cd /herd; cat soft far; printf '%s\\n' bad? | od -An -tx1"))
                .isEqualTo("hello\nhello\n 62 61 64 ff 0a\n");
    }

    @Test
    void bytesInNamesAndLinksAreKeptOnTheWayOut() {
        bash("tar -C in -cf - . | docker -H unix://%s cp - web:/tmp".formatted(lab.socket("b")));

        herd("cp web:/tmp herd").succeeded();
        lab.docker("b", "cp", "web:/tmp", home.resolve("docker").toString()).succeeded();

        assertThat(bash("cd herd; " + LISTED).out())
                .isEqualTo(bash("cd docker; " + LISTED).out())
                .isEqualTo(bash("cd in; " + LISTED).out())
                .contains("377");
        assertThat(bash("cd herd; cat soft far").out()).isEqualTo("hello\nhello\n");
    }

    @Test
    void aDirectoryWhoseNameIsNoUtf8IsCopiedFromAndInto() {
        bash("mkdir \"$(printf %1$s)\"; cd \"$(printf %1$s)\"; echo hello >note".formatted(BAD));

        herdIn("$(printf %s)".formatted(BAD), "cp note web:/tmp/note").succeeded();
        herdIn("$(printf %s)".formatted(BAD), "cp web:/tmp/note back").succeeded();
        herdIn("$(printf %s)/..".formatted(BAD), "cp . web:/tmp/all").succeeded();

        assertThat(bash("cd \"$(printf %s)\"; cat back".formatted(BAD)).out()).isEqualTo("hello\n");
        assertThat(inContainer("cat \"/tmp/all/$(printf %s)/note\"".formatted(BAD)))
                .isEqualTo("hello\n");
    }

    @Test
    void anArgumentThatIsNoUtf8IsRefusedAndNothingIsWritten() {
        var copied = herd("cp in/é \"web:/tmp/$(printf %s)\"".formatted(BAD));
        var meant = herd("cp in/é web:/tmp/\ufffd");

        assertThat(copied.err())
                .isEqualTo(
                        """
                        herd: 'web:/tmp/bad\\xff' is not valid UTF-8, and would name another thing
                              rename it; to copy such a file, name the directory that it is in: names in it are kept
                        """);
        assertThat(copied.exit()).isEqualTo(2);
        meant.succeeded();
        assertThat(inContainer("printf '%s\\n' /tmp/*")).isEqualTo("/tmp/\ufffd\n");
    }

    @Test
    void aLinkInAContainerWhoseTargetTheDaemonCannotSayIsNoTarget() {
        inContainer(
                "cd /tmp; echo old >\"$(printf %1$s)\"; ln -s \"$(printf %1$s)\" way"
                        .formatted(BAD));

        var copied = herd("cp in/soft web:/tmp/way");

        assertThat(copied.err())
                .contains("'/tmp/way' leads to '/tmp/bad\ufffd', whose name is not valid UTF-8");
        assertThat(copied.exit()).isEqualTo(1);
        assertThat(inContainer("ls /tmp | wc -l")).isEqualTo("2\n");
    }

    private Run.Ended herd(String arguments) {
        return herdIn(".", arguments);
    }

    private Run.Ended herdIn(String directory, String arguments) {
        return lab.bash("cd '%s'; cd \"%s\"; exec \"$0\" %s".formatted(home, directory, arguments));
    }

    private Run.Ended bash(String script) {
        return lab.bash("set -e; cd '%s'; %s".formatted(home, script)).succeeded();
    }

    private String inContainer(String script) {
        return lab.docker("b", "exec", "web", "sh", "-c", script).succeeded().out();
    }
}
