@NullMarked
package io.herd.stream;

import org.jspecify.annotations.NullMarked;
