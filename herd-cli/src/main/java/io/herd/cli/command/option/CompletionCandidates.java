package io.herd.cli.command.option;

import java.util.Collections;
import java.util.Iterator;

/**
 * Marks arguments for completion that take only some containers, running, stopped or paused ones,
 * or only the name of a network, without its node. They yield no candidates for picocli: only the
 * live herd knows the names.
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

    public static final class Attachable implements Iterable<String> {
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
