/** Stand-ins for the outside world while the JVM is trained for a fast start. */
@NullMarked
package io.herd.cli.training;

import org.jspecify.annotations.NullMarked;
