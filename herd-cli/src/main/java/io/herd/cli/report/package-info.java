/** Turns the nodes' answers into reports: what was done, what is missing, the exit code. */
@NullMarked
package io.herd.cli.report;

import org.jspecify.annotations.NullMarked;
