package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.herd.answer.Coverage;
import io.herd.model.RawJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFormatTest {

    private static final Style PLAIN = new Style(false, false, false, 0);

    private static final String WEB =
            """
            {"Id": "abc", "State": {"Running": true, "ExitCode": 0, "Error": ""},
             "Cmd": ["sleep", "1000"], "Entrypoint": null, "Big": 12345678901234567890,
             "Labels": {"a.b": "<1>", "x": "2"}, "Hostile": "a\\u001b[1mb",
             "Networks": {"front": {"IP": "1.2.3.4"}, "back": {"IP": "1.2.3.5"}},
             "Ports": {"80/tcp": [{"HostPort": "8080"}]}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{{.Id}} {{.ID}}|abc abc",
                "{{ .State.Running }}/{{.State.ExitCode}}/{{.State.Error}}|true/0/",
                "{{.Big}}|12345678901234567890",
                "{{.Cmd}}|[sleep 1000]",
                "{{.State}}|map[Error: ExitCode:0 Running:true]",
                "{{.Entrypoint}}|<no value>",
                "{{json .Entrypoint}}|null",
                "{{json .State}}|{\"Running\":true,\"ExitCode\":0,\"Error\":\"\"}",
                "{{json .Labels.x}}|\"2\"",
                "{{index .Labels \"a.b\"}}|<1>",
                "{{json (index .Labels `a.b`)}}|\"<1>\"",
                "{{index .Labels \"none\"}}!|!",
                "{{index .Cmd 1}}|1000",
                "{{(index .Ports \"80/tcp\" 0).HostPort}}|8080",
                "{{range $p, $c := .Ports}}{{$p}} -> {{(index $c 0).HostPort}}{{end}}|80/tcp -> 8080",
                "{{if .State.Running}}up{{else}}down{{end}} {{upper .Id}}|up ABC",
                "{{join .Cmd \" \"}}|sleep 1000",
                "{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|none",
                "{{(index (index .Ports \"80/tcp\") 0).HostPort}}|8080",
                "{{len .Cmd}} {{len .Networks}} {{len .Entrypoint}}|2 2 0",
                "{{range .Networks}}{{.IP}} {{end}}.|1.2.3.5 1.2.3.4 .",
                "{{range .Cmd}}<{{.}}>{{end}}|<sleep><1000>",
                "{{.Hostile}} {{json .Hostile}}|a\\x1b[1mb \"a\\u001b[1mb\"",
                "as it is\\t|as it is\\t"
            })
    void aTemplateIsFilledAsGoDoesIt(String template, String shown) {
        assertThat(shown(template)).isEqualTo(new Pictures.Printed(shown + "\n", "", 0));
    }

    @Test
    void jsonIsTheDocumentOnALine() {
        assertThat(shown("json").out()).startsWith("{\"Id\":\"abc\",\"State\":{").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".Nope", ".State.Nope", ".Id.Nope", "index .Cmd \"2\"", "json .Nope"})
    void whatADocumentDoesNotHaveIsNamed(String expression) {
        var printed = shown("{{" + expression + "}}");

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .isEqualTo(
                        "herd: web: there is no '%s' in it\n      see what there is without --format\n"
                                .formatted(expression.replace("json ", "")));
        assertThat(printed.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "{{.Id, is not closed",
        "{{range .Cmd}}x, is not ended",
        "x{{end}}y, ends nothing",
    })
    void whatIsNotClosedIsNamed(String template, String why) {
        assertThatThrownBy(() -> DocumentFormat.parse(template)).hasMessageContaining(why);
    }

    private static Pictures.Printed shown(String template) {
        var documents =
                new View.Documents("containers", List.of(new Item("web", new RawJson(WEB))));
        var report = DocumentFormat.parse(template).of(Report.of(documents, Coverage.none()));
        return Pictures.of(report, PLAIN);
    }
}
