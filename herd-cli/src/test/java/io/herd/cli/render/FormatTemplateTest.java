package io.herd.cli.render;

import static io.herd.Properties.property;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import io.herd.Texts;
import io.herd.cli.render.FormatTemplate.Field;
import io.herd.cli.render.FormatTemplate.Part;
import io.herd.cli.render.FormatTemplate.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What is true of any {@code --format}. */
class FormatTemplateTest {

    private static final Gen<String> PLAIN =
            Texts.HOSTILE.map(text -> text.replaceAll("[{}\"\\\\]", ""));
    private static final Gen<Part> FIELDS =
            Texts.of("ABCxyz", 4)
                    .zip(PLAIN, arbitrary().pick(true, false), FormatTemplateTest::field);
    private static final Gen<FormatTemplate> TEMPLATES =
            lists().of(PLAIN.zip(FIELDS, FormatTemplateTest::parts))
                    .ofSizeBetween(0, 4)
                    .zip(PLAIN, FormatTemplateTest::template);

    @Test
    void whateverIsWrittenIsReadAsItWas() {
        property()
                .forAll(TEMPLATES, arbitrary().pick("", " ", "\n  "))
                .checkAssert((template, blank) ->
                        assertThat(FormatTemplate.parse(written(template, blank)))
                                .isEqualTo(template));
    }

    @Test
    void whatIsDamagedIsUnderstoodOrRefused() {
        property()
                .forAll(Texts.damaged(TEMPLATES.map(template -> written(template, " "))))
                .checkAssert(text ->
                        Optional.ofNullable(catchThrowable(() -> FormatTemplate.parse(text)))
                                .ifPresent(refusal ->
                                        assertThat(refusal)
                                                .isInstanceOf(IllegalArgumentException.class)
                                                .hasMessageStartingWith("'{{")));
    }

    private static String written(FormatTemplate template, String blank) {
        return template.parts().stream()
                .map(part ->
                        switch (part) {
                            case Text(String text) -> text;
                            case Field field -> "{{" + blank + written(field) + blank + "}}";
                        })
                .collect(joining());
    }

    private static String written(Field field) {
        return (field.json() ? "json ." : ".")
                + field.name()
                + (field.argument().isEmpty() ? "" : " \"" + field.argument() + "\"");
    }

    // Only JSON has a form for the whole thing.
    private static Field field(String name, String argument, boolean json) {
        return new Field(name, argument, json || name.isEmpty());
    }

    private static List<Part> parts(String before, Part field) {
        return Stream.concat(text(before), Stream.of(field)).toList();
    }

    private static FormatTemplate template(List<List<Part>> parts, String end) {
        return new FormatTemplate(
                Stream.concat(parts.stream().flatMap(List::stream), text(end)).toList());
    }

    private static Stream<Part> text(String text) {
        return text.isEmpty() ? Stream.of() : Stream.of(new Text(text));
    }
}
