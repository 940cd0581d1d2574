package io.herd.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.config.ConfigException;
import io.herd.cli.config.ConfigFile;
import io.herd.cli.layout.Layout;
import io.herd.fuzz.Fuzz;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.LoginJson;
import io.herd.json.text.MalformedJsonException;
import io.herd.model.RawJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users write and type: it is understood, or they are told why not. */
class TypedFuzzTest {

    private static final RawJson WEB =
            new RawJson(
                    "{\"Id\":\"abc\",\"N\":7,\"F\":2.5,\"On\":true,\"None\":null,\"Cmd\":[\"sleep\",\"1000\"],"
                            + "\"Labels\":{\"a\":\"1\"},\"State\":{\"Pid\":42,\"Big\":12345678901234567890}}");

    @Test
    void aFormatIsFilledOrRefused() throws Exception {
        Fuzz.of("format")
                .give(
                        input -> {
                            var layout = Layout.parse(text(input));
                            layout.uses(_ -> {});
                            layout.fill(WEB);
                        },
                        IllegalArgumentException.class);
    }

    @Test
    void aConfigurationIsReadOrRefused() throws Exception {
        Fuzz.of("config")
                .give(
                        input -> ConfigFile.of(Path.of("/etc/herd/herd.json"), text(input)),
                        ConfigException.class);
    }

    @Test
    void dockersLoginsAreReadOrRefused() throws Exception {
        Fuzz.of("logins")
                .give(
                        input -> {
                            var logins = LoginJson.read(text(input));
                            for (var registry : new String[] {"docker.io", "registry:5000"}) {
                                logins.helper(registry);
                                logins.login(registry);
                            }
                        },
                        MalformedJsonException.class,
                        UnexpectedJsonException.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
