/** Reports and views as data, and the code that prints them. */
@NullMarked
package io.herd.cli.render;

import org.jspecify.annotations.NullMarked;
