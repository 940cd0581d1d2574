package io.herd.doctor;

import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Examined;
import io.herd.cluster.Member;
import io.herd.herd.Skew;
import io.herd.model.Examination;
import io.herd.model.NodeName;
import java.util.Optional;

/**
 * A node that was asked for its examination, and its answer.
 *
 * @param skew difference of its clock; empty if it did not answer
 */
public record ExaminedNode(Member member, Outcome outcome, Optional<Skew> skew) {

    public NodeName name() {
        return member.name();
    }

    /** Its examination; empty if it did not answer. */
    public Optional<Examination> seen() {
        return outcome instanceof Done(Examined(var seen)) ? Optional.of(seen) : Optional.empty();
    }
}
