/** The HTTP gateway of an agent: DockerMod's JSON requests, health and metrics. */
@NullMarked
package io.herd.gateway;

import org.jspecify.annotations.NullMarked;
