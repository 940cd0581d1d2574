package io.herd.api;

/** The body of a request, or how it is to come. */
public sealed interface ApiBody {

    record None() implements ApiBody {}

    /** A body that is here, of a request that is looked into: a form. */
    record Text(String text) implements ApiBody {}

    /** So many bytes that follow. */
    record Sized(long length) implements ApiBody {}

    /** Bytes that follow, until they end. */
    record Unsized() implements ApiBody {}
}
