package io.herd.cli.render;

import io.herd.model.Legible;

/** Marks a line for the user as a message of herd's, not a result; only done here. */
public final class Notice {

    private Notice() {}

    public static String of(String text) {
        return "herd: " + Legible.of(text);
    }
}
