package io.herd.engine.docker;

import io.herd.api.ApiVersion;
import io.herd.json.docker.ContainerJson;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;

/**
 * A field of the create form that older daemons pass over in silence: a container without what was
 * asked for would look like one that has it.
 *
 * @param path the field, in the names of the Docker API
 * @param since the first version of the API that has it
 * @param release the first Docker Engine that speaks that version
 */
record NewerField(List<String> path, ApiVersion since, String release) {

    private static final List<NewerField> ALL =
            List.of(
                    field("HostConfig.Annotations", 43, "24"),
                    field("Healthcheck.StartInterval", 44, "25"),
                    field("HostConfig.Mounts.BindOptions.ReadOnlyNonRecursive", 44, "25"),
                    field("HostConfig.Mounts.BindOptions.ReadOnlyForceRecursive", 44, "25"),
                    field("HostConfig.Mounts.VolumeOptions.Subpath", 45, "26"));

    private static NewerField field(String path, int minor, String release) {
        return new NewerField(List.of(path.split("\\.")), new ApiVersion(1, minor), release);
    }

    /** What a daemon would pass over in a form, and what it would take; empty if nothing. */
    static Optional<String> passedOver(RawJson form, ApiVersion spoken) {
        var unknown = ALL.stream().filter(field -> spoken.compareTo(field.since) < 0).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        var said = ContainerJson.said(form);
        return unknown.stream()
                .filter(field -> said.test(field.path))
                .findFirst()
                .map(field ->
                        "is too old for '%s': it takes Docker %s, which speaks API version %s, and this speaks %s"
                                .formatted(
                                        String.join(".", field.path),
                                        field.release,
                                        field.since,
                                        spoken));
    }
}
