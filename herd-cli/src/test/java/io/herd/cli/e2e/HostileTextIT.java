package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a real daemon keeps of a container whose words would drive a terminal, and what is shown.
 */
@ExtendWith(Lab.Up.class)
class HostileTextIT {

    private static final String HOSTILE = "\u001b]52;c;eA==\u0007\r\nforged\u202e";
    private static final String SHOWN = "\\x1b]52;c;eA==\\a\\r\\nforged\\u202e";

    private final Lab lab;
    private String id = "";
    private final String before = Long.toString(Instant.now().getEpochSecond());

    HostileTextIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void aContainerWithSuchWords() {
        id =
                lab.docker(
                                "a",
                                "create",
                                "--name",
                                "hostile",
                                "--label",
                                "l=" + HOSTILE,
                                "busybox",
                                HOSTILE)
                        .succeeded()
                        .out()
                        .strip();
    }

    @AfterEach
    void removeIt() {
        lab.removeAllContainers();
    }

    @Test
    void itIsShownEscapedInATableAFormatAndEvents() {
        assertThat(lab.ask("ps", "-a", "--no-trunc").succeeded().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains('"' + SHOWN + '"');
        assertThat(lab.ask("ps", "-a", "--format", "{{.Label \"l\"}}\\t|").succeeded().out())
                .isEqualTo(SHOWN + "\t|\n");

        var after = Long.toString(Instant.now().getEpochSecond() + 1);
        var events =
                lab.ask("events", "--since", before, "--until", after, "--filter", "event=create")
                        .succeeded();
        assertThat(events.lines())
                .filteredOn(line -> line.contains(id))
                .singleElement()
                .asString()
                .contains("l=" + SHOWN);
    }

    @Test
    void inJsonItIsEscapedAsJson() {
        var escaped = "\\u001b]52;c;eA==\\u0007\\r\\nforged\\u202e";

        assertThat(lab.ask("ps", "-a", "--json").succeeded().out()).contains(escaped);
        assertThat(lab.ask("ps", "-a", "--format", "json").succeeded().out()).contains(escaped);
        assertThat(lab.ask("container", "inspect", "hostile").succeeded().out()).contains(escaped);
    }

    @Test
    void anErrorThatNamesItIsOneLine() {
        var run = lab.ask("container", "start", "hostile");

        assertThat(run.err().lines()).allMatch(line -> line.startsWith("herd: ")).isNotEmpty();
        assertThat(run.err()).contains(SHOWN).doesNotContain("\u001b");
    }
}
