/**
 * Implementation of {@link io.herd.engine.Engine} over docker-java's transport interfaces; with its
 * subpackage, the only one that uses docker-java.
 */
@NullMarked
package io.herd.engine.docker;

import org.jspecify.annotations.NullMarked;
