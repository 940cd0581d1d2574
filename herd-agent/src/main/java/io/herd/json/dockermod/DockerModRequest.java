package io.herd.json.dockermod;

import io.herd.model.RawJson;
import java.util.Optional;

/** A request to the HTTP gateway, in DockerMod's terms. */
public sealed interface DockerModRequest {

    /**
     * Create containers.
     *
     * @param instances number of containers; if absent one, and then the answer is not a list
     */
    record Create(Form form, Optional<Integer> instances) implements DockerModRequest {}

    record Start(String id) implements DockerModRequest {}

    record Stop(String id) implements DockerModRequest {}

    record Restart(String id) implements DockerModRequest {}

    record Delete(String id) implements DockerModRequest {}

    record Inspect(String id) implements DockerModRequest {}

    /**
     * List containers in any state.
     *
     * @param all of the whole herd rather than of this agent's daemon
     */
    record ListContainers(boolean all) implements DockerModRequest {}

    /**
     * List images.
     *
     * @param all of the whole herd rather than of this agent's daemon
     */
    record ListImages(boolean all) implements DockerModRequest {}

    /** Let the node take new containers. */
    record Register(String hostname) implements DockerModRequest {}

    /** Let the node take no new containers. */
    record Unregister(String hostname) implements DockerModRequest {}

    /** Where the create form comes from. */
    sealed interface Form {}

    record TemplateForm(String template) implements Form {}

    record ImageForm(String image) implements Form {}

    record BodyForm(RawJson body) implements Form {}
}
