package io.herd.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.json.Documents;
import io.herd.json.JsonStrings;
import io.herd.model.RawJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    private final Variables variables = new Variables(Map.of("port", "80", "_n1", "x"));

    @ParameterizedTest
    @CsvSource({
        "${port}, 80",
        "a-${port}${port}-${_n1}, a-8080-x",
        "$${port}, ${port}",
        "$$${port}, $${port}",
        "$port, $port",
        "$!, $!",
        "$, $",
        "${port:-81}, ${port:-81}",
        "${1}, ${1}",
        "${ port }, ${ port }",
        "${port, ${port",
        "${}, ${}",
        "${unset}, ${unset}"
    })
    void onlyABracedIdentifierIsAVariable(String text, String expanded) {
        assertThat(variables.expand(text)).isEqualTo(expanded);
    }

    @Test
    void valuesAreNotExpandedAgain() {
        assertThat(new Variables(Map.of("a", "${b}", "b", "${a}")).expand("${a}"))
                .isEqualTo("${b}");
    }

    @Test
    void whatIsNotAVariableKeepsEveryCharacter() {
        var text =
                " { \"Cmd\" : [\"\\u0024HOME \\/ é\", 1.0, 1e3], \"${port}\":null,\n\"Env\": [ \"P=${port}\" ] }\n";

        assertThat(variables.expand(new RawJson(text)).text())
                .isEqualTo(text.replace("P=${port}", "P=80"));
    }

    @Test
    void aStringThatIsOneVariableStaysAString() {
        assertThat(variables.expand(new RawJson("{\"HostPort\":\"${port}\"}")).text())
                .isEqualTo("{\"HostPort\":\"80\"}");
    }

    @Test
    void anEscapedDollarSignIsADollarSign() {
        assertThat(variables.expand(new RawJson("{\"a\":\"\\u0024{port}\"}")).text())
                .isEqualTo("{\"a\":\"80\"}");
    }

    @Test
    void aVariableThatIsNotSetIsNamedWithThoseThatAre() {
        assertThatThrownBy(() ->
                        variables.check(
                                "template 'web'", List.of("$HOME", "$${no}", "${port}${nope}")))
                .isInstanceOf(TemplateException.class)
                .hasMessage(
                        "template 'web': the variable 'nope' is not set, only _n1, port: give it with --set nope=VALUE, or write $${nope} if it is none");
    }

    @Test
    void allThatAreSetAreFine() throws Exception {
        variables.check("template 'web'", List.of("${port}", "$${nope}", "${nope:-x}"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noValueBreaksTheDocument(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var values = new HashMap<String, String>();
            IntStream.range(0, 3).forEach(n -> values.put("v" + n, text(random)));
            var before = text(random).replace("$", "");
            var document =
                    "{\"a\":\"${v0}\",\"b\":[\"%s${v1}-${v2}\",{\"${v0}\":1}]}"
                            .formatted(escaped(before));

            var expanded = new Variables(values).expand(new RawJson(document));

            Documents.object(expanded.text());
            assertThat(JsonStrings.of(expanded))
                    .containsExactly(
                            values.get("v0"), before + values.get("v1") + "-" + values.get("v2"));
        }
    }

    private static String text(Random random) {
        var hostile = "\"\\{}[]:,$/\n\r\t\b\u0000\u001f\u007f\u2028é😀\ud800a1\"";
        return random.ints(random.nextInt(12), 0, hostile.length())
                .mapToObj(i -> String.valueOf(hostile.charAt(i)))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }
}
