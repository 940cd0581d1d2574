/** Plain values used everywhere, checked when they are created. */
@NullMarked
package io.herd.model;

import org.jspecify.annotations.NullMarked;
