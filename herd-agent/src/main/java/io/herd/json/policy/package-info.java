/** Reads and writes files that say who may do what. */
@NullMarked
package io.herd.json.policy;

import org.jspecify.annotations.NullMarked;
