package io.herd.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.json.wire.AnswerJson;
import io.herd.json.wire.Wire;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                " 5 ",
                "\"\"",
                "-0.5e+10",
                "[0, -1, 1.5, 1E9, true, false, null]",
                "{\"a\": {\"b\": [1, {\"c\": \"\\u00fc \\\" \\\\ \\/ \\b\\f\\n\\r\\t\"}]}, \"A\": 1}",
                "\r\n\t{ \"ü🐄\" : 1 }\n"
            })
    void whatIsJsonIsKeptAsItIs(String text) throws Exception {
        assertThat(StrictJson.parse(text).text()).isEqualTo(text);
        assertThat(JsonParser.parseString(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                 | 1 |  1 | expected a value, found the end of the text
                    {                  | 1 |  2 | expected a name in double quotes, found the end of the text
                    {"a":1             | 1 |  7 | expected ',' or '}', found the end of the text
                    {"a" 1}            | 1 |  6 | expected ':', found '1'
                    {"a":1,}           | 1 |  8 | expected a name in double quotes, found '}'
                    {"a":1 "b":2}      | 1 |  8 | expected ',' or '}', found '"'
                    {a:1}              | 1 |  2 | expected a name in double quotes, found 'a'
                    {'a':1}            | 1 |  2 | expected a name in double quotes, found '''
                    [1 2]              | 1 |  4 | expected ',' or ']', found '2'
                    [1}                | 1 |  3 | expected ',' or ']', found '}'
                    [1,]               | 1 |  4 | expected a value, found ']'
                    [01]               | 1 |  3 | expected ',' or ']', found '1'
                    [1.]               | 1 |  4 | expected a digit, found ']'
                    [-]                | 1 |  3 | expected a digit, found ']'
                    [+1]               | 1 |  2 | expected a value, found '+'
                    [NaN]              | 1 |  2 | expected a value, found 'N'
                    [truE]             | 1 |  2 | expected a value, found 't'
                    // c               | 1 |  1 | expected a value, found '/'
                    {} x               | 1 |  4 | unexpected 'x' after the end of the document
                    {}{}               | 1 |  3 | unexpected '{' after the end of the document
                    [2, "ab            | 1 |  5 | this string is not closed
                    ["a\\x"]           | 1 |  4 | unknown escape in a string
                    ["\\u12G4"]        | 1 |  3 | unknown escape in a string
                    {"üb":ß}           | 1 |  7 | expected a value, found U+00DF
                    {"a":1,"b":2,"a":3}| 1 | 14 | the name "a" appears twice
                    {"a":1,"\\u0061":3}| 1 |  8 | the name "\\u0061" appears twice
                    """)
    void aMistakeIsNamedWithItsPlace(String text, int line, int column, String reason) {
        var mistake = mistake(text == null ? "" : text);

        assertThat(mistake.line()).isEqualTo(line);
        assertThat(mistake.column()).isEqualTo(column);
        assertThat(mistake.reason()).isEqualTo(reason);
        assertThat(mistake).hasMessage("line %d, column %d: %s".formatted(line, column, reason));
    }

    @Test
    void linesAreCountedAsEditorsDo() {
        assertThat(mistake("{\r\n  \"a\": 1,\r\n  \"🐄\": x\r\n}"))
                .hasMessage("line 3, column 8: expected a value, found 'x'");
        assertThat(mistake("[\"a\n\"]")).hasMessage("line 1, column 2: this string is not closed");
        assertThat(mistake("[\"a\tb\"]"))
                .hasMessage("line 1, column 4: control character in a string, write it as \\u0009");
        assertThat(mistake("\uFEFF{}"))
                .hasMessage("line 1, column 1: expected a value, found U+FEFF");
    }

    @Test
    void nestingHasALimitThatGsonStillReadsOnTheWholeWay() throws Exception {
        var deep = StrictJson.parse("[".repeat(200) + "]".repeat(200));
        var answers =
                Answers.of(
                        Map.of(
                                new NodeName("a"),
                                new Outcome.Done(new Result.Document(deep)),
                                new NodeName("b"),
                                new Outcome.Done(new Result.Nothing())));
        assertThat(Wire.answers(Wire.answers(answers))).isEqualTo(answers);
        var printed =
                AnswerJson.write(
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of("x"),
                        List.of(deep),
                        List.of());
        assertThat(JsonParser.parseString(printed)).isNotNull();

        assertThat(mistake("[".repeat(201) + "]".repeat(201)).reason())
                .isEqualTo("nested more than 200 deep");
        assertThat(mistake("[".repeat(1_000_000)).reason()).isEqualTo("nested more than 200 deep");
    }

    private static MalformedJsonException mistake(String text) {
        return catchThrowableOfType(MalformedJsonException.class, () -> StrictJson.parse(text));
    }
}
