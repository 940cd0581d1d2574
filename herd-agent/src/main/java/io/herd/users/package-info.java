/** The files that say who may ask by HTTP, and who may do what. */
@NullMarked
package io.herd.users;

import org.jspecify.annotations.NullMarked;
