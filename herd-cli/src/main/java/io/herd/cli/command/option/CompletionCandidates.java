package io.herd.cli.command.option;

import java.util.Collections;
import java.util.Iterator;

/**
 * Which of the names that a label stands for a command takes, where it takes only some. To picocli
 * there are none: only the live herd knows them.
 */
public final class CompletionCandidates {

    private CompletionCandidates() {}

    public static final class Running implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }

    public static final class Stopped implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }

    public static final class Paused implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }
}
