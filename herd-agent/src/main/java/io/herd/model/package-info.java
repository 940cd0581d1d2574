/** The words everything else is written in: plain values, checked when they are made. */
@NullMarked
package io.herd.model;

import org.jspecify.annotations.NullMarked;
