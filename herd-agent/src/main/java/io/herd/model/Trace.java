package io.herd.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** Where something was thrown: lines of which none can be made by what a message says. */
public final class Trace {

    private Trace() {}

    /** Much as the JDK prints it, causes behind each other. */
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
