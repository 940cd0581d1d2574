package io.herd.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    @TempDir Path directory;

    private Path mine;
    private Path shipped;
    private Templates templates;

    @BeforeEach
    void twoDirectories() throws Exception {
        mine = Files.createDirectory(directory.resolve("mine"));
        shipped = Files.createDirectory(directory.resolve("shipped"));
        templates = new Templates(List.of(mine, directory.resolve("missing"), shipped));
    }

    @Test
    void theFirstDirectoryThatHasItCounts() throws Exception {
        write(shipped, "web", "{\"Image\":\"old\"}");
        write(mine, "web", "{\"Image\":\"new\"}");

        assertThat(templates.find("web").form().text()).isEqualTo("{\"Image\":\"new\"}");
    }

    @Test
    void theFormIsKeptToTheLetter() throws Exception {
        var text = " { \"Image\" : \"x\", \"FieldOfTomorrow\": [1.0, 1e3, {\"é\": null}] }\n";
        write(shipped, "web", text);

        assertThat(templates.find("web").form().text()).isEqualTo(text);
    }

    @Test
    void oneThatIsMissingIsNamedWithThoseThatAreThere() throws Exception {
        write(shipped, "test", "{}");
        write(mine, "web", "{}");

        assertThatThrownBy(() -> templates.find("wbe"))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        e -> assertThat(e.reason()).isEqualTo(TemplateException.Reason.MISSING))
                .hasMessageContainingAll("'wbe'", mine.toString(), "there are test, web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "a/b",
                "/etc/passwd",
                "..",
                ".",
                ".hidden",
                "",
                "a\u0000b",
                "a b"
            })
    void aNameCannotLeadOutOfTheDirectories(String name) throws Exception {
        write(directory, "secret", "{\"Image\":\"x\"}");

        assertThatThrownBy(() -> templates.find(name))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("invalid template name '" + name + "'");
    }

    @Test
    void aLinkCannotLeadOutOfTheDirectories() throws Exception {
        write(directory, "secret", "{\"Image\":\"x\"}");
        Files.createSymbolicLink(mine.resolve("web.json"), directory.resolve("secret.json"));

        assertThatThrownBy(() -> templates.find("web"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("leads out of its directory");
    }

    @Test
    void aMistakeIsShownWithItsLineAndColumn() throws Exception {
        var file = write(mine, "web", "{\n  \"Image\": \"x\"\n  \"Cmd\": []\n}\n");

        assertThatThrownBy(() -> templates.find("web"))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        e -> assertThat(e.reason()).isEqualTo(TemplateException.Reason.UNUSABLE))
                .hasMessage(file + ":3:3: expected ',' or '}', found '\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{} {}", "{\"a\":1,\"a\":2}", "// no\n{}"})
    void whatIsNoObjectIsNoTemplate(String text) throws Exception {
        write(mine, "web", text);

        assertThatThrownBy(() -> templates.find("web"))
                .isInstanceOf(TemplateException.class)
                .hasMessageMatching("(?s).*web\\.json:[0-9]+:[0-9]+: .+");
    }

    @Test
    void aHugeFileIsNotRead() throws Exception {
        write(mine, "web", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}");

        assertThatThrownBy(() -> templates.find("web"))
                .hasMessageContaining("larger than 1024 KiB");
    }

    private static Path write(Path directory, String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name + ".json"), text);
    }
}
