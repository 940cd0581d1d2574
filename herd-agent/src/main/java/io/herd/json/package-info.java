/** Reading and writing JSON values; with its subpackages, the only one that uses Gson. */
@NullMarked
package io.herd.json;

import org.jspecify.annotations.NullMarked;
