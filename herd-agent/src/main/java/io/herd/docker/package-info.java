/** The Docker Engine API for the whole herd, as every agent serves it. */
@NullMarked
package io.herd.docker;

import org.jspecify.annotations.NullMarked;
