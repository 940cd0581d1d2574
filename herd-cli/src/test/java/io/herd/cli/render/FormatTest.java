package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.RawJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    private static final Style PLAIN = new Style(false, false, false, 0);

    private record Cow(String name, String colour) {}

    private static final List<Field<Cow>> FIELDS =
            List.of(
                    Field.of("Name", "NAME", Cow::name),
                    Field.of("Colour", "COLOUR", Cow::colour),
                    new Field<>(
                            "Label", "LABEL", (cow, label) -> cow.name() + "'s " + label, true));
    private static final List<Cow> COWS = List.of(new Cow("Elsie", "red"), new Cow("Jo", "<b>"));

    @Test
    void aTemplateIsFilledForEach() {
        assertThat(shown("{{.Name}} is {{ .Colour }}")).isEqualTo("Elsie is red\nJo is <b>\n");
    }

    @Test
    void aTabAndALineBreakMayBeWrittenAsInGo() {
        assertThat(shown("{{.Name}}\\t{{.Colour}}\\n")).isEqualTo("Elsie\tred\n\nJo\t<b>\n\n");
    }

    @Test
    void aTableHasHeadingsAndAlignedColumns() {
        assertThat(shown("table {{.Name}}\\t{{.Colour}}!\\t{{.Label \"bell\"}}"))
                .isEqualTo(
                        """
                        NAME    COLOUR!   bell
                        Elsie   red!      Elsie's bell
                        Jo      <b>!      Jo's bell
                        """);
    }

    @Test
    void jsonHasAllFieldsOnALine() {
        var lines =
                """
                {"Name":"Elsie","Colour":"red"}
                {"Name":"Jo","Colour":"<b>"}
                """;
        assertThat(shown("json")).isEqualTo(lines);
        assertThat(shown("{{json .}}")).isEqualTo(lines);
        assertThat(shown("{{json .Name}}")).isEqualTo("\"Elsie\"\n\"Jo\"\n");
    }

    @Test
    void aTableMayHaveConditionsAndFunctions() {
        assertThat(
                        shown(
                                "table {{.Name | upper}}\\t{{if eq .Name \"Jo\"}}small{{else}}{{.Colour}}{{end}}"))
                .isEqualTo(
                        """
                        NAME    COLOUR
                        ELSIE   red
                        JO      small
                        """);
    }

    @Test
    void aLineThatCannotBeFilledIsNamed() {
        assertThatThrownBy(() -> shown("{{index (split .Name \"s\") 1}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no 'index (split .Name \"s\") 1' in it");
    }

    @Test
    void aTextWithoutFieldsIsThatTextForEach() {
        assertThat(shown("moo")).isEqualTo("moo\nmoo\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{{.Weight}}         | unknown field '.Weight': use .Name, .Colour, .Label",
                "table {{.name}}     | unknown field '.name'",
                "{{json .Weight}}    | unknown field '.Weight'",
                "{{.Label}}          | '.Label' needs a name: write {{.Label \"name\"}}",
                "{{.Name \"x\"}}     | '.Name' takes no 'x': write {{.Name}}",
                "{{range .}}x{{end}} | '{{range .}}' cannot be understood",
                "{{if .Name}}{{.Weight}}{{end}} | unknown field '.Weight': use .Name",
                "{{.Name.First}}     | '.Name' is a text, and has no fields",
                "{{uper .Name}}      | there is no function 'uper'",
                "{{.}}               | '{{.}}' cannot be understood",
                "{{.Name             | '{{.Name' is not closed"
            })
    void whatCannotBeUnderstoodIsNamed(String format, String message) {
        assertThatThrownBy(() -> new Format<>(format, FIELDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static String shown(String format) {
        var view =
                new Format<>(format, FIELDS)
                        .view("cows", COWS, cow -> new Item(cow.name(), new RawJson("{}")));
        return Pictures.of(view, PLAIN);
    }
}
