/** The requests of DockerMod. */
@NullMarked
package io.herd.json.dockermod;

import org.jspecify.annotations.NullMarked;
