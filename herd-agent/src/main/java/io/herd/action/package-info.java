/** What can be asked of a node and what comes of it: data only, nothing here does anything. */
@NullMarked
package io.herd.action;

import org.jspecify.annotations.NullMarked;
