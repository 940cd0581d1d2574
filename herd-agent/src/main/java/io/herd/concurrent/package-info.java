/** Threads that somebody waits for. */
@NullMarked
package io.herd.concurrent;

import org.jspecify.annotations.NullMarked;
