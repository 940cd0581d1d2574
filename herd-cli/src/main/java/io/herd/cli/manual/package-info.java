/** Generates what describes the commands: completion scripts, man pages, reference pages. */
@NullMarked
package io.herd.cli.manual;

import org.jspecify.annotations.NullMarked;
