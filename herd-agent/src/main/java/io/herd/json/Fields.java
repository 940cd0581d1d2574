package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Typed access to the fields of a JSON object; the error for one that is missing or of another type
 * names it.
 */
public record Fields(JsonObject json) {

    // The moments in years of four digits; docker uses the first for "never".
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public String text(String name) {
        return read(name, need(name), JsonElement::getAsString);
    }

    public long number(String name) {
        return WholeNumber.of(name, need(name), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Reads a moment given in seconds since 1970. */
    public Instant moment(String name) {
        long seconds = number(name);
        if (seconds < FIRST.getEpochSecond() || seconds > LAST.getEpochSecond()) {
            throw new JsonParseException("'%s' is no moment: %d".formatted(name, seconds));
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** Reads the field {@code Created} of a description, a moment in RFC 3339 to the nanosecond. */
    public Instant created() {
        return Instant.parse(text("Created"));
    }

    /** Reads a duration; at most {@link Deadline#LONGEST}. */
    public Duration time(String name, ChronoUnit unit) {
        long most = Deadline.LONGEST.dividedBy(unit.getDuration());
        return Duration.of(WholeNumber.of(name, need(name), 0, most), unit);
    }

    public int integer(String name) {
        return integer(name, need(name));
    }

    public boolean flag(String name) {
        return find(name).map(e -> flag(name, e)).orElse(false);
    }

    public Optional<String> maybeText(String name) {
        return find(name).map(e -> read(name, e, JsonElement::getAsString));
    }

    public Optional<Integer> maybeInteger(String name) {
        return find(name).map(e -> integer(name, e));
    }

    public Optional<Integer> maybeInteger(String name, int least, int most) {
        return find(name).map(e -> (int) WholeNumber.of(name, e, least, most));
    }

    public Optional<Long> maybeNumber(String name) {
        return find(name).map(e -> WholeNumber.of(name, e, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** Reads a counter of the kernel; a value above that of a long becomes the largest long. */
    public Optional<Long> maybeCounter(String name) {
        return find(name).map(e -> WholeNumber.counter(name, e));
    }

    public RawJson raw(String name) {
        return new RawJson(need(name).toString());
    }

    public Fields object(String name) {
        return new Fields(read(name, need(name), JsonElement::getAsJsonObject));
    }

    public Optional<Fields> maybeObject(String name) {
        return find(name).map(e -> new Fields(read(name, e, JsonElement::getAsJsonObject)));
    }

    /** Reads an object whose fields are texts; empty if it is missing. */
    public Map<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        maybeObject(name)
                .ifPresent(fields ->
                        fields.json()
                                .keySet()
                                .forEach(field -> texts.put(field, fields.text(field))));
        return texts;
    }

    public <T> List<T> list(String name, Function<JsonElement, T> each) {
        var elements = new ArrayList<T>();
        find(name)
                .ifPresent(array ->
                        read(name, array, JsonElement::getAsJsonArray)
                                .forEach(e -> elements.add(read(name, e, each))));
        return List.copyOf(elements);
    }

    /** Reads an object whose fields are lists of texts; empty if it is missing. */
    public Map<String, List<String>> lists(String name) {
        var lists = new LinkedHashMap<String, List<String>>();
        maybeObject(name)
                .ifPresent(fields ->
                        fields.json()
                                .keySet()
                                .forEach(key ->
                                        lists.put(
                                                key, fields.list(key, JsonElement::getAsString))));
        return lists;
    }

    // Gson reads every text and number but "true" as false.
    private static boolean flag(String name, JsonElement element) {
        if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw new JsonParseException(
                "'%s' is %s: use true or false".formatted(name, WholeNumber.shown(element)));
    }

    private static int integer(String name, JsonElement element) {
        return (int) WholeNumber.of(name, element, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private Optional<JsonElement> find(String name) {
        return Optional.ofNullable(json.get(name)).filter(e -> !e.isJsonNull());
    }

    private JsonElement need(String name) {
        return find(name)
                .orElseThrow(() -> new JsonParseException("'%s' is missing".formatted(name)));
    }

    // Gson reports a wrong type with three different exceptions, and never with the field's name.
    private static <T> T read(String name, JsonElement element, Function<JsonElement, T> as) {
        try {
            return as.apply(element);
        } catch (UnsupportedOperationException | IllegalStateException | NumberFormatException e) {
            throw new JsonParseException(
                    "'%s' is not what was expected: %s".formatted(name, WholeNumber.shown(element)),
                    e);
        }
    }
}
