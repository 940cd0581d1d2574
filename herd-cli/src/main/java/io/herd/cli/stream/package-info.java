/** Streams of containers and nodes, from opening them to the report on how they ended. */
@NullMarked
package io.herd.cli.stream;

import org.jspecify.annotations.NullMarked;
