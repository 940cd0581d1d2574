/** The documents of the Docker Engine API, as the herd answers with them. */
@NullMarked
package io.herd.json.api;

import org.jspecify.annotations.NullMarked;
