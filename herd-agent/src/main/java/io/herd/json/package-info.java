/** The wire and the {@code --json} schema; the only room that knows Gson. */
@NullMarked
package io.herd.json;

import org.jspecify.annotations.NullMarked;
