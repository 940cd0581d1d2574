package io.herd.herd.creation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Options for how a {@link CreateRequest} is carried out.
 *
 * @param repeatable whether the request may have been sent before, so that its existing containers
 *     count
 * @param allOrNothing whether all created containers are removed again if not all can be created
 * @param deadline time limit for creating one container; empty for that of any request
 * @param constraints conditions that a node must fulfil, all of them
 */
public record CreateOptions(
        boolean repeatable,
        boolean allOrNothing,
        Optional<Duration> deadline,
        List<Constraint> constraints) {

    public static final CreateOptions USUAL =
            new CreateOptions(false, false, Optional.empty(), List.of());

    public CreateOptions {
        constraints = List.copyOf(constraints);
    }
}
