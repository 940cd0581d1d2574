package io.herd.cli.command;

import java.util.Collections;
import java.util.Iterator;

/**
 * Which of the names that a label stands for a command takes, where it takes only some. To picocli
 * there are none: only the live herd knows them.
 */
final class Candidates {

    private Candidates() {}

    static final class Running implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }

    static final class Stopped implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }

    static final class Paused implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }
}
