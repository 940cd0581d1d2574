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
 * The daemons' JSON documents in answers, parsed. If one cannot be parsed, its node counts as
 * failed; the other nodes' parts remain.
 *
 * @param byNode the parsed document of each node that answered with one
 * @param answers one outcome for every node that was asked
 */
public record ReadAnswers<T>(NavigableMap<NodeName, T> byNode, Answers answers) {

    public ReadAnswers {
        byNode = Collections.unmodifiableNavigableMap(new TreeMap<>(byNode));
    }

    /** Parses one daemon's document. */
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

    /** The outcome for a daemon's answer that cannot be parsed; what was asked has been done. */
    public static Outcome failed(UnexpectedJsonException e) {
        return new Outcome.Failed(
                new Failure(
                        Kind.DAEMON_LOST,
                        "cannot read what its Docker daemon answers: " + e.getMessage()));
    }

    /** The parsed documents of all nodes, sorted by node. */
    public List<T> all() {
        return List.copyOf(byNode.values());
    }
}
