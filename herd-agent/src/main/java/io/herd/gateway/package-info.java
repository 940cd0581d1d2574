/** The HTTP and JSON face of an agent: the requests of DockerMod, health and metrics. */
@NullMarked
package io.herd.gateway;

import org.jspecify.annotations.NullMarked;
