/** Which nodes are asked, and their answers: parallel calls, coverage, progress. */
@NullMarked
package io.herd.herd.answer;

import org.jspecify.annotations.NullMarked;
