/** Decides, at the node where it is done, whether somebody may do what he asks. */
@NullMarked
package io.herd.guard;

import org.jspecify.annotations.NullMarked;
