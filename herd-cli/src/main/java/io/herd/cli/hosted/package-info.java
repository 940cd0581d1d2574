/** Commands that run in the agent's process, for users of its host. */
@NullMarked
package io.herd.cli.hosted;

import org.jspecify.annotations.NullMarked;
