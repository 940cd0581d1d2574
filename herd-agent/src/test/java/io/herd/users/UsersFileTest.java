package io.herd.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.concurrent.Parallel;
import io.herd.policy.Account;
import io.herd.policy.BearerToken;
import io.herd.policy.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersFileTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path path;

    @SuppressWarnings("NullAway.Init")
    private UsersFile file;

    @BeforeEach
    void begin() {
        path = directory.resolve("users.json");
        file = new UsersFile(path);
    }

    @Test
    void withoutAFileThereIsNobody() throws IOException {
        assertThat(file.read()).isEqualTo(Users.NONE);
    }

    @Test
    void aUserIsKnownByHisToken() throws IOException {
        var fresh = BearerToken.make(NOW, Optional.empty());
        file.change(
                users -> users.with(new Account("jane", List.of("dev"), List.of(fresh.token()))));

        var read = new UsersFile(path).read();

        assertThat(read.whose(fresh.text(), NOW).map(Account::name)).contains("jane");
        assertThat(read.find("jane").orElseThrow().groups()).containsExactly("dev");
    }

    @Test
    void theFileDoesNotTellATokenAndIsItsOwnersAlone() throws IOException {
        var fresh = BearerToken.make(NOW, Optional.empty());
        file.change(users -> users.with(new Account("jane", List.of(), List.of(fresh.token()))));

        assertThat(fresh.text()).matches("herd_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(path))
                .contains(fresh.token().id())
                .doesNotContain(fresh.text().substring("herd_12345678_".length()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExpiredRevokedOrChangedTokenIsNobodys() throws IOException {
        var fresh = BearerToken.make(NOW, Optional.of(NOW.plus(Duration.ofDays(1))));
        var users = Users.NONE.with(new Account("jane", List.of(), List.of(fresh.token())));
        var text = fresh.text();
        var last = text.charAt(text.length() - 1);

        assertThat(users.whose(text, NOW.plusSeconds(86_399))).isPresent();
        assertThat(users.whose(text, NOW.plusSeconds(86_400))).isEmpty();
        assertThat(users.revoked(fresh.token().id()).whose(text, NOW)).isEmpty();
        assertThat(users.without("jane").whose(text, NOW)).isEmpty();
        var other = text.substring(0, text.length() - 1) + (last == 'A' ? 'B' : 'A');
        assertThat(users.whose(other, NOW)).isEmpty();
        assertThat(users.whose(fresh.token().hash(), NOW)).isEmpty();
        assertThat(users.whose("", NOW)).isEmpty();
    }

    @Test
    void whatOthersWriteIsReadAtOnce() throws IOException {
        assertThat(file.read().all()).isEmpty();
        new UsersFile(path).change(users -> users.with(new Account("jane", List.of(), List.of())));
        assertThat(file.read().find("jane")).isPresent();
        new UsersFile(path)
                .change(users ->
                        users.without("jane").with(new Account("joan", List.of(), List.of())));
        assertThat(file.read().find("jane")).isEmpty();
    }

    @Test
    void ofChangesAtTheSameTimeNoneIsLost() throws IOException {
        var names = IntStream.range(0, 12).mapToObj(it -> "u" + it).toList();

        Parallel.map(
                names,
                name -> {
                    try {
                        // Each as a process of its own would.
                        synchronized (UsersFileTest.class) {
                            new UsersFile(path)
                                    .change(users ->
                                            users.with(new Account(name, List.of(), List.of())));
                        }
                        return name;
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });

        assertThat(file.read().all()).hasSize(12);
    }

    @Test
    void aFileThatOthersCanWriteIsNotBelieved() throws IOException {
        Files.writeString(path, "{\"users\": []}");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));

        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot read the users in %s: others than its owner can write it: 'chmod go-w %s'",
                        path, path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"users\": 1}",
                "{\"users\": [1]}",
                "{\"users\": [{}]}",
                "{\"users\": [{\"name\": \"-x\"}]}",
                "{\"users\": [{\"name\": \"x\", \"groups\": [\"@a b\"]}]}",
                "{\"users\": [{\"name\": \"x\", \"tokens\": [{\"id\": \"1\", \"sha256\": \"\", \"created\": \"soon\"}]}]}",
                "{\"users\": [], \"users\": []}",
            })
    void whatIsNoFileOfUsersIsNamed(String text) throws IOException {
        Files.writeString(path, text);

        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot read the users in " + path + ": ");
        assertThatThrownBy(() -> file.change(users -> users)).isInstanceOf(IOException.class);
        assertThat(path).hasContent(text);
    }
}
