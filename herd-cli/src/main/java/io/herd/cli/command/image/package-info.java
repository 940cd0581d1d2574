/** The commands about images. */
@NullMarked
package io.herd.cli.command.image;

import org.jspecify.annotations.NullMarked;
