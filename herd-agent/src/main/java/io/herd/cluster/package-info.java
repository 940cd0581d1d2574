/** Access to the agents of a herd, and how requests reach them. */
@NullMarked
package io.herd.cluster;

import org.jspecify.annotations.NullMarked;
