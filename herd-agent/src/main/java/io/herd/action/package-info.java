/** Requests to a node and their results: plain records without behaviour. */
@NullMarked
package io.herd.action;

import org.jspecify.annotations.NullMarked;
