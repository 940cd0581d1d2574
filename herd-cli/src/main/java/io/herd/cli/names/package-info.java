/** The names that things in the live herd have, for whoever completes a word. */
@NullMarked
package io.herd.cli.names;

import org.jspecify.annotations.NullMarked;
