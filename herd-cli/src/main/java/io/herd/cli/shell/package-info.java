/** The shell: lines that are typed or piped in, each run as a command line of its own. */
@NullMarked
package io.herd.cli.shell;

import org.jspecify.annotations.NullMarked;
