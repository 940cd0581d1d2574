/**
 * Creates containers, one or thousands: where they go, what is tried again, and what became of
 * those whose answer was lost.
 */
@NullMarked
package io.herd.herd.creation;

import org.jspecify.annotations.NullMarked;
