/** The commands, one class each; only this package and those below it use picocli. */
@NullMarked
package io.herd.cli.command;

import org.jspecify.annotations.NullMarked;
