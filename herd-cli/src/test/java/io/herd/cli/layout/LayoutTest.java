package io.herd.cli.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.RawJson;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Templates are understood and filled as Go does it. */
class LayoutTest {

    private static final RawJson WEB =
            new RawJson(
                    """
                    {"Id": "abc", "N": 7, "F": 2.5, "On": true, "None": null, "Empty": [],
                     "Cmd": ["sleep", "1000"], "Labels": {"a": "1", "b": "2"}, "Bad": "x\\u001b[1my",
                     "State": {"Status": "running", "Pid": 42}, "Html": "<a href='x'>&"}
                    """);

    static final List<List<String>> FILLED =
            List.of(
                    // Text, blanks, comments.
                    List.of("plain", "plain"),
                    List.of("a {{- .Id -}} b", "aabcb"),
                    List.of("a\n {{- /* don't }} */ -}} \n b", "ab"),
                    List.of("{{/* a comment */}}x", "x"),
                    List.of("{{\"}}\"}}", "}}"),
                    List.of("{{`a\\n`}}{{\"b\\tc\\u00e4\\x41\"}}", "a\\nb\tcäA"),
                    List.of("{{'a'}} {{0x1F}} {{1_000}} {{-3}} {{2.50}}", "97 31 1000 -3 2.5"),
                    // Fields and variables.
                    List.of("{{.State.Status}} {{$.State.Pid}}", "running 42"),
                    List.of("{{(index .Cmd 0)}} {{$x := .State}}{{$x.Pid}}", "sleep 42"),
                    List.of("{{$x := 1}}{{if .On}}{{$x = 2}}{{end}}{{$x}}", "2"),
                    List.of("{{$x := 1}}{{if .On}}{{$x := 2}}{{end}}{{$x}}", "1"),
                    // Branches.
                    List.of("{{if .None}}a{{else if .Empty}}b{{else}}c{{end}}", "c"),
                    List.of("{{with .State}}{{.Pid}} {{$.Id}}{{else}}none{{end}}", "42 abc"),
                    List.of("{{with $s := .State}}{{$s.Pid}}{{end}}", "42"),
                    List.of("{{with .None}}a{{else with .Id}}{{.}}{{end}}", "abc"),
                    List.of("{{range .Cmd}}<{{.}}>{{end}}", "<sleep><1000>"),
                    List.of("{{range .Empty}}a{{else}}none{{end}}", "none"),
                    List.of("{{range $k, $v := .Labels}}{{$k}}={{$v}};{{end}}", "a=1;b=2;"),
                    List.of("{{range $i, $e := .Cmd}}{{if $i}},{{end}}{{$e}}{{end}}", "sleep,1000"),
                    List.of("{{range 3}}{{.}}{{end}}", "012"),
                    List.of("{{range .Cmd}}{{.}}{{break}}{{end}}", "sleep"),
                    List.of(
                            "{{range .Cmd}}{{if eq . \"sleep\"}}{{continue}}{{end}}{{.}}{{end}}",
                            "1000"),
                    List.of("{{define \"t\"}}<{{.}}>{{end}}{{template \"t\" .Id}}", "<abc>"),
                    List.of("{{block \"t\" .N}}({{.}}){{end}}", "(7)"),
                    // Pipes and functions.
                    List.of("{{.Id | printf \"%s-%s\" \"x\" | upper}}", "X-ABC"),
                    List.of("{{and .On .Id}} {{and .None .Nope}}", "abc <no value>"),
                    List.of("{{or .None .Id .Nope}} {{not .On}}", "abc false"),
                    List.of("{{eq .N 7}} {{eq .Id \"x\" \"abc\"}} {{ne 1 2}}", "true true true"),
                    List.of(
                            "{{lt 1 2}} {{le 2 2}} {{gt \"b\" \"a\"}} {{ge 1 2}}",
                            "true true true false"),
                    List.of("{{len .Id}} {{len .Cmd}} {{len .Labels}} {{len .None}}", "3 2 2 0"),
                    List.of("{{slice .Id 1 2}} {{slice .Cmd 1}}", "b [1000]"),
                    List.of("{{print 1 2 .Id 3}}|{{println .Id}}", "1 2abc3|abc\n"),
                    List.of("{{html .Html}}", "&lt;a href=&#39;x&#39;&gt;&amp;"),
                    List.of("{{js .Html}}", "\\u003Ca href\\u003D\\'x\\'\\u003E\\u0026"),
                    List.of("{{urlquery \"a b&c\"}}", "a+b%26c"),
                    List.of("{{json .Labels}} {{json .None}}", "{\"a\":\"1\",\"b\":\"2\"} null"),
                    List.of("{{split \"a,b\" \",\"}} {{join .Cmd \"-\"}}", "[a b] sleep-1000"),
                    List.of("{{title \"one two\"}} {{upper \"a\"}}{{lower \"B\"}}", "One Two Ab"),
                    List.of(
                            "<{{pad \"x\" 1 2}}>{{pad \"\" 1 2}}{{truncate \"long\" 2}}",
                            "< x  >lo"),
                    // Values.
                    List.of(
                            "{{.Labels}} {{.Cmd}} {{.None}} {{.F}}",
                            "map[a:1 b:2] [sleep 1000] <no value> 2.5"),
                    List.of("{{.Labels.none}} <{{index .Labels \"none\"}}>", "<no value> <>"),
                    List.of("{{.Bad}} {{json .Bad}}", "x\\x1b[1my \"x\\u001b[1my\""),
                    List.of("{{printf \"%s\\n\" .Bad}}", "x\\x1b[1my\n"),
                    List.of("{{upper .Bad}}", "X\\x1b[1MY"),
                    // printf.
                    List.of(
                            "{{printf \"%d|%5d|%-5d|%05d|%+d\" 7 7 7 7 7}}",
                            "7|    7|7    |00007|+7"),
                    List.of(
                            "{{printf \"%v %q %x %X %t %%\" 1 \"a\" 255 255 true}}",
                            "1 \"a\" ff FF true %"),
                    List.of("{{printf \"%f %.2f %6.1f\" 2.5 2.5 2.5}}", "2.500000 2.50    2.5"),
                    List.of(
                            "{{printf \"%10s|%-10s|%.2s\" \"abc\" \"abc\" \"abc\"}}",
                            "       abc|abc       |ab"),
                    List.of(
                            "{{printf \"%d\" \"x\"}} {{printf \"%s\"}}",
                            "%!d(string=x) %!s(MISSING)"),
                    List.of("{{printf \"x\" 1}}", "x%!(EXTRA int=1)"));

    @ParameterizedTest
    @FieldSource("FILLED")
    void aTemplateIsFilled(List<String> template) {
        assertThat(Layout.parse(template.getFirst()).fill(WEB)).isEqualTo(template.getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{{}}                | '{{}}' cannot be understood: there is nothing in it",
                "{{.Id               | '{{.Id' is not closed: write '{{.Field}}'",
                "{{.Id.}}            | '{{.Id.}}' cannot be understood: the name of a field is missing behind '.'",
                "{{(.Id}}            | '{{(.Id}}' cannot be understood: ')' is missing",
                "{{.Id)}}            | '{{.Id)}}' cannot be understood: ')' is too much",
                "{{uper .Id}}        | there is no function 'uper': use .uper for a field, or one of and, eq,",
                "{{json}}            | 'json' takes 1 argument, and has 0",
                "{{eq 1}}            | 'eq' takes 2 arguments or more, and has 1",
                "{{slice 1 2 3 4 5}} | 'slice' takes 1 to 4 arguments, and has 5",
                "{{1 2}}             | '1' is no function: use one of and, eq,",
                "{{$x}}              | there is no variable $x: declare it with {{$x := .Field}}",
                "{{if .Id}}x         | '{{if …}}' is not ended: write {{end}} behind it",
                "x{{end}}            | '{{end}}' ends nothing: leave it out",
                "x{{else}}           | '{{else}}' ends nothing: leave it out",
                "{{if 1}}{{else}}{{else}}{{end}} | it has a second {{else}}",
                "{{break}}           | '{{break}}' cannot be understood: it is in no {{range}}",
                "{{(}}   | '{{(}}' cannot be understood: something is missing at its end",
                "{{%}}               | '{{%}}' cannot be understood: '%' means nothing there",
                "{{\"a\\q\"}}        | has a backslash that means nothing",
                "{{'ab'}}            | 'ab' is not one character: write \"ab\"",
                "{{\"a}}             | '{{\"a}}' is not closed",
                "{{.Id}}{{if}}x{{end}} | '{{if}}' cannot be understood: something is missing at its end",
                "{{/* a */ .Id}}     | is more than a comment",
            })
    void whatCannotBeUnderstoodIsNamed(String template, String why) {
        assertThatThrownBy(() -> Layout.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(LayoutException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{{.State.Nope}}      | there is no '.State.Nope' in it",
                "{{(index .Cmd 9).X}} | there is no 'index .Cmd 9' in it",
                "{{.Id.Nope}}         | there is no '.Id.Nope' in it",
                "{{.Id 1}}            | '.Id' takes no arguments",
                "{{len .N}}           | a number has no length",
                "{{range .Id}}{{end}} | a text cannot be ranged over",
                "{{upper .N}}         | '7' is a number, where a text is needed",
                "{{lt .N .Id}}        | '7' cannot be compared with 'abc': one is a number, the other a text",
                "{{slice .Id 2 9}}    | there is nothing from 2 to 9 in 'abc'",
                "{{join .Id \",\"}}   | 'join' needs a list, and 'abc' is a text",
                "{{template \"x\"}}   | there is no template 'x': write {{define \"x\"}}…{{end}}",
                "{{truncate .Id -1}}  | the length is -1: use 0 or more",
            })
    void whatCannotBeFilledIsNamed(String template, String why) {
        assertThatThrownBy(() -> Layout.parse(template).fill(WEB))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining(why);
    }

    static final List<String> EXCESSIVE =
            List.of(
                    "{{printf \"%999999999d\" 1}}",
                    "{{printf \"%99999999999999999999d\" 1}}",
                    "{{printf \"%.999999999f\" 1.5}}",
                    "{{pad \"x\" 999999999 1}}",
                    "{{range 2000000000}}x{{end}}",
                    "{{range 2000000000}}{{end}}",
                    "(".repeat(10_000).transform(it -> "{{" + it + "1" + ")".repeat(10_000) + "}}"),
                    "{{if 1}}".repeat(10_000) + "{{end}}".repeat(10_000),
                    "{{if 1}}x" + "{{else if 1}}x".repeat(10_000) + "{{end}}",
                    "{{1" + " | print".repeat(10_000) + "}}",
                    "{{define \"t\"}}{{template \"t\"}}{{template \"t\"}}{{end}}{{template \"t\"}}",
                    "{{$x := \"aaaaaaaaaa\"}}{{range 100}}{{$x = print $x $x}}{{end}}",
                    "{{range 10000}}{{printf \"%9999d\" 1}}{{end}}");

    @ParameterizedTest
    @FieldSource("EXCESSIVE")
    void whatWouldNeverEndOrFillTheMemoryIsRefused(String template) {
        assertThatThrownBy(() -> Layout.parse(template).fill(WEB))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final List<String> WORDS =
            List.of(
                    "{{",
                    "}}",
                    "{{- ",
                    " -}}",
                    "{{end}}",
                    "{{else}}",
                    "if ",
                    "range ",
                    "with ",
                    "$x",
                    " := ",
                    " = ",
                    ", ",
                    ".",
                    ".Id",
                    ".Cmd",
                    ".State.Pid",
                    ".Nope",
                    "(",
                    ")",
                    " | ",
                    "printf ",
                    "\"%s%d\" ",
                    "\"",
                    "`",
                    "'",
                    "'a'",
                    " 1 ",
                    " 0x",
                    "-3 ",
                    "2.5 ",
                    "index ",
                    "len ",
                    "eq ",
                    "slice ",
                    "split ",
                    "join ",
                    "pad ",
                    "json ",
                    "truncate ",
                    "and ",
                    "or ",
                    "nil ",
                    "true ",
                    "{{break}}",
                    "{{continue}}",
                    "define ",
                    "\"t\" ",
                    "template ",
                    "block ",
                    "/*",
                    "*/",
                    "\\",
                    "\\u12",
                    "x",
                    "\n",
                    "ä",
                    "\u0000",
                    "%99d",
                    "{{$x := .Cmd}}",
                    "{{range .Cmd}}",
                    "{{if .On}}");

    @Test
    void whateverIsTypedIsFilledOrRefused() {
        var random = new Random(17);
        int filled = 0;
        for (int i = 0; i < 60_000; i++) {
            var words = IntStream.range(0, 1 + random.nextInt(9));
            var template = new StringBuilder();
            boolean action = random.nextBoolean();
            words.forEach(_ -> template.append(WORDS.get(random.nextInt(WORDS.size()))));
            var text = action ? "{{" + template + "}}" : template.toString();
            filled += isFilled(text) ? 1 : 0;
        }
        assertThat(filled).isGreaterThan(2_000);
    }

    @Test
    void aGoodTemplateThatIsDamagedIsFilledOrRefused() {
        var random = new Random(18);
        for (var good : FILLED) {
            for (int i = 0; i < 200; i++) {
                var text = new StringBuilder(good.getFirst());
                int at = random.nextInt(text.length());
                var other = WORDS.get(random.nextInt(WORDS.size()));
                isFilled(
                        text.replace(at, Math.min(text.length(), at + random.nextInt(3)), other)
                                .toString());
            }
        }
    }

    private static boolean isFilled(String template) {
        try {
            Layout.parse(template).fill(WEB);
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e.getClass()).isIn(IllegalArgumentException.class, LayoutException.class);
            assertThat(e).as(template).message().isNotBlank();
            return false;
        }
    }
}
