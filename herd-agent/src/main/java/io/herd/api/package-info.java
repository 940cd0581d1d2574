/** The Docker Engine API as data: its requests, its endpoints, and what each does to what. */
@NullMarked
package io.herd.api;

import org.jspecify.annotations.NullMarked;
