package io.herd.cli.command.creation;

import io.herd.json.text.JsonForm;
import io.herd.model.RawJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Picocli mixin: what docker can change of a container that exists. */
public final class UpdateOptions {

    @Option(
            names = "--blkio-weight",
            paramLabel = "N",
            converter = Numbers.Weight.class,
            description = "Block IO (relative weight), between 10 and 1000, or 0 to disable.")
    @Nullable Long weight;

    @Mixin LimitOptions limits = new LimitOptions();

    @Option(
            names = "--restart",
            paramLabel = "POLICY",
            converter = RestartPolicy.Converter.class,
            description =
                    "Restart policy to apply: no, always, unless-stopped, on-failure[:TIMES].")
    @Nullable RestartPolicy restart;

    /** The Docker API's form; an empty object if nothing is to change. */
    public RawJson form() {
        var form = JsonForm.empty().number("BlkioWeight", weight);
        limits.into(form);
        if (restart != null) {
            restart.into(form.part("RestartPolicy"));
        }
        return form.json();
    }
}
