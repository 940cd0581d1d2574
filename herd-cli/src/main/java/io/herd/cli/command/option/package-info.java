/** Options that several commands share (picocli mixins), and converters from text to values. */
@NullMarked
package io.herd.cli.command.option;

import org.jspecify.annotations.NullMarked;
