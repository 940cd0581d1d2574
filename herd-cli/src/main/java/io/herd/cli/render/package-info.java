/** From what was answered to what is printed: views are data. */
@NullMarked
package io.herd.cli.render;

import org.jspecify.annotations.NullMarked;
