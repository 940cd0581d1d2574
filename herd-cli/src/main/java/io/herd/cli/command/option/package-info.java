/** Options that several commands have, and how the text behind one becomes a value. */
@NullMarked
package io.herd.cli.command.option;

import org.jspecify.annotations.NullMarked;
