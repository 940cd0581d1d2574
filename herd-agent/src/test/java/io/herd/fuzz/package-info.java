/** Inputs without end for whatever reads what others write. */
@NullMarked
package io.herd.fuzz;

import org.jspecify.annotations.NullMarked;
