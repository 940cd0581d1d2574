/** Random faults during random work, what was seen of it, and the rules that it must keep. */
@NullMarked
package io.herd.cli.faults;

import org.jspecify.annotations.NullMarked;
