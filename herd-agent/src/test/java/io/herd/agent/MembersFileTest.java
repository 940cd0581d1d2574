package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cluster.Member;
import io.herd.cluster.Roster;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersFileTest {

    private static final Member A = member("a");
    private static final Member B = member("b");
    private static final Roster ROSTER =
            new Roster(
                    List.of(A),
                    List.of(new GoneNode(B.name(), B.address(), Duration.ZERO, Optional.empty())));

    @TempDir Path directory;

    @Test
    void whoIsInTheHerdAndWhoIsMissingIsReadAgain() {
        file("herd").write(ROSTER);

        assertThat(file("herd").read()).containsExactly(A, B);
        assertThat(file("other").read()).as("another herd").isEmpty();
    }

    @Test
    void theLastOnesCount() {
        var file = file("herd");
        file.write(ROSTER);
        file.write(new Roster(List.of(A), List.of()));

        assertThat(file("herd").read()).containsExactly(A);
        assertThat(directory.toFile().list()).containsExactly("herd.members");
    }

    @Test
    void withoutTheFileNobodyIsKnown() {
        assertThat(file("herd").read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"herd\":\"herd\",\"addresses\":{\"no name\":\"x\"}}"})
    void norIsWithNonsense(String text) throws IOException {
        Files.writeString(directory.resolve("herd.members"), text);

        assertThat(file("herd").read()).isEmpty();
        file("herd").write(ROSTER);
        assertThat(file("herd").read()).hasSize(2);
    }

    @Test
    void norIsWithAFileThatIsTooLong() throws IOException {
        Files.writeString(directory.resolve("herd.members"), " ".repeat(2 << 20));

        assertThat(file("herd").read()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKnown() {
        var file = new MembersFile(directory.resolve("none").resolve("herd.members"), "herd");
        file.write(ROSTER);

        assertThat(file.read()).isEmpty();
    }

    private MembersFile file(String herd) {
        return new MembersFile(directory.resolve("herd.members"), herd);
    }

    private static Member member(String name) {
        return new Member(new NodeName(name), name + ".test:7800");
    }
}
