/** Carries data between a stream of the herd and the process's own streams. */
@NullMarked
package io.herd.cli.flow;

import org.jspecify.annotations.NullMarked;
