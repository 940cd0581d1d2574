/** Completion: what can be typed next in a command line, for shells and for {@code herd shell}. */
@NullMarked
package io.herd.cli.command.completion;

import org.jspecify.annotations.NullMarked;
