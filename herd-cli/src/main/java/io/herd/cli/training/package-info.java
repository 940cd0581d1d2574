/** What stands in for the world while the JVM is shown how herd starts. */
@NullMarked
package io.herd.cli.training;

import org.jspecify.annotations.NullMarked;
