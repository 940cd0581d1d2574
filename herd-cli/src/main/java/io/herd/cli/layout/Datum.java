package io.herd.cli.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;

/** A value in a template. */
public sealed interface Datum {

    /**
     * A text.
     *
     * @param own whether the user wrote it, or it is legible already: then it is printed as it is
     */
    record Text(String text, boolean own) implements Datum {}

    record Whole(BigInteger number) implements Datum {}

    record Fraction(double number) implements Datum {}

    record Flag(boolean on) implements Datum {}

    /** Go's nil, in one of the ways in which Go prints it. */
    record Nothing(String shown) implements Datum {

        /** There is none. */
        static final Datum NO_VALUE = new Nothing("<no value>");

        /** A pointer to none. */
        static final Datum NIL = new Nothing("<nil>");
    }

    record Elements(List<Datum> elements) implements Datum {}

    /**
     * An object or a map.
     *
     * @param called the name of the field that it is in
     */
    record Members(String called, SequencedMap<String, Datum> members) implements Datum {}

    /** Something that has fields of its own kind, such as an entry of a list. */
    record Thing(Named named) implements Datum {}

    /** What a template can say of a thing. */
    interface Named {

        /**
         * The text of a field.
         *
         * @param argument behind its name, empty if there is none
         */
        String field(String name, String argument);

        /** The thing with all its fields, as one line of JSON. */
        String json();
    }

    /** A text from outside. */
    static Datum of(String text) {
        return new Text(text, false);
    }

    static Datum of(long number) {
        return new Whole(BigInteger.valueOf(number));
    }

    static Datum of(boolean on) {
        return new Flag(on);
    }

    /** Whether {@code if} takes it for true. */
    default boolean isTrue() {
        return switch (this) {
            case Text(var text, _) -> !text.isEmpty();
            case Whole(var number) -> number.signum() != 0;
            case Fraction(double number) -> number != 0;
            case Flag(boolean on) -> on;
            case Nothing _ -> false;
            case Elements(var elements) -> !elements.isEmpty();
            case Members(_, var members) -> !members.isEmpty();
            case Thing _ -> true;
        };
    }

    /** The kind of value, in the words of an error. */
    default String kind() {
        return switch (this) {
            case Text _ -> "a text";
            case Whole _, Fraction _ -> "a number";
            case Flag _ -> "true or false";
            case Nothing _ -> "nothing";
            case Elements _ -> "a list";
            case Members _ -> "an object";
            case Thing _ -> "an entry of the list";
        };
    }
}
