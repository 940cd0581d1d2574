package io.herd.json.text;

import static io.herd.Properties.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.arbitrary;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.herd.Texts;
import io.herd.json.AnyJson;
import io.herd.model.RawJson;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What is true of any JSON document, and of what only looks like one. */
class JsonGrammarTest {

    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private static final Gen<Gson> WRITERS =
            arbitrary()
                    .pick(
                            GSON,
                            GSON.newBuilder().disableHtmlEscaping().create(),
                            GSON.newBuilder().setPrettyPrinting().create());
    private static final Gen<Written> DOCUMENTS =
            AnyJson.VALUES.zip(WRITERS, (json, writer) -> new Written(json, writer.toJson(json)));

    private record Written(JsonElement json, String text) {}

    @Test
    void whateverIsWrittenIsReadAsItWas() {
        property()
                .forAll(DOCUMENTS)
                .checkAssert(written -> {
                    assertThat(parsed(written.text()).text()).isEqualTo(written.text());
                    assertThat(read(parsed(written.text()))).isEqualTo(written.json());
                });
    }

    @Test
    void whatIsAcceptedAnyReaderAccepts() {
        property()
                .forAll(Texts.damaged(DOCUMENTS.map(Written::text)))
                .checkAssert(text -> {
                    try {
                        assertThat(read(StrictJson.parse(text))).isNotNull();
                    } catch (MalformedJsonException e) {
                        assertThat(e.line()).isBetween(1, (int) text.lines().count() + 1);
                        assertThat(e.column()).isBetween(1, text.length() + 1);
                    }
                });
    }

    @Test
    void stringsChangeAndNothingElse() {
        property()
                .forAll(DOCUMENTS, Texts.HOSTILE)
                .checkAssert((written, suffix) -> {
                    var document = parsed(written.text());

                    var changed = JsonStrings.replace(document, string -> string + suffix);

                    assertThat(read(parsed(changed.text())))
                            .isEqualTo(replaced(written.json(), string -> string + suffix));
                    assertThat(JsonStrings.replace(document, string -> string)).isEqualTo(document);
                });
    }

    private static RawJson parsed(String text) {
        try {
            return StrictJson.parse(text);
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    // Not Gson's strictest: that one takes no half of a surrogate pair, not even as an escape.
    private static JsonElement read(RawJson document) {
        try (var reader = new JsonReader(new StringReader(document.text()))) {
            JsonElement json = GSON.getAdapter(JsonElement.class).read(reader);
            assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
            return json;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonElement replaced(JsonElement json, UnaryOperator<String> change) {
        return switch (json) {
            case JsonArray array -> {
                var replaced = new JsonArray();
                array.forEach(each -> replaced.add(replaced(each, change)));
                yield replaced;
            }
            case JsonObject object -> {
                var replaced = new JsonObject();
                object.entrySet()
                        .forEach(field ->
                                replaced.add(field.getKey(), replaced(field.getValue(), change)));
                yield replaced;
            }
            case JsonPrimitive value when value.isString() ->
                    new JsonPrimitive(change.apply(value.getAsString()));
            default -> json;
        };
    }
}
