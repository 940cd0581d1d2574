package io.herd.json.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Action;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.wire.Wire;
import io.herd.model.RegistryLogin;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginJsonTest {

    private static final String JANE =
            Base64.getEncoder().encodeToString("jane:a:b ü".getBytes(UTF_8));

    @Test
    void aLoginIsWhatDockerItselfSends() throws Exception {
        assertThat(
                        login(
                                "{\"auths\":{\"host:5000\":{\"auth\":\"%s\"}}}".formatted(JANE),
                                "host:5000"))
                .contains(
                        "{\"username\":\"jane\",\"password\":\"a:b ü\",\"serveraddress\":\"host:5000\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r\\n"})
    void aLoginMayBeWrittenInSeveralLines(String end) throws Exception {
        var broken = JANE.substring(0, 4) + end + JANE.substring(4) + end;

        assertThat(login("{\"auths\":{\"host\":{\"auth\":\"%s\"}}}".formatted(broken), "host"))
                .contains(
                        "{\"username\":\"jane\",\"password\":\"a:b ü\",\"serveraddress\":\"host\"}");
    }

    @Test
    void aTokenTakesThePlaceOfAPassword() throws Exception {
        var config =
                "{\"auths\":{\"host\":{\"auth\":\"\",\"identitytoken\":\"t-1\",\"email\":\"x\"}}}";

        assertThat(login(config, "host"))
                .contains("{\"identitytoken\":\"t-1\",\"serveraddress\":\"host\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host:5000",
                "http://host:5000/",
                "https://host:5000/v1/",
                "host:5000/x"
            })
    void anEntryOfAnOldDockerIsFoundByItsHost(String key) throws Exception {
        var config = "{\"auths\":{\"other\":{},\"%s\":{\"auth\":\"%s\"}}}".formatted(key, JANE);

        assertThat(login(config, "host:5000")).isPresent();
        assertThat(login(config, "host")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"auths\":{}}",
                "{\"auths\":{\"host\":{}}}",
                "{\"auths\":{\"other\":{\"auth\":\"amFuZTp4\"}}}",
                "{\"auths\":null,\"HttpHeaders\":{\"User-Agent\":\"x\"}}"
            })
    void whoHasNotLoggedInHasNoLogin(String config) throws Exception {
        assertThat(login(config, "host")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amFuZQ==", "OnNlY3JldA==", "%secret%"})
    void anEntryThatIsNoLoginIsNamedAndNotQuoted(String auth) throws Exception {
        var config = LoginJson.read("{\"auths\":{\"host\":{\"auth\":\"%s\"}}}".formatted(auth));

        assertThatThrownBy(() -> config.login("host"))
                .isInstanceOf(UnexpectedJsonException.class)
                .hasMessage("'auth' of host is not the Base64 of USER:PASSWORD")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"auths\":[]}",
                "{\"auths\":{\"host\":7}}",
                "{\"auths\":{\"host\":{\"auth\":{}}}}"
            })
    void whatIsNotDockersFormIsNamed(String text) throws Exception {
        var config = LoginJson.read(text);

        assertThatThrownBy(() -> config.login("host"))
                .isInstanceOf(UnexpectedJsonException.class)
                .hasMessageContaining("is not what was expected");
    }

    @Test
    void aHelperOfTheRegistryComesBeforeTheOneForAll() throws Exception {
        var config =
                LoginJson.read(
                        "{\"credsStore\":\"pass\",\"credHelpers\":{\"a\":\"ecr-login\",\"b\":\"\"}}");

        assertThat(config.helper("a")).contains("ecr-login");
        assertThat(config.helper("b")).isEmpty();
        assertThat(config.helper("c")).contains("pass");
        assertThat(LoginJson.read("{\"credsStore\":\"\"}").helper("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ServerURL':'x','Username':'jane','Secret':'s'} | {'username':'jane','password':'s','serveraddress':'host'}",
                "{'Username':'<token>','Secret':'t'}              | {'identitytoken':'t','serveraddress':'host'}"
            },
            quoteCharacter = '`')
    void aHelpersAnswerIsALogin(String answer, String sent) throws Exception {
        assertThat(LoginJson.answer("host", answer.replace('\'', '"')).map(LoginJsonTest::decoded))
                .contains(sent.replace('\'', '"'));
    }

    @Test
    void aHelperThatNamesNobodyHasNoLogin() throws Exception {
        assertThat(LoginJson.answer("host", "{\"Username\":\"\",\"Secret\":\"\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "[]",
                "{\"Username\":\"jane\"}",
                "{\"Username\":{\"secret\":1}}"
            })
    void aHelpersAnswerIsNotQuotedWhenItIsNone(String answer) {
        assertThatThrownBy(() -> LoginJson.answer("host", answer))
                .isInstanceOf(UnexpectedJsonException.class)
                .hasMessage("its answer has no Username and Secret")
                .hasNoCause();
    }

    @Test
    void aLoginTravelsWithItsActionAndIsNeverShown() throws Exception {
        var login = new RegistryLogin("c2VjcmV0");
        var action =
                new Action.IfRegistered(new Action.PullImage("host/image", Optional.of(login)));
        var sent = Wire.request(action, Duration.ofSeconds(1));

        assertThat(new String(sent, UTF_8)).contains("\"login\":\"c2VjcmV0\"");
        assertThat(Wire.request(sent)).asString().contains("host/image").doesNotContain("c2Vj");
    }

    @Test
    void anActionWithoutALoginIsAsItWas() {
        var sent = Wire.request(new Action.PullImage("busybox"), Duration.ofSeconds(1));

        assertThat(new String(sent, UTF_8))
                .isEqualTo(
                        "{\"action\":\"image.pull\",\"reference\":\"busybox\",\"timeoutMillis\":1000}");
    }

    private static Optional<String> login(String config, String registry) throws Exception {
        return LoginJson.read(config).login(registry).map(LoginJsonTest::decoded);
    }

    private static String decoded(RegistryLogin login) {
        return new String(Base64.getUrlDecoder().decode(login.header()), UTF_8);
    }
}
