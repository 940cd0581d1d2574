/** HTTP on a connection to a daemon, also where it becomes a stream of bytes in both directions. */
@NullMarked
package io.herd.engine.docker.http;

import org.jspecify.annotations.NullMarked;
