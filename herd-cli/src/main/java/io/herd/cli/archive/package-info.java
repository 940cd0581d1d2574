/** Copies between archives and the file system of this host. */
@NullMarked
package io.herd.cli.archive;

import org.jspecify.annotations.NullMarked;
