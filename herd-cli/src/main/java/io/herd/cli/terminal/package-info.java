/** The process's terminal: what its streams are connected to, line editing, keys and signals. */
@NullMarked
package io.herd.cli.terminal;

import org.jspecify.annotations.NullMarked;
