/** JSON that people write: strict, with the line and column of what is wrong. */
@NullMarked
package io.herd.json.text;

import org.jspecify.annotations.NullMarked;
