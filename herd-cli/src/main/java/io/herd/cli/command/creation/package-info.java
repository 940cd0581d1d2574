/** Docker's options of new containers, and how they are written into the create form. */
@NullMarked
package io.herd.cli.command.creation;

import org.jspecify.annotations.NullMarked;
