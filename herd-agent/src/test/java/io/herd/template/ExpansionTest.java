package io.herd.template;

import static io.herd.Properties.property;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import io.herd.Texts;
import io.herd.json.text.JsonStrings;
import io.herd.json.text.StrictJson;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** What is true of any text with places for variables, and of any values. */
class ExpansionTest {

    private static final Gen<String> NAMES = arbitrary().pick("v0", "v1", "v2");
    private static final Gen<String> PLAIN = Texts.HOSTILE.map(text -> text.replace("$", ""));

    private static final Gen<List<Part>> PARTS =
            lists().of(
                            Generate.<Part>oneOf(
                                    PLAIN.map(Part.Plain::new),
                                    arbitrary()
                                            .pick("$HOME", "$!", "$1", "${a:-b}", "${ v0 }", "${}")
                                            .map(Part.Plain::new),
                                    NAMES.map(Part.Place::new),
                                    NAMES.map(Part.Escaped::new)))
                    .ofSizeBetween(0, 6);

    // The last of the three names may have no value, or the last two, or none has one.
    private static final Gen<Map<String, String>> VALUES =
            lists().of(Texts.HOSTILE).ofSizeBetween(0, 3).map(ExpansionTest::named);

    @Test
    void everyPlaceGetsItsValueAndEverythingElseStays() {
        property()
                .forAll(PARTS, VALUES)
                .checkAssert((parts, values) ->
                        assertThat(new Variables(values).expand(written(parts)))
                                .isEqualTo(
                                        parts.stream()
                                                .map(part -> part.expanded(values))
                                                .collect(joining())));
    }

    @Test
    void theFirstThatIsNotSetIsNamedIfThereIsOne() {
        property()
                .forAll(PARTS, VALUES)
                .checkAssert((parts, values) -> {
                    var unset =
                            parts.stream()
                                    .filter(Part.Place.class::isInstance)
                                    .map(part -> ((Part.Place) part).name())
                                    .filter(name -> !values.containsKey(name))
                                    .findFirst();

                    var check = check(values, written(parts));

                    unset.ifPresentOrElse(
                            name ->
                                    assertThatThrownBy(check)
                                            .isInstanceOf(TemplateException.class)
                                            .hasMessageStartingWith(
                                                    "here: the variable '%s' is not set", name),
                            () -> assertThatCode(check).doesNotThrowAnyException());
                });
    }

    @Test
    void noValueBreaksTheDocument() {
        property()
                .forAll(PLAIN, VALUES)
                .checkAssert((before, values) -> {
                    var document =
                            "{\"a\":\"${v0}\",\"b\":[\"%s${v1}-${v2}\",{\"${v0}\":1}]}"
                                    .formatted(escaped(before));

                    var variables = new Variables(values);

                    var expanded = variables.expand(new RawJson(document));

                    assertThatCode(() -> StrictJson.object(expanded.text()))
                            .doesNotThrowAnyException();
                    assertThat(JsonStrings.of(expanded))
                            .containsExactly(
                                    variables.expand("${v0}"),
                                    before + variables.expand("${v1}-${v2}"));
                });
    }

    /** What a text is made of. */
    private sealed interface Part {

        String written();

        String expanded(Map<String, String> values);

        record Plain(String written) implements Part {

            @Override
            public String expanded(Map<String, String> values) {
                return written;
            }
        }

        record Place(String name) implements Part {

            @Override
            public String written() {
                return "${" + name + "}";
            }

            @Override
            public String expanded(Map<String, String> values) {
                return values.getOrDefault(name, written());
            }
        }

        record Escaped(String name) implements Part {

            @Override
            public String written() {
                return "$${" + name + "}";
            }

            @Override
            public String expanded(Map<String, String> values) {
                return "${" + name + "}";
            }
        }
    }

    private static String written(List<Part> parts) {
        return parts.stream().map(Part::written).collect(joining());
    }

    private static ThrowingCallable check(Map<String, String> values, String text) {
        return () -> new Variables(values).check("here", List.of(text));
    }

    private static Map<String, String> named(List<String> values) {
        return IntStream.range(0, values.size()).boxed().collect(toMap(i -> "v" + i, values::get));
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(joining());
    }
}
