package io.herd.cli.render;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in docker's words. */
record Times(Instant now) {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z z", Locale.ROOT);

    // Clocks differ: a thing of a host ahead of ours is new, not from the future.
    String ago(Instant moment) {
        var age = Duration.between(moment, now);
        return Human.duration(age.isNegative() ? Duration.ZERO : age) + " ago";
    }

    /** As Go prints it: {@code 2026-11-23 12:00:00 +0000 UTC}, in this host's zone. */
    String at(Instant moment) {
        return AT.format(moment.atZone(ZoneId.systemDefault()));
    }
}
