/** The facade over the herd for commands and gateway, and its results. */
@NullMarked
package io.herd.herd;

import org.jspecify.annotations.NullMarked;
