/** The commands of {@code herd container}, of which many stand alone, too. */
@NullMarked
package io.herd.cli.command.container;

import org.jspecify.annotations.NullMarked;
