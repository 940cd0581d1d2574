package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.UsageException;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Docker's options about what separates a new container from its host; writes them into the host's
 * part of the Docker API's create form.
 */
final class IsolationOptions {

    @Option(names = "--privileged", description = "Give extended privileges to the container.")
    boolean privileged;

    @Option(
            names = "--cap-add",
            paramLabel = "CAPABILITY",
            converter = Converters.Capability.class,
            description = "Add a Linux capability; repeatable.")
    List<String> capabilities = new ArrayList<>();

    @Option(
            names = "--cap-drop",
            paramLabel = "CAPABILITY",
            converter = Converters.Capability.class,
            description = "Drop a Linux capability; repeatable.")
    List<String> noCapabilities = new ArrayList<>();

    @Option(
            names = "--security-opt",
            paramLabel = "OPTION",
            description = "Security option, such as no-new-privileges; repeatable.")
    List<String> security = new ArrayList<>();

    @Option(
            names = "--group-add",
            paramLabel = "GROUP",
            description = "Add an additional group to join; repeatable.")
    List<String> groups = new ArrayList<>();

    @Option(
            names = "--pid",
            paramLabel = "host|container:NAME",
            converter = Shared.class,
            description = "PID namespace to use.")
    @Nullable String processes;

    @Option(names = "--ipc", paramLabel = "MODE", description = "IPC mode to use.")
    @Nullable String ipc;

    @Option(
            names = "--uts",
            paramLabel = "host",
            converter = OfHost.class,
            description = "UTS namespace to use.")
    @Nullable String uts;

    @Option(
            names = "--userns",
            paramLabel = "host",
            converter = OfHost.class,
            description = "User namespace to use.")
    @Nullable String users;

    @Option(
            names = "--cgroupns",
            paramLabel = "host|private",
            converter = Cgroup.class,
            description = "Cgroup namespace to use (host|private).")
    @Nullable String cgroups;

    @Option(
            names = "--cgroup-parent",
            paramLabel = "CGROUP",
            description = "Optional parent cgroup for the container.")
    @Nullable String parent;

    @Option(
            names = "--sysctl",
            paramLabel = "KEY=VALUE",
            converter = Sysctl.class,
            description = "Sysctl options; repeatable.")
    List<Converters.Pair.Of> sysctls = new ArrayList<>();

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            description = "Runtime to use for this container.")
    @Nullable String runtime;

    @Option(
            names = "--isolation",
            paramLabel = "TECHNOLOGY",
            description = "Container isolation technology.")
    @Nullable String isolation;

    boolean readsNoFile() {
        return security.stream().noneMatch(SecurityOption::readsFile);
    }

    void into(JsonForm host) throws UsageException {
        host.flag("Privileged", privileged)
                .moreTexts("CapAdd", capabilities)
                .moreTexts("CapDrop", noCapabilities)
                .moreTexts("GroupAdd", groups)
                .text("PidMode", processes)
                .text("IpcMode", ipc)
                .text("UTSMode", uts)
                .text("UsernsMode", users)
                .text("CgroupnsMode", cgroups)
                .text("CgroupParent", parent)
                .moreTexts("Sysctls", Converters.Pair.byKey(sysctls))
                .text("Runtime", runtime)
                .text("Isolation", isolation);
        for (var option : security) {
            SecurityOption.into(host, option);
        }
    }

    private static String namespace(String text, String form, String forms) {
        if (!text.isEmpty() && !text.matches(form)) {
            throw new TypeConversionException(
                    "invalid namespace '%s': use %s".formatted(text, forms));
        }
        return text;
    }

    static final class Shared implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return namespace(text, "host|container:.+", "host or container:NAME");
        }
    }

    static final class OfHost implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return namespace(text, "host", "host");
        }
    }

    static final class Cgroup implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return namespace(text, "host|private", "host or private");
        }
    }

    /** KEY=VALUE, with one of the keys that docker's client knows to be a container's own. */
    static final class Sysctl implements ITypeConverter<Converters.Pair.Of> {

        private static final Pattern FORM =
                Pattern.compile(
                        "(kernel\\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|(net|fs\\.mqueue)\\.[^=]*)=.*");

        @Override
        public Converters.Pair.Of convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException(
                        "sysctl '%s' is not allowed: use KEY=VALUE with net.*, fs.mqueue.* or one of the kernel's for IPC, such as kernel.shmmax"
                                .formatted(text));
            }
            return new Converters.Pair().convert(text);
        }
    }
}
