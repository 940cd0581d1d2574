/** The daemon: it puts the rooms together and keeps them alive. */
@NullMarked
package io.herd.agent;

import org.jspecify.annotations.NullMarked;
