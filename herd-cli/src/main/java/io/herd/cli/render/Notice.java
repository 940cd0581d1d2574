package io.herd.cli.render;

import io.herd.model.Legible;

/** A line for the user that is no result: the one place that says that it is herd's. */
public final class Notice {

    private Notice() {}

    public static String of(String text) {
        return "herd: " + Legible.of(text);
    }
}
