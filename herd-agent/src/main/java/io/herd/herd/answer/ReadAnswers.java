package io.herd.herd.answer;

import io.herd.action.Answers;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What daemons said, read. Where one said something odd its node has failed, and that costs no
 * other node's part.
 *
 * @param byNode of each node that answered with a document
 * @param answers one outcome for every node that was asked
 */
public record ReadAnswers<T>(NavigableMap<NodeName, T> byNode, Answers answers) {

    public ReadAnswers {
        byNode = Collections.unmodifiableNavigableMap(new TreeMap<>(byNode));
    }

    /** Reads one daemon's document. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(NodeName node, RawJson document) throws UnexpectedJsonException;
    }

    public static <T> ReadAnswers<T> of(Answers answers, Reader<T> reader) {
        var read = new TreeMap<NodeName, T>();
        var outcomes = new TreeMap<>(answers.byNode());
        outcomes.replaceAll((node, outcome) -> {
            if (outcome instanceof Done(Document(var document))) {
                try {
                    read.put(node, reader.read(node, document));
                } catch (UnexpectedJsonException e) {
                    return failed(e);
                }
            }
            return outcome;
        });
        return new ReadAnswers<>(read, new Answers(outcomes));
    }

    /** A daemon's answer could not be read; whatever was asked of it has been done. */
    public static Outcome failed(UnexpectedJsonException e) {
        return new Outcome.Failed(
                new Failure(
                        Kind.DAEMON_LOST,
                        "cannot read what its Docker daemon answers: " + e.getMessage()));
    }

    /** What was read of all nodes, in their order. */
    public List<T> all() {
        return List.copyOf(byNode.values());
    }
}
