/** What a command is given of the world: its environment, its terminal, the way to the herd. */
@NullMarked
package io.herd.cli.context;

import org.jspecify.annotations.NullMarked;
