/** The requests of DockerMod, as the HTTP gateway takes them. */
@NullMarked
package io.herd.json.dockermod;

import org.jspecify.annotations.NullMarked;
