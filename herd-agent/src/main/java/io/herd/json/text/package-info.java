/** JSON that people write: strict checks, with the line and column of a mistake. */
@NullMarked
package io.herd.json.text;

import org.jspecify.annotations.NullMarked;
