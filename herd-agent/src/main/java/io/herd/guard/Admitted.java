package io.herd.guard;

import java.util.Optional;

/**
 * What somebody may do.
 *
 * @param asked as it is to be done, which may be less than what he asked for
 * @param rule the name of the rule that allows it
 * @param owner whose it is that it is done to, if that was looked up and it is somebody's
 * @param <T> an action or a stream
 */
public record Admitted<T>(T asked, String rule, Optional<String> owner) {}
