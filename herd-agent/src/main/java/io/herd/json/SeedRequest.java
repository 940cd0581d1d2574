package io.herd.json;

import io.herd.model.RawJson;
import java.util.Optional;

/** What a client of the HTTP gateway can ask for, in the words of DockerMod. */
public sealed interface SeedRequest {

    /**
     * Create containers.
     *
     * @param instances how many; without it one, and the answer is no list
     */
    record Create(Form form, Optional<Integer> instances) implements SeedRequest {}

    record Start(String id) implements SeedRequest {}

    record Stop(String id) implements SeedRequest {}

    record Restart(String id) implements SeedRequest {}

    record Delete(String id) implements SeedRequest {}

    record Inspect(String id) implements SeedRequest {}

    /**
     * List containers, also those that do not run.
     *
     * @param all of the whole herd rather than of this agent's daemon
     */
    record ListContainers(boolean all) implements SeedRequest {}

    /**
     * List images.
     *
     * @param all of the whole herd rather than of this agent's daemon
     */
    record ListImages(boolean all) implements SeedRequest {}

    /** Let the node take new containers. */
    record Register(String hostname) implements SeedRequest {}

    /** Let the node take no new containers. */
    record Unregister(String hostname) implements SeedRequest {}

    /** Where the create form comes from. */
    sealed interface Form {}

    record TemplateForm(String template) implements Form {}

    record ImageForm(String image) implements Form {}

    record BodyForm(RawJson body) implements Form {}
}
