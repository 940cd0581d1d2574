/** The commands of {@code herd container}; many are top-level commands, too. */
@NullMarked
package io.herd.cli.command.container;

import org.jspecify.annotations.NullMarked;
