package io.herd.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.RawJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
