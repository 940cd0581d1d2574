package io.herd.herd.creation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an order is carried out.
 *
 * @param repeatable whether it may have been given before, so that what is there already counts
 * @param allOrNothing whether what was made is removed again if not all can be made
 * @param deadline how long one container may take; empty for as long as any request
 * @param constraints what a node must fulfil to take one, all of them
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
