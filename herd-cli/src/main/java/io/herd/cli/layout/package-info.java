/** Go's templates, as docker's {@code --format} uses them: parsed, and filled with values. */
@NullMarked
package io.herd.cli.layout;

import org.jspecify.annotations.NullMarked;
