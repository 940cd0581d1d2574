/** What agents say to each other. */
@NullMarked
package io.herd.json.wire;

import org.jspecify.annotations.NullMarked;
