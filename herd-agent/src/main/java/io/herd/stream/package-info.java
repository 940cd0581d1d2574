/** Connections that carry {@link io.herd.action.Frame}s both ways: opening, silence, deadlines. */
@NullMarked
package io.herd.stream;

import org.jspecify.annotations.NullMarked;
