package io.herd.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.RegistryLogin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    private static final Registry HOST = new Registry("host:5000");
    private static final String JANES = "{\"auths\":{\"%s\":{\"auth\":\"amFuZTpzZWNyZXQ=\"}}}";

    @TempDir Path home;

    @Test
    void aLoginIsFoundInTheUsersHome() throws Exception {
        write(Files.createDirectory(home.resolve(".docker")), JANES.formatted("host:5000"));

        assertThat(at(HOST, Map.of("HOME", home.toString())))
                .isEqualTo(new Login.Known(jane("host:5000")));
        assertThat(at(new Registry("other"), Map.of("HOME", home.toString())))
                .isEqualTo(new Login.None());
    }

    @Test
    void dockersOwnVariableSaysOtherwise() throws Exception {
        write(home, JANES.formatted("https://index.docker.io/v1/"));

        assertThat(at(Registry.of("jane/web"), inHome()))
                .isEqualTo(new Login.Known(jane("https://index.docker.io/v1/")));
    }

    @Test
    void whoHasNoConfigurationHasNoLogin() {
        assertThat(at(HOST, inHome())).isEqualTo(new Login.None());
        assertThat(at(HOST, Map.of())).isEqualTo(new Login.None());
    }

    @Test
    void aBrokenConfigurationIsNamedWithItsPlace() throws Exception {
        write(home, "{\n  \"auths\": {\"host\"}\n}");

        assertThat(at(HOST, inHome()))
                .isEqualTo(
                        new Login.Unreadable(home + "/config.json:2:19: expected ':', found '}'"));
    }

    @Test
    void aConfigurationThatCannotBeReadIsNamedWithTheReason() throws Exception {
        Files.createDirectory(home.resolve("config.json"));
        var file = Files.createFile(home.resolve("file"));

        assertThat(at(HOST, inHome()))
                .isEqualTo(
                        new Login.Unreadable(
                                "cannot read %s/config.json: Is a directory".formatted(home)));
        assertThat(at(HOST, Map.of("DOCKER_CONFIG", file.toString())))
                .isEqualTo(
                        new Login.Unreadable(
                                "cannot read %s/config.json: Not a directory".formatted(file)));
    }

    @Test
    void anEntryThatIsNoLoginIsNamed() throws Exception {
        write(home, "{\"auths\":{\"host:5000\":{\"auth\":\"c2VjcmV0\"}}}");

        assertThat(at(HOST, inHome()))
                .isEqualTo(
                        new Login.Unreadable(
                                home
                                        + "/config.json: 'auth' of host:5000 is not the Base64 of USER:PASSWORD"));
    }

    @Test
    void aHelperThatIsNotThereIsNamed() throws Exception {
        write(home, "{\"credsStore\":\"none-of-that-name\"}");

        assertThat(at(HOST, inHome()))
                .isEqualTo(
                        new Login.Unreadable(
                                "docker-credential-none-of-that-name cannot be started; see that it is installed and in the PATH"));
    }

    @Test
    void aHelperIsAskedForTheRegistry() throws Exception {
        var helper =
                helper(
                        """
                        read -r registry
                        [ "$1" = get ] && [ "$registry" = host:5000 ] || exit 1
                        echo '{"ServerURL":"host:5000","Username":"jane","Secret":"secret"}'
                        """);

        assertThat(helper.login(HOST)).isEqualTo(new Login.Known(jane("host:5000")));
    }

    @Test
    void aHelperNeedNotListen() throws Exception {
        var helper = helper("exec <&-; echo '{\"Username\":\"jane\",\"Secret\":\"secret\"}'");

        assertThat(helper.login(HOST)).isEqualTo(new Login.Known(jane("host:5000")));
    }

    @Test
    void aHelperThatHasNoneSaysSo() throws Exception {
        var helper = helper("echo credentials not found in native keychain; exit 1");

        assertThat(helper.login(HOST)).isEqualTo(new Login.None());
    }

    @Test
    void aHelperThatFailsIsNamedAndNotQuoted() throws Exception {
        var helper = helper("echo secret; exit 1");

        assertThat(helper.login(HOST))
                .isEqualTo(
                        new Login.Unreadable(
                                "%s failed; 'echo host:5000 | %s get' shows why"
                                        .formatted(helper.program(), helper.program())));
    }

    @Test
    void aHelpersAnswerThatIsNoneIsNotQuoted() throws Exception {
        var helper = helper("echo secret");

        assertThat(helper.login(HOST))
                .isEqualTo(
                        new Login.Unreadable(
                                helper.program()
                                        + " is not understood: its answer has no Username and Secret"));
    }

    @Test
    void aHelperThatHangsIsEnded() throws Exception {
        var pid = home.resolve("pid");
        var program = script("echo $$ >%s; sleep 1000".formatted(pid));

        var login = new CredentialHelper(program, Duration.ofSeconds(2)).login(HOST);

        assertThat(login).isEqualTo(new Login.Unreadable(program + " gave no answer within 2 s"));
        var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        process.ifPresent(still -> still.onExit().join());
    }

    private CredentialHelper helper(String script) throws Exception {
        return new CredentialHelper(script(script), Duration.ofSeconds(20));
    }

    private String script(String script) throws Exception {
        var executable = PosixFilePermissions.fromString("rwx------");
        var file =
                Files.writeString(home.resolve("docker-credential-test"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, executable).toString();
    }

    private static void write(Path directory, String config) throws Exception {
        Files.writeString(directory.resolve("config.json"), config);
    }

    private Map<String, String> inHome() {
        return Map.of("DOCKER_CONFIG", home.toString(), "HOME", "/nowhere");
    }

    private static Login at(Registry registry, Map<String, String> environment) {
        return new Logins(new DockerConfig(environment), Duration.ofSeconds(20)).at(registry);
    }

    private static RegistryLogin jane(String server) {
        var json =
                "{\"username\":\"jane\",\"password\":\"secret\",\"serveraddress\":\"%s\"}"
                        .formatted(server);
        return new RegistryLogin(
                Base64.getUrlEncoder()
                        .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
