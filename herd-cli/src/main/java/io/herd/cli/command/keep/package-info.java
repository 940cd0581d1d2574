/** The commands of {@code herd keep}. */
@NullMarked
package io.herd.cli.command.keep;

import org.jspecify.annotations.NullMarked;
