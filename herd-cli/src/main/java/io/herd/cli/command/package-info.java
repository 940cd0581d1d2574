/** One class a command; the only room that knows picocli. */
@NullMarked
package io.herd.cli.command;

import org.jspecify.annotations.NullMarked;
