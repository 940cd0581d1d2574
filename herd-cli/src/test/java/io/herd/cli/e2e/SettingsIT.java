package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged herd is told where its herd is, and what it says of itself. */
@ExtendWith(Lab.Up.class)
class SettingsIT {

    @TempDir Path directory;

    private final Lab lab;

    SettingsIT(Lab lab) {
        this.lab = lab;
    }

    @Test
    void aConfigurationAloneLeadsToTheHerd() throws Exception {
        var nodes = lab.herdElsewhere("node", "ls", "-q", "--config", configuration());

        assertThat(nodes.succeeded().lines()).isEqualTo(Lab.HOSTS);
    }

    @Test
    void anAgentSaysWhatItsSettingsComeToAndStartsNothing() throws Exception {
        var settings =
                lab.herdElsewhere(
                        "agent", "--check-config", "--name", "z", "--config", configuration());

        assertThat(settings.succeeded().out())
                .containsPattern("(?m)^name +z +--name$")
                .containsPattern("(?m)^key +" + lab.key() + " +.*herd.json");
        assertThat(lab.herd("node", "ls", "-q").succeeded().lines()).isEqualTo(Lab.HOSTS);
    }

    @Test
    void aCommandAndTheAgentsAreOfOneVersion() {
        var version = lab.herd("version").succeeded().out().strip();

        assertThat(version).matches("herd [0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(lab.herd("node", "ls", "--format", "herd {{.Herd}}").succeeded().lines())
                .containsExactly(version, version, version);
    }

    @Test
    void helpIsThereForWhoeverAsks() {
        assertThat(lab.herdElsewhere("--help").succeeded().out())
                .startsWith("Usage: herd ")
                .containsPattern("container +Manage containers on any node.");
        assertThat(lab.herdElsewhere("container", "create", "--help").succeeded().out())
                .contains("Create one or more containers, spread evenly over the herd.");
    }

    private String configuration() throws Exception {
        return Files.writeString(
                        directory.resolve("herd.json"),
                        """
                        {"join": ["%s", "%s"], "key": "%s"} // nothing else
                        """
                                .formatted(lab.address("a"), lab.address("b"), lab.key()))
                .toString();
    }
}
