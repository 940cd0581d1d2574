/** Copies files between containers and this host. */
@NullMarked
package io.herd.cli.copy;

import org.jspecify.annotations.NullMarked;
