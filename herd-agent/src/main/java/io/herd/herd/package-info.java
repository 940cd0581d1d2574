/** The facade everyone uses: who is asked, what is asked of whom, and what all of them answered. */
@NullMarked
package io.herd.herd;

import org.jspecify.annotations.NullMarked;
