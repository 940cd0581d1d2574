/**
 * Creates containers, one or thousands: placement, retries on other nodes, and looking up those
 * whose answer was lost.
 */
@NullMarked
package io.herd.herd.creation;

import org.jspecify.annotations.NullMarked;
