/** The program: entry points that put the command line together and print the reports. */
@NullMarked
package io.herd.cli;

import org.jspecify.annotations.NullMarked;
