/** The commands about volumes and networks. */
@NullMarked
package io.herd.cli.command.resource;

import org.jspecify.annotations.NullMarked;
