/**
 * What a process asks of the system itself, since the JDK does not. Uses the JDK's base module
 * alone, as the front does.
 */
@NullMarked
package io.herd.cli.process;

import org.jspecify.annotations.NullMarked;
