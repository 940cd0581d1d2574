/** The agent's door for clients of Docker: HTTP, and the ways in which it becomes a tunnel. */
@NullMarked
package io.herd.docker.http;

import org.jspecify.annotations.NullMarked;
