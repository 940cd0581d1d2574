/**
 * HTTP/1.1 client for Docker daemons on Unix and TCP sockets, with deadlines and upgraded
 * connections.
 */
@NullMarked
package io.herd.engine.docker.http;

import org.jspecify.annotations.NullMarked;
