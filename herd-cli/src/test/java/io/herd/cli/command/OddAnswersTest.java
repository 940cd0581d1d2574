package io.herd.cli.command;

import static io.herd.Properties.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.arbitrary;

import io.herd.action.Action;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.agent.LocalNode;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.json.AnyJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** The daemon of node a says something odd: what that of b says must come all the same. */
class OddAnswersTest {

    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");

    /** Each with what b's part of it must show. */
    private static final Map<List<String>, String> COMMANDS =
            Map.of(
                    List.of("ps", "-a"), "well",
                    List.of("ps", "-a", "-s", "--no-trunc"), "well",
                    List.of("ps", "-a", "--json"), "well",
                    List.of("ps", "-a", "--format", "{{json .}}"), "well",
                    List.of("ps", "-a", "--format", "{{.Names}} {{.Label \"x\"}}"), "well",
                    List.of("images", "-a"), "b",
                    List.of("images", "--json"), "\"Node\": \"b\"",
                    List.of("image", "inspect", "busybox"), "\"Node\": \"b\"",
                    List.of("container", "inspect", "odd", "well"), "\"Node\": \"b\"",
                    List.of("image", "pull", "busybox"), "b: ");

    private static final List<String> FIELDS =
            List.of(
                    "Id",
                    "Names",
                    "Image",
                    "Command",
                    "Created",
                    "State",
                    "Status",
                    "Ports",
                    "Labels",
                    "SizeRw",
                    "SizeRootFs",
                    "RepoTags",
                    "RepoDigests",
                    "Size",
                    "status");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}]",
                "null",
                "{}",
                "7",
                "\"text\"",
                "[null]",
                "[[]]",
                "[{\"Id\": \"x\", \"Names\": [null], \"Created\": 1}]",
                "[{\"Id\": \"x\", \"Names\": [], \"Created\": 9000000000000000000}]",
                "[{\"Id\": \"x\", \"Names\": [], \"Created\": \"yesterday\"}]",
                "[{\"Id\": \"x\", \"Created\": 1, \"Labels\": [1]}]",
                "[{\"Id\": \"x\", \"Created\": 1, \"Labels\": {\"a\": {}}}]",
                "[{\"Id\": \"x\", \"Created\": 1, \"SizeRootFs\": \"big\"}]",
                "[{\"Id\": \"x\", \"Created\": 1, \"Ports\": [{}]}]"
            })
    void anOddListCostsOnlyItsOwnNodesRows(String odd) {
        var listed = herd(odd, List.of("ps", "-a"));

        assertThat(listed.out()).contains("well").doesNotContain(" a\n");
        assertThat(listed.err())
                .startsWith("herd: node a: cannot read what its Docker daemon answers: ");
        assertThat(listed.exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"Created\": 1}] | 'Id' is missing",
                "{\"message\": 1} | expected a list and got {\"message\":1}",
                "[7] | expected an object and got 7",
                "[{\"Id\": \"x\", \"Created\": \"soon\"}] | 'Created' is \"soon\""
            })
    void whatIsOddIsNamed(String odd, String named) {
        assertThat(herd(odd, List.of("ps", "-a")).err()).contains(named);
    }

    @Test
    void whatOtherNodesRemovedIsReported() {
        var pruned = herd("[]", List.of("container", "prune", "-f"));

        assertThat(pruned.err()).contains("removed 1 on b", "node a: cannot read");
        assertThat(pruned.exit()).isEqualTo(3);
    }

    @Test
    void anyJsonCostsOnlyItsOwnNodesPart() {
        property()
                .withExamples(1_000)
                .forAll(commands(), AnyJson.TEXTS)
                .checkAssert(OddAnswersTest::othersCome);
    }

    @Test
    void anyJsonInAnyFieldCostsOnlyItsOwnNodesPart() {
        property()
                .withExamples(2_000)
                .forAll(commands(), arbitrary().pick(FIELDS), AnyJson.TEXTS)
                .checkAssert((command, field, value) -> {
                    othersCome(command, "[" + with(field, value) + "]");
                    othersCome(command, with(field, value));
                });
    }

    private static void othersCome(List<String> command, String odd) {
        var printed = herd(odd, command);
        assertThat(printed.out()).contains(COMMANDS.get(command));
        // Of a container that was named it is the container's failure, as in docker.
        assertThat(printed.exit()).isIn(0, command.contains("odd") ? 1 : 3);
        assertThat(printed.err()).doesNotContain("Exception", "internal error");
        if (printed.exit() != 0) {
            assertThat(printed.err()).contains("cannot read what its Docker daemon answers");
        }
    }

    private static Gen<List<String>> commands() {
        return arbitrary().pick(List.copyOf(COMMANDS.keySet()));
    }

    /** What may stand in a list of containers or of images, but for one field. */
    private static String with(String field, String value) {
        return """
        {"Id": "x", "Created": 1, "Size": 1, "Names": ["/x"], "RepoTags": ["x:y"],
         "SizeRootFs": 1, %s}
        """
                .replaceFirst("\"" + field + "\": [^,]+, ", "")
                .formatted("\"" + field + "\": " + value);
    }

    private static Printed herd(String odd, List<String> arguments) {
        var cluster = new InProcessCluster();
        var a = node(A, "odd");
        cluster.with("a", (action, deadline) -> says(odd, a, action, deadline));
        cluster.with("b", node(B, "well"));
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(Map.of(), Optional.empty()),
                arguments.toArray(String[]::new));
    }

    private static Outcome says(String odd, LocalNode node, Action action, Deadline deadline) {
        return node.handle(action, deadline) instanceof Done(Document _)
                ? new Done(new Document(new RawJson(odd)))
                : node.handle(action, deadline);
    }

    private static LocalNode node(NodeName name, String container) {
        var node = new LocalNode(name, new MemoryEngine("busybox"));
        var form = new RawJson("{\"Image\": \"busybox\"}");
        var create =
                new IfRegistered(new Action.CreateContainer(Optional.of(container), form, false));
        assertThat(node.handle(create, Deadline.in(Duration.ofSeconds(10))))
                .isInstanceOf(Done.class);
        return node;
    }
}
