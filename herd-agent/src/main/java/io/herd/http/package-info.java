/** HTTP/1.1 and TLS at the agent's doors: requests as they come, and answers. */
@NullMarked
package io.herd.http;

import org.jspecify.annotations.NullMarked;
