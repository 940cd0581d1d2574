/** The agents that can be asked, and how a question reaches them. */
@NullMarked
package io.herd.cluster;

import org.jspecify.annotations.NullMarked;
