/** Packs and unpacks tar archives of files of this host. */
@NullMarked
package io.herd.cli.archive;

import org.jspecify.annotations.NullMarked;
