/** The commands of {@code herd user}. */
@NullMarked
package io.herd.cli.command.user;

import org.jspecify.annotations.NullMarked;
