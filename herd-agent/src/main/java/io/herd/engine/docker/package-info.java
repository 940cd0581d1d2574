/** One Docker daemon through docker-java's transport; the only room that knows it. */
@NullMarked
package io.herd.engine.docker;

import org.jspecify.annotations.NullMarked;
