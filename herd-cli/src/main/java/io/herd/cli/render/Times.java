package io.herd.cli.render;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints moments in docker's words, relative to now or in full. */
record Times(Instant now) {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z z", Locale.ROOT);

    // The time that Go prints for one that was never set.
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    // Clocks differ: something from a host whose clock is ahead is new, not from the future.
    String ago(Instant moment) {
        if (moment.equals(NEVER)) {
            return "N/A";
        }
        return Human.duration(age(moment)) + " ago";
    }

    /** How long ago it was; {@code 3m} in brief. */
    Cell cell(Instant moment) {
        var whole = ago(moment);
        return Cell.abridged(whole, moment.equals(NEVER) ? whole : Human.brief(age(moment)));
    }

    private Duration age(Instant moment) {
        var age = Duration.between(moment, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** As Go prints it: {@code 2026-11-23 12:00:00 +0000 UTC}, in this host's zone. */
    String at(Instant moment) {
        return AT.format(moment.atZone(ZoneId.systemDefault()));
    }
}
