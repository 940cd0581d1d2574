/** Reads the user's logins at registries from where docker keeps them. */
@NullMarked
package io.herd.cli.registry;

import org.jspecify.annotations.NullMarked;
