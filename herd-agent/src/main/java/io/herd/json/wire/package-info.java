/** The JSON of messages between members, and of {@code --json} and gateway answers. */
@NullMarked
package io.herd.json.wire;

import org.jspecify.annotations.NullMarked;
