/** The user's logins at registries, where docker keeps them. */
@NullMarked
package io.herd.cli.registry;

import org.jspecify.annotations.NullMarked;
