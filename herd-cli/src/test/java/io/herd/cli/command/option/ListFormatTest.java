package io.herd.cli.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.Unattended;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of --format, --json and -q counts, where they come from several places. */
class ListFormatTest {

    private final InProcessCluster cluster =
            new InProcessCluster().with("a", new MemoryEngine("busybox"));
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aContainer() {
        herd("container", "create", "--image", "busybox", "--name", "web", "--start");
    }

    @Test
    void aFormatThatIsSetForOneListLeavesTheOthersAsTheyAre() {
        environment.put("HERD_FORMAT", "{{.Names}}!");

        assertThat(herd("ps")).isEqualTo(new Printed("web!\n", "", 0));
        assertThat(herd("images").out()).startsWith("REPOSITORY   TAG");
        assertThat(herd("images").err()).isEmpty();
        assertThat(herd("node", "ls").out()).startsWith("NAME   STATUS");
        assertThat(herd("node", "ls", "--format", "{{.Names}}").exit()).isEqualTo(2);
    }

    @Test
    void jsonOrQuietThatIsTypedBeatsAFormatThatIsSet() {
        environment.put("HERD_FORMAT", "{{.Names}}");

        assertThat(herd("ps", "--json").out()).startsWith("{\n  \"nodes\"");
        assertThat(herd("ps", "-q").out()).matches("[0-9a-f]{12}\n");

        environment.put("HERD_FORMAT", "{{.Mood}}");

        assertThat(herd("ps", "--json").exit()).isZero();
        assertThat(herd("ps", "-q").exit()).isZero();
        assertThat(herd("ps").exit()).isEqualTo(2);
    }

    @Test
    void aFormatThatIsTypedBeatsJsonAndQuietThatAreSet() {
        environment.put("HERD_JSON", "true");
        assertThat(herd("ps", "--format", "{{.Names}}").out()).isEqualTo("web\n");
        assertThat(herd("ps", "-q").out()).matches("[0-9a-f]{12}\n");
        assertThat(herd("ps").out()).startsWith("{");

        environment.put("HERD_JSON", "false");
        environment.put("HERD_QUIET", "true");
        assertThat(herd("ps", "--format", "{{.Names}}").out()).isEqualTo("web\n");
        assertThat(herd("ps").out()).matches("[0-9a-f]{12}\n");
    }

    @Test
    void ofThoseThatAreTypedJsonBeatsQuietBeatsFormat() {
        assertThat(herd("ps", "--json", "-q", "--format", "{{.Names}}").out()).startsWith("{");
        assertThat(herd("ps", "-q", "--format", "{{.Names}}").out()).matches("[0-9a-f]{12}\n");
        assertThat(herd("images", "--json", "--format", "{{.Tag}}").out()).contains("\"RepoTags\"");
        assertThat(herd("ps", "--json", "--format", "{{.Mood}}").exit()).isEqualTo(2);
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, _, patience) -> new Herd(cluster, patience),
                Unattended.in(environment, Optional.empty()),
                arguments);
    }
}
