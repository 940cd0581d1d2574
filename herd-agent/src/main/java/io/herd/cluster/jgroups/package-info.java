/**
 * Implementation of {@link io.herd.cluster.Cluster} over JGroups; the only package that uses
 * JGroups.
 */
@NullMarked
package io.herd.cluster.jgroups;

import org.jspecify.annotations.NullMarked;
