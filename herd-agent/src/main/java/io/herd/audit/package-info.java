/** Who has changed what: a line for each change that somebody has asked this node for. */
@NullMarked
package io.herd.audit;

import org.jspecify.annotations.NullMarked;
