package io.herd.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** Formats stack traces for the log, so that a message cannot forge a line. */
public final class Trace {

    private Trace() {}

    /** The lines of the trace, much as the JDK prints it, with the causes one after the other. */
    public static List<String> lines(Throwable thrown) {
        var lines = new ArrayList<String>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (var each = thrown; each != null && seen.add(each); each = each.getCause()) {
            lines.add(Legible.of((lines.isEmpty() ? "" : "Caused by: ") + each));
            for (var frame : each.getStackTrace()) {
                lines.add("    at " + frame);
            }
        }
        return lines;
    }
}
