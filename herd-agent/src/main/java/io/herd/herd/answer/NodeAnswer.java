package io.herd.herd.answer;

import io.herd.action.Outcome;
import io.herd.cluster.Member;

/** An agent of the view and its answer. */
public record NodeAnswer(Member member, Outcome outcome) {}
