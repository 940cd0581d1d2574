/** What herd needs of one Docker daemon. */
@NullMarked
package io.herd.engine;

import org.jspecify.annotations.NullMarked;
