/** The program: it puts the command line together and prints what comes of it. */
@NullMarked
package io.herd.cli;

import org.jspecify.annotations.NullMarked;
