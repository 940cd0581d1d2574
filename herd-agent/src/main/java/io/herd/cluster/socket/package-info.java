@NullMarked
package io.herd.cluster.socket;

import org.jspecify.annotations.NullMarked;
