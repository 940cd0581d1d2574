/** Which nodes were asked, and what each of them answered. */
@NullMarked
package io.herd.herd.answer;

import org.jspecify.annotations.NullMarked;
