/**
 * Network connections between members: TLS with the herd's key, sockets with deadlines, multicast,
 * and limits on what strangers can cost. Independent of JGroups.
 */
@NullMarked
package io.herd.cluster.transport;

import org.jspecify.annotations.NullMarked;
