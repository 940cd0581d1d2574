/** Who may do what on a node. */
@NullMarked
package io.herd.policy;

import org.jspecify.annotations.NullMarked;
