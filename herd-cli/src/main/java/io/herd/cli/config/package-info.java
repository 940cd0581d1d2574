/** Settings outside the command line: the configuration file, environment variables, the key. */
@NullMarked
package io.herd.cli.config;

import org.jspecify.annotations.NullMarked;
