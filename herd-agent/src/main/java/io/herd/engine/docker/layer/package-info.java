/** The layers of images in the archives that daemons save and load. */
@NullMarked
package io.herd.engine.docker.layer;

import org.jspecify.annotations.NullMarked;
