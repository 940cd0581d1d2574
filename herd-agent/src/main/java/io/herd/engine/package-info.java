/** The operations that herd uses of one Docker daemon. */
@NullMarked
package io.herd.engine;

import org.jspecify.annotations.NullMarked;
