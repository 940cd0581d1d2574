/** Options that select: docker's filters, and labels for short. */
@NullMarked
package io.herd.cli.command.filter;

import org.jspecify.annotations.NullMarked;
