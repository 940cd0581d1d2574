/** What is known of the terminal. */
@NullMarked
package io.herd.cli.terminal;

import org.jspecify.annotations.NullMarked;
