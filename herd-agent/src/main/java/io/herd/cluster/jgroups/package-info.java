/** The cluster over JGroups; the only room that knows it. */
@NullMarked
package io.herd.cluster.jgroups;

import org.jspecify.annotations.NullMarked;
