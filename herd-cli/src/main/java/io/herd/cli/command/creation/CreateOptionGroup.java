package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.TemplateDirectories;
import io.herd.cli.command.option.UsageException;
import io.herd.herd.creation.Constraint;
import io.herd.json.docker.ContainerJson;
import io.herd.json.text.JsonForm;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Picocli mixin with the options of every command that creates containers. */
public final class CreateOptionGroup {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "The container's name; with several instances NAME-1, NAME-2 …, unless it has "
                            + "$${instance} or $${node}.")
    @Nullable String name;

    @Option(
            names = "--set",
            paramLabel = "K=V",
            converter = Converters.Variable.class,
            description =
                    "Put V where the template or the name has $${K}; repeatable. $${instance}, $${node} and "
                            + "$${name} are always set.")
    List<Converters.Variable.Set> variables = new ArrayList<>();

    @Option(
            names = "--constraint",
            paramLabel = "CONSTRAINT",
            converter = Converters.Constrained.class,
            description = "Place only on nodes with node.labels.K==V, or !=V; repeatable.")
    public List<Constraint> constraints = new ArrayList<>();

    @Mixin public TemplateDirectories directories = new TemplateDirectories();

    @Mixin public ProcessOptions process = new ProcessOptions();

    @Mixin HostOptions host = new HostOptions();

    @Mixin MountOptions mounts = new MountOptions();

    @Mixin NetworkOptions network = new NetworkOptions();

    @Mixin ResourceOptions resources = new ResourceOptions();

    @Mixin BlockIoOptions blockIo = new BlockIoOptions();

    @Mixin DeviceOptions devices = new DeviceOptions();

    @Mixin IsolationOptions isolation = new IsolationOptions();

    @Mixin HealthOptions health = new HealthOptions();

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Whether these options name no file of the user's. */
    public boolean readsNoFile() {
        return process.readsNoFile() && isolation.readsNoFile();
    }

    /** The variables by name; the last one wins if one is set twice, as in a shell. */
    public Map<String, String> variables() {
        var set = new TreeMap<String, String>();
        variables.forEach(variable -> set.put(variable.name(), variable.value()));
        return set;
    }

    /** The create form for an image, with the options applied. */
    public RawJson ofImage(String image, List<String> command, Globals globals, boolean detached)
            throws UsageException {
        if (image.isBlank()) {
            throw new UsageException("the image is empty: say which, such as busybox");
        }
        return filledIn(ContainerJson.form(image, command), globals, detached);
    }

    /** The create form of a template, with the options applied. */
    public RawJson ofTemplate(String template, Globals globals, boolean detached)
            throws TemplateException, UsageException {
        var form = directories.templates(globals).find(template).form();
        return filledIn(form, globals, detached);
    }

    /**
     * Applies the options to a create form.
     *
     * @param detached whether nobody is attached to the container from the beginning
     */
    public RawJson filledIn(RawJson given, Globals globals, boolean detached)
            throws UsageException {
        var form = JsonForm.over(given);
        process.into(form, globals.context(), detached);
        health.into(form);
        var onHost = form.part("HostConfig");
        host.into(onHost);
        mounts.into(form, onHost);
        network.into(form, onHost);
        resources.into(onHost);
        blockIo.into(onHost);
        devices.into(onHost);
        isolation.into(onHost);
        return form.json();
    }
}
