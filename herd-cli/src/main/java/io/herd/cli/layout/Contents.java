package io.herd.cli.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.layout.Datum.Elements;
import io.herd.cli.layout.Datum.Members;
import io.herd.cli.layout.Datum.Nothing;
import io.herd.cli.layout.Datum.Text;
import io.herd.cli.layout.Datum.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What is in lists, maps and texts: at an index, from one to another, all in turn. */
final class Contents {

    /** An element, and its index or key. */
    record Entry(Datum key, Datum value) {}

    private Contents() {}

    /** The field of an object; empty if it has none of this name. */
    static Optional<Datum> field(Datum of, String name) {
        if (!(of instanceof Members(var called, var members))) {
            return Optional.empty();
        }
        var exact = members.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        // Docker's client knows some by names that differ in case, such as .ID for Id.
        return Omitted.field(called, name)
                .or(() ->
                        members.keySet().stream()
                                .filter(name::equalsIgnoreCase)
                                .findFirst()
                                .map(members::get));
    }

    /** What {@code index} gives; empty if the list is too short or the value has no contents. */
    static Optional<Datum> at(Datum of, Datum key) {
        return switch (of) {
            case Members(var called, var members) when key instanceof Text(var name, _) ->
                    Optional.of(Optional.ofNullable(members.get(name)).orElse(Omitted.at(called)));
            case Elements(var elements) -> position(key, elements.size()).map(elements::get);
            case Text(var text, _) -> {
                var bytes = text.getBytes(UTF_8);
                yield position(key, bytes.length).map(i -> Datum.of(bytes[i] & 0xff));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> position(Datum key, int size) {
        return key instanceof Whole
                ? Optional.of(Numerals.small(key, "an index")).filter(i -> i >= 0 && i < size)
                : Optional.empty();
    }

    static int length(Datum of) {
        return switch (of) {
            case Text(var text, _) -> text.getBytes(UTF_8).length;
            case Elements(var elements) -> elements.size();
            case Members(_, var members) -> members.size();
            case Nothing _ -> 0;
            case Whole _, Datum.Fraction _, Datum.Flag _, Datum.Thing _ ->
                    throw new LayoutException(of.kind() + " has no length");
        };
    }

    /** The part of a list or text from one index up to another. */
    static Datum slice(List<Datum> arguments) {
        var of = arguments.getFirst();
        int length = of instanceof Text || of instanceof Elements ? length(of) : -1;
        if (length < 0) {
            throw new LayoutException(of.kind() + " cannot be sliced");
        }
        int from = arguments.size() > 1 ? Numerals.small(arguments.get(1), "an index") : 0;
        int to = arguments.size() > 2 ? Numerals.small(arguments.get(2), "an index") : length;
        if (from < 0 || from > to || to > length) {
            throw new LayoutException(
                    "there is nothing from %d to %d in '%s'"
                            .formatted(from, to, Pieces.shortened(GoText.of(of))));
        }
        return switch (of) {
            case Elements(var elements) -> new Elements(elements.subList(from, to));
            case Text(var text, boolean own) ->
                    new Text(
                            new String(Arrays.copyOfRange(text.getBytes(UTF_8), from, to), UTF_8),
                            own);
            default -> of;
        };
    }

    /** All, for {@code range}: a map in the order of its keys, a number as that many. */
    static Iterable<Entry> entries(Datum of) {
        return switch (of) {
            case Elements(var elements) -> {
                var entries = new ArrayList<Entry>();
                elements.forEach(it -> entries.add(new Entry(Datum.of(entries.size()), it)));
                yield entries;
            }
            case Members(_, var members) ->
                    new TreeMap<>(members)
                            .entrySet().stream()
                                    .map(it -> new Entry(Datum.of(it.getKey()), it.getValue()))
                                    .toList();
            case Whole it -> {
                int count = Numerals.small(it, "what is counted");
                yield () ->
                        LongStream.range(0, count)
                                .mapToObj(Datum::of)
                                .map(i -> new Entry(i, i))
                                .iterator();
            }
            case Nothing _ -> List.of();
            case Text _, Datum.Fraction _, Datum.Flag _, Datum.Thing _ ->
                    throw new LayoutException(of.kind() + " cannot be ranged over");
        };
    }
}
