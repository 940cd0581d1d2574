package io.herd.agent;

import java.lang.System.Logger.Level;

/** Logs exceptions that end a thread and that nobody caught: each is a defect of herd. */
final class Unforeseen implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        LOG.log(Level.ERROR, "the thread '" + thread.getName() + "' ended by a defect of herd", e);
    }
}
