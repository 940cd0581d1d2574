/** What is set elsewhere than on the command line: the configuration file, variables, the key. */
@NullMarked
package io.herd.cli.config;

import org.jspecify.annotations.NullMarked;
