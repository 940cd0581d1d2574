/**
 * How members reach each other: TLS by the herd's key, sockets and their deadlines, multicast, and
 * what keeps strangers from costing more than they should. Knows nothing of JGroups.
 */
@NullMarked
package io.herd.cluster.transport;

import org.jspecify.annotations.NullMarked;
