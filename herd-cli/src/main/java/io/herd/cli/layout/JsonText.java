package io.herd.cli.layout;

import static java.util.stream.Collectors.joining;

import io.herd.json.wire.AnswerJson;

/** Values as JSON, on one line. */
final class JsonText {

    private JsonText() {}

    static String of(Datum value) {
        return switch (value) {
            case Datum.Text(var text, _) -> AnswerJson.quoted(text);
            case Datum.Whole _, Datum.Fraction _, Datum.Flag _ -> GoText.of(value);
            case Datum.Nothing _ -> "null";
            case Datum.Elements(var elements) ->
                    elements.stream().map(JsonText::of).collect(joining(",", "[", "]"));
            case Datum.Members(_, var members) ->
                    members.entrySet().stream()
                            .map(it -> AnswerJson.quoted(it.getKey()) + ":" + of(it.getValue()))
                            .collect(joining(",", "{", "}"));
            case Datum.Thing(var named) -> named.json();
        };
    }
}
