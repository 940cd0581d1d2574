/** Names of things in the live herd, for completion. */
@NullMarked
package io.herd.cli.names;

import org.jspecify.annotations.NullMarked;
