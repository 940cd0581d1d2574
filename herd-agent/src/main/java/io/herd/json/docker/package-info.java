/** What a Docker daemon says, whatever it says, and what it is told. */
@NullMarked
package io.herd.json.docker;

import org.jspecify.annotations.NullMarked;
