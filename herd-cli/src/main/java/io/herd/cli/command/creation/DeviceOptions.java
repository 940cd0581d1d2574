package io.herd.cli.command.creation;

import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Docker's options about which devices of its host a new container may use; writes them into the
 * host's part of the Docker API's create form.
 */
final class DeviceOptions {

    @Option(
            names = "--device",
            paramLabel = "HOST[:CONTAINER][:rwm]",
            converter = DeviceMapping.Converter.class,
            description = "Add a host device to the container; repeatable.")
    List<DeviceMapping> devices = new ArrayList<>();

    @Option(
            names = "--device-cgroup-rule",
            paramLabel = "RULE",
            converter = Rule.class,
            description = "Add a rule to the cgroup allowed devices list; repeatable.")
    List<String> rules = new ArrayList<>();

    @Option(
            names = "--gpus",
            paramLabel = "GPUS",
            converter = GpuRequest.Converter.class,
            description =
                    "GPU devices to add to the container ('all' to pass all GPUs); repeatable.")
    List<GpuRequest> gpus = new ArrayList<>();

    void into(JsonForm host) {
        host.moreTexts("DeviceCgroupRules", rules);
        devices.stream().filter(it -> !it.named()).forEach(it -> it.into(host));
        gpus.forEach(it -> it.into(host));
        var named =
                devices.stream().filter(DeviceMapping::named).map(DeviceMapping::onHost).toList();
        if (!named.isEmpty()) {
            host.element("DeviceRequests").text("Driver", "cdi").texts("DeviceIDs", named);
        }
    }

    static final class Rule implements ITypeConverter<String> {

        private static final Pattern FORM =
                Pattern.compile("[acb] ([0-9]+|\\*):([0-9]+|\\*) [rwm]{1,3}");

        @Override
        public String convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid rule '%s': use one such as 'c 1:3 rwm' or 'b 8:* r'"
                                .formatted(text));
            }
            return text;
        }
    }
}
