/**
 * Documents of the Docker API: parsing those of a daemon, however odd, and writing those sent to
 * it.
 */
@NullMarked
package io.herd.json.docker;

import org.jspecify.annotations.NullMarked;
