package io.herd.herd.answer;

import io.herd.action.Outcome;
import io.herd.cluster.Member;

/** One agent of the view and what it said of itself. */
public record NodeAnswer(Member member, Outcome outcome) {}
