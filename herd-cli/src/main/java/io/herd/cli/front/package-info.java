/**
 * What a short command begins with: it has this host's agent run the command line. Uses the JDK's
 * base module alone, and little of it: every class costs a start some of its time.
 */
@NullMarked
package io.herd.cli.front;

import org.jspecify.annotations.NullMarked;
