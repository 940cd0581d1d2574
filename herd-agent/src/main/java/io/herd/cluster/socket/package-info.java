/** How commands ask the agent of their own host: its Unix socket, client and server side. */
@NullMarked
package io.herd.cluster.socket;

import org.jspecify.annotations.NullMarked;
