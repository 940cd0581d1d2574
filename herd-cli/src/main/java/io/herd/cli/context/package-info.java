/**
 * The environment that a command is given: variables, directories, terminal, the way to the herd.
 */
@NullMarked
package io.herd.cli.context;

import org.jspecify.annotations.NullMarked;
