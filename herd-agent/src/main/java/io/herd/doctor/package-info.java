/** Finds what is wrong with a herd, and how to mend it. */
@NullMarked
package io.herd.doctor;

import org.jspecify.annotations.NullMarked;
