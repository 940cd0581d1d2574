/** Finding, checking and expanding container templates. */
@NullMarked
package io.herd.template;

import org.jspecify.annotations.NullMarked;
