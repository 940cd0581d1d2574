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
    private final String before = Long.toString(Instant.now().getEpochSecond());

    HostileTextIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void aContainerWithSuchWords() {
        lab.docker(
                        "a",
                        "create",
                        "--name",
                        "hostile",
                        "--label",
                        "l=" + HOSTILE,
                        "busybox",
                        HOSTILE)
                .succeeded();
    }

    @AfterEach
    void removeIt() {
        lab.removeAllContainers();
    }

    @Test
    void itIsShownEscapedInATableAFormatAndEvents() {
        assertThat(lab.herd("ps", "-a", "--no-trunc").succeeded().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains('"' + SHOWN + '"');
        assertThat(lab.herd("ps", "-a", "--format", "{{.Label \"l\"}}\\t|").succeeded().out())
                .isEqualTo(SHOWN + "\t|\n");

        var after = Long.toString(Instant.now().getEpochSecond() + 1);
        var events =
                lab.herd("events", "--since", before, "--until", after, "--filter", "event=create")
                        .succeeded();
        assertThat(events.lines())
                .filteredOn(line -> line.contains("name=hostile"))
                .singleElement()
                .asString()
                .contains("l=" + SHOWN);
    }

    @Test
    void inJsonItIsEscapedAsJson() {
        var escaped = "\\u001b]52;c;eA==\\u0007\\r\\nforged\\u202e";

        assertThat(lab.herd("ps", "-a", "--json").succeeded().out()).contains(escaped);
        assertThat(lab.herd("ps", "-a", "--format", "json").succeeded().out()).contains(escaped);
        assertThat(lab.herd("container", "inspect", "hostile").succeeded().out()).contains(escaped);
    }

    @Test
    void anErrorThatNamesItIsOneLine() {
        var run = lab.herd("container", "start", "hostile");

        assertThat(run.err().lines()).allMatch(line -> line.startsWith("herd: ")).isNotEmpty();
        assertThat(run.err()).contains(SHOWN).doesNotContain("\u001b");
    }
}
