package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.herd.Herd;
import io.herd.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandsTest {

    private final Path file;

    UserCommandsTest(@TempDir Path directory) {
        file = directory.resolve("users.json");
    }

    @Test
    void aUserIsAddedGivenATokenAndListed() throws IOException {
        assertThat(user("add", "jane", "--group", "dev,ops")).isEqualTo(new Printed("", "", 0));

        var token = user("token", "jane", "--expires", "1h");
        assertThat(token.err()).isEmpty();
        assertThat(token.out()).matches("herd_[0-9a-f]{8}_[A-Za-z0-9_-]{43}\n");
        var whose = new UsersFile(file).read().whose(token.out().strip(), Instant.now());
        assertThat(whose.orElseThrow().groups()).containsExactly("dev", "ops");
        assertThat(user("ls").out())
                .matches(
                        "USER   GROUPS    TOKEN      CREATED                EXPIRES\njane   dev,ops   [0-9a-f]{8}   \\S+Z   \\S+Z\n");
        assertThat(user("ls", "--json").out()).contains("\"User\": \"jane\"", "\"Token\": \"");
    }

    @Test
    void aTokenIsRevokedByItsId() throws IOException {
        user("add", "jane");
        var first = user("token", "jane", "--expires", "off").out().strip();
        var second = user("token", "jane").out().strip();
        assertThat(user("ls").out()).contains("never");

        assertThat(user("token", "jane", "--revoke", first.substring(5, 13)).exit()).isZero();

        var users = new UsersFile(file).read();
        assertThat(users.whose(first, Instant.now())).isEmpty();
        assertThat(users.whose(second, Instant.now())).isPresent();
    }

    @Test
    void aUserIsRemovedAndThoseThatAreNotThereAreNamed() {
        user("add", "jane");

        assertThat(user("rm", "joan", "jane"))
                .isEqualTo(
                        new Printed("", "herd: no such user: joan\n      see 'herd user ls'\n", 4));
        assertThat(user("ls").out()).isEqualTo("USER   GROUPS   TOKEN   CREATED   EXPIRES\n");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        user("add", "jane");

        assertThat(user("add", "jane"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: there is a user 'jane' already: remove it first with 'herd user rm jane'\n",
                                2));
        assertThat(user("add", "a b").err()).contains("invalid name of a user 'a b'");
        assertThat(user("add", "x", "--group", "@y").err())
                .contains("invalid name of a group '@y'");
        assertThat(user("token", "joan"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: no such user: joan\n      add it with 'herd user add joan'\n",
                                4));
        assertThat(user("token", "jane", "--revoke", "none").err())
                .contains("jane has no token 'none'");
        assertThat(user("token", "jane", "--expires", "soon").err())
                .contains("invalid duration 'soon'");
        Files.writeString(file, "{");
        assertThat(user("ls").err()).contains("cannot read the users in " + file);
        assertThat(user("add", "joan").exit()).isEqualTo(1);
        assertThat(file).hasContent("{");
    }

    private Printed user(String... arguments) {
        var all = new ArrayList<>(List.of("user"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--users", file.toString()));
        return Unattended.herd(
                (_, _, timeout) -> new Herd(new InProcessCluster(), timeout),
                Unattended.in(Map.of(), Optional.empty()),
                all.toArray(String[]::new));
    }
}
