package io.herd.cli.render;

import io.herd.model.ResourceKind;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Knows the formats of all lists. */
public final class Formats {

    private Formats() {}

    /** Whether any list can be shown in this format. */
    public static boolean fitSome(String format) {
        return Stream.<Consumer<String>>of(
                        ContainerTable::check,
                        ImageTable::check,
                        NodeTable::check,
                        EventText::check,
                        StatsTable::check,
                        text -> ResourceTable.check(ResourceKind.VOLUME, text),
                        text -> ResourceTable.check(ResourceKind.NETWORK, text),
                        DiskTable::check,
                        HistoryTable::check)
                .anyMatch(check -> fits(check, format));
    }

    private static boolean fits(Consumer<String> check, String format) {
        try {
            check.accept(format);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
